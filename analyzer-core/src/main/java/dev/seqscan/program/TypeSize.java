package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.JavaType.Wildcard;

/**
 * Bounds what a type may hold: {@code Pair<Pair<T, T>, Pair<T, T>> twice()} doubles it with each call of a chain, until no
 * memory is left.
 */
final class TypeSize {

    private static final int MOST_PARTS = 500;
    private static final Unknown TOO_LARGE = new Unknown("its type arguments grow without end");

    private int parts;

    private TypeSize() {
    }

    /** The type, unless it is too large. */
    static JavaType bounded(JavaType type) {
        boolean simple = type instanceof ClassType named && named.arguments().isEmpty();
        if (simple) {
            return type;
        }
        TypeSize size = new TypeSize();
        size.add(type);
        return size.parts > MOST_PARTS ? TOO_LARGE : type;
    }

    private void add(JavaType type) {
        if (++parts > MOST_PARTS) {
            return;
        }
        if (type instanceof ClassType named) {
            named.arguments().forEach(this::add);
        } else if (type instanceof ArrayType array) {
            add(array.element());
        } else if (type instanceof Wildcard wildcard) {
            add(wildcard.bound());
        }
    }
}
