package dev.seqscan.program.made;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;

/** What types of the JDK hold elements. */
final class Containers {

    private Containers() {
    }

    /** Whether a type is an array, a collection, a map or a stream, with the type of its elements. */
    static boolean holds(JavaType type) {
        return type instanceof JavaType.ArrayType || type instanceof JavaType.ClassType named && !named.arguments().isEmpty()
                && (named.name().startsWith("java.util.") && !named.name().startsWith("java.util.function.")
                        || named.name().equals("java.lang.Iterable"));
    }

    static boolean isMap(JavaType type) {
        return type.className().startsWith("java.util.") && type.className().endsWith("Map");
    }

    /** The type of the elements, of a map of its values. */
    static JavaType element(JavaType type) {
        if (type instanceof JavaType.ArrayType array) {
            return array.element();
        }
        JavaType last = type instanceof JavaType.ClassType named && !named.arguments().isEmpty()
                ? named.arguments().get(named.arguments().size() - 1) : ClassType.OBJECT;
        return last instanceof JavaType.Wildcard wildcard ? wildcard.bound() : last;
    }
}
