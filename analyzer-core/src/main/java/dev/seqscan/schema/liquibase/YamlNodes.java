package dev.seqscan.schema.liquibase;

import dev.seqscan.source.Span;
import dev.seqscan.source.config.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Takes the tree of a YAML or JSON file; gives it in the shape of all changelogs. */
final class YamlNodes {

    private static final String ROOT = "databaseChangeLog";
    /** Lists whose items stand right in their parent when they are written as XML (Liquibase, "YAML format"). */
    private static final Set<String> LISTS = Set.of("changes", "columns");
    /** Values that are texts of their own when they are written as XML. */
    private static final Set<String> TEXTS = Set.of("sql", "selectQuery", "where");
    /** Aliases of aliases may make a large tree of a small text. */
    private static final int MOST_NODES = 1_000_000;

    private int nodes;

    private YamlNodes() {
    }

    /** The changelog of a document; empty where it holds none. */
    static Optional<Node> of(YamlNode document) {
        if (document instanceof YamlNode.Mapping mapping) {
            for (YamlNode.Pair pair : mapping.pairs()) {
                if (name(pair).equals(ROOT)) {
                    return Optional.of(new YamlNodes().node(ROOT, pair.value(), pair.key().span()));
                }
            }
        }
        return Optional.empty();
    }

    private static String name(YamlNode.Pair pair) {
        return pair.key() instanceof YamlNode.Scalar key ? key.text() : "";
    }

    private Node node(String name, YamlNode value, Span span) {
        Map<String, String> attributes = new LinkedHashMap<>();
        List<Node> children = new ArrayList<>();
        boolean rows = XmlNodes.ROWS.contains(name);
        if (value instanceof YamlNode.Scalar scalar) {
            return new Node(name, attributes, children, scalar.text(), scalar.textLine(), span);
        } else if (value instanceof YamlNode.Mapping mapping) {
            mapping.pairs().forEach(pair -> add(pair, rows, attributes, children));
        } else if (value instanceof YamlNode.Sequence sequence) {
            sequence.items().forEach(item -> addItem(item, name, children));
        }
        return new Node(name, attributes, children, "", 0, span);
    }

    private void add(YamlNode.Pair pair, boolean rows, Map<String, String> attributes, List<Node> children) {
        String key = name(pair);
        if (pair.value() instanceof YamlNode.Scalar scalar) {
            attributes.put(key, scalar.text());
            if (TEXTS.contains(key)) {
                children.add(node(key, scalar, pair.key().span()));
            }
        } else if (rows || ++nodes > MOST_NODES) {
            return;
        } else if (LISTS.contains(key) && pair.value() instanceof YamlNode.Sequence list) {
            list.items().forEach(item -> addItem(item, key, children));
        } else {
            children.add(node(key, pair.value(), pair.key().span()));
        }
    }

    /** An item is a mapping with one key, which is its name; only columns are also written without it. */
    private void addItem(YamlNode item, String list, List<Node> children) {
        if (!(item instanceof YamlNode.Mapping mapping) || ++nodes > MOST_NODES) {
            return;
        }
        boolean bare = list.equals("columns") && mapping.pairs().stream().anyMatch(pair -> name(pair).equals("name"));
        if (bare) {
            children.add(node("column", mapping, mapping.span()));
        } else {
            mapping.pairs().forEach(pair -> children.add(node(name(pair), pair.value(), pair.key().span())));
        }
    }
}
