package dev.seqscan.schema.liquibase;

import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A part of a changelog, in the same shape for all forms that changelogs are written in.
 *
 * @param name as {@code createTable}
 * @param attributes by name, as written
 * @param text between its tags, or empty
 * @param textLine the line on which the text begins
 */
record Node(String name, Map<String, String> attributes, List<Node> children, String text, int textLine, Span span) {

    /** A change that lacks something without which it means nothing. */
    static final class Incomplete extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Incomplete(String reason) {
            super(reason, null, false, false);
        }
    }

    /** All of the subtree, this first. */
    void each(Consumer<Node> target) {
        target.accept(this);
        children.forEach(child -> child.each(target));
    }

    List<Node> children(String child) {
        return children.stream().filter(each -> each.name().equals(child)).toList();
    }

    Optional<Node> child(String child) {
        return children.stream().filter(each -> each.name().equals(child)).findFirst();
    }

    /** The value of the first of these attributes that is there and not blank. */
    Optional<String> attribute(String... names) {
        for (String each : names) {
            String value = attributes.get(each);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    /** The value of the first of these attributes; without one the change is not understood. */
    String required(String... names) {
        return attribute(names).orElseThrow(() -> new Incomplete(name + " without " + names[0]));
    }

    boolean isTrue(String attribute) {
        return attribute(attribute).filter(value -> value.equalsIgnoreCase("true")).isPresent();
    }

    boolean isFalse(String attribute) {
        return attribute(attribute).filter(value -> value.equalsIgnoreCase("false")).isPresent();
    }

    /** Names with commas between them; what follows a name, as its order, is left out. */
    List<String> requiredNames(String... attributeNames) {
        List<String> names = new ArrayList<>();
        for (String part : required(attributeNames).split(",")) {
            if (!part.isBlank()) {
                names.add(part.strip().replaceFirst("(?i)\\s+(?:asc|desc)$", ""));
            }
        }
        return names;
    }

    /** The text of this or of its attribute or child of that name, which YAML has instead, with its line. */
    Node textOf(String attribute) {
        return child(attribute).orElse(this);
    }
}
