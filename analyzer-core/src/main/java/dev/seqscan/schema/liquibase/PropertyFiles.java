package dev.seqscan.schema.liquibase;

import dev.seqscan.source.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Files with values that changelogs name by {@code property file="..."} (Liquibase documentation, "Changelog property
 * substitution"): the part that names one is replaced by a part for each value.
 */
public final class PropertyFiles {

    private static final int MOST = 1_000;

    private final List<String> paths;
    private final Function<String, Optional<TextFile>> texts;

    /**
     * Takes what there is.
     *
     * @param paths of all files
     * @param texts reads one of them
     */
    public PropertyFiles(List<String> paths, Function<String, Optional<TextFile>> texts) {
        this.paths = paths;
        this.texts = texts;
    }

    /** The changelog with the values; what names a file that is not there stays as it is. */
    public Changelog filled(Changelog changelog) {
        List<Node> parts = new ArrayList<>();
        boolean changed = false;
        for (Node part : changelog.root().children()) {
            Optional<List<Node>> values = part.name().equals("property") ? values(part, changelog.path()) : Optional.empty();
            changed |= values.isPresent();
            parts.addAll(values.orElse(List.of(part)));
        }
        Node root = changelog.root();
        return !changed ? changelog : new Changelog(changelog.path(), new Node(root.name(), root.attributes(), List.copyOf(parts),
                root.text(), root.textLine(), root.span()));
    }

    private Optional<List<Node>> values(Node property, String from) {
        return property.attribute("file").flatMap(name -> path(name, property.isTrue("relativeToChangelogFile"), from))
                .flatMap(texts).flatMap(PropertyFiles::read).map(read -> nodes(property, read));
    }

    /** The nearest of the files of that name: each folder may be a root of the class path. */
    private Optional<String> path(String name, boolean relative, String from) {
        String folder = from.substring(0, from.lastIndexOf('/') + 1);
        String wanted = name.strip().replace('\\', '/').replaceFirst("^classpath:", "").replaceFirst("^(?:\\./|/)+", "");
        return relative ? Optional.of(folder + wanted).filter(paths::contains)
                : paths.stream().filter(path -> ("/" + path).endsWith("/" + wanted))
                        .max(Comparator.comparingInt((String path) -> commonStart(path, from))
                                .thenComparing(Comparator.reverseOrder()));
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private static Optional<Properties> read(TextFile file) {
        Properties read = new Properties();
        try {
            read.load(new StringReader(file.text()));
            return Optional.of(read);
        } catch (IOException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static List<Node> nodes(Node property, Properties values) {
        List<Node> nodes = new ArrayList<>();
        new TreeSet<>(values.stringPropertyNames()).stream().limit(MOST).forEach(name -> {
            Map<String, String> attributes = new HashMap<>(property.attributes());
            attributes.remove("file");
            attributes.put("name", name);
            attributes.put("value", values.getProperty(name));
            nodes.add(new Node("property", Map.copyOf(attributes), List.of(), "", property.textLine(), property.span()));
        });
        return nodes;
    }
}
