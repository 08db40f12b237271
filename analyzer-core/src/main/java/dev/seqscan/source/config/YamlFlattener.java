package dev.seqscan.source.config;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a tree into flat keys, as Spring does with YAML ("Mapping YAML to Properties"). What a merge key brings in comes
 * before the mapping's own keys, so that these win (YAML merge key language-independent type).
 */
final class YamlFlattener {

    private static final int MAX_ENTRIES = 100_000;
    private static final int MAX_KEY_LENGTH = 2_000;
    private static final String MERGE = "<<";

    private final String path;
    private final List<ConfigFile.Entry> entries = new ArrayList<>();
    private int visits;

    YamlFlattener(String path) {
        this.path = path;
    }

    List<ConfigFile.Entry> entries() {
        return List.copyOf(entries);
    }

    /** Whether the bound was met, as by aliases of aliases, and the rest is left out. */
    boolean isFull() {
        return visits >= MAX_ENTRIES;
    }

    void add(YamlNode document) {
        if (document instanceof YamlNode.Scalar) {
            return;
        }
        add("", document, document.span());
    }

    private void add(String key, YamlNode node, Span keySpan) {
        if (++visits >= MAX_ENTRIES || key.length() > MAX_KEY_LENGTH) {
            return;
        }
        if (node instanceof YamlNode.Mapping mapping) {
            addMapping(key, mapping);
        } else if (node instanceof YamlNode.Sequence sequence) {
            addSequence(key, sequence, keySpan);
        } else if (node instanceof YamlNode.Scalar scalar) {
            entries.add(new ConfigFile.Entry(key, scalar.text(), place(keySpan, scalar.span())));
        }
    }

    private void addMapping(String key, YamlNode.Mapping mapping) {
        for (YamlNode.Pair pair : mapping.pairs()) {
            if (isMerge(pair)) {
                addMerged(key, pair.value());
            }
        }
        for (YamlNode.Pair pair : mapping.pairs()) {
            if (!isMerge(pair) && pair.key() instanceof YamlNode.Scalar name) {
                add(child(key, name.text()), pair.value(), name.span());
            }
        }
    }

    private static boolean isMerge(YamlNode.Pair pair) {
        return pair.key() instanceof YamlNode.Scalar name && name.text().equals(MERGE);
    }

    /** Of several merged mappings the first one wins, so it comes last. */
    private void addMerged(String key, YamlNode merged) {
        if (merged instanceof YamlNode.Mapping mapping) {
            add(key, mapping, mapping.span());
        } else if (merged instanceof YamlNode.Sequence sequence) {
            for (int i = sequence.items().size() - 1; i >= 0; i--) {
                if (sequence.items().get(i) instanceof YamlNode.Mapping mapping) {
                    add(key, mapping, mapping.span());
                }
            }
        }
    }

    private void addSequence(String key, YamlNode.Sequence sequence, Span keySpan) {
        if (sequence.items().isEmpty()) {
            entries.add(new ConfigFile.Entry(key, "", place(keySpan, sequence.span())));
        }
        for (int i = 0; i < sequence.items().size(); i++) {
            YamlNode item = sequence.items().get(i);
            add(key + "[" + i + "]", item, item.span());
        }
    }

    private static String child(String key, String name) {
        return key.isEmpty() || name.startsWith("[") ? key + name : key + "." + name;
    }

    private Place place(Span key, Span value) {
        boolean sameLine = value.endLine() == key.startLine() && value.endColumn() >= key.endColumn();
        return new Place(path, sameLine ? key.to(value) : key);
    }
}
