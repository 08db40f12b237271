package dev.seqscan.source.code;

import java.util.List;

/**
 * A type as the text names it: {@code Map.Entry<String, Order>[]} is name {@code Map.Entry} with two arguments and
 * one dimension. {@code var} keeps that name; primitives and {@code void} are their keyword; a wildcard is
 * {@code ?} with its bound as the only argument.
 */
public record TypeName(String name, List<TypeName> arguments, int dimensions, Bound bound) {

    /** What kind of wildcard this is, if any. {@code INFERRED} is the diamond {@code <>}. */
    public enum Bound { NONE, UNBOUNDED, EXTENDS, SUPER, DIAMOND }

    /** A name without arguments. */
    public static TypeName of(String name) {
        return new TypeName(name, List.of(), 0, Bound.NONE);
    }

    /** The last part of the name. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        if (!arguments.isEmpty()) {
            text.append('<').append(String.join(", ", arguments.stream().map(TypeName::toString).toList())).append('>');
        }
        return text.append("[]".repeat(dimensions)).toString();
    }
}
