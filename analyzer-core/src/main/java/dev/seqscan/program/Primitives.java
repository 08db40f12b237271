package dev.seqscan.program;

import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.Unknown;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Boxing and numeric promotion (Java Language Specification, sections 5.1.7, 5.1.2 and 5.6). */
final class Primitives {

    private static final Map<String, JavaType> BOXES = Map.of("boolean", JavaType.of("java.lang.Boolean"), "byte",
            JavaType.of("java.lang.Byte"), "char", JavaType.of("java.lang.Character"), "short",
            JavaType.of("java.lang.Short"), "int", JavaType.of("java.lang.Integer"), "long", JavaType.of("java.lang.Long"),
            "float", JavaType.of("java.lang.Float"), "double", JavaType.of("java.lang.Double"), "void",
            JavaType.of("java.lang.Void"));
    private static final Map<JavaType, JavaType> UNBOXED = unboxed();
    private static final List<String> NUMBERS = List.of("byte", "short", "int", "long", "float", "double");

    private Primitives() {
    }

    private static Map<JavaType, JavaType> unboxed() {
        Map<JavaType, JavaType> unboxed = new HashMap<>();
        BOXES.forEach((name, box) -> unboxed.put(box, new Primitive(name)));
        unboxed.remove(BOXES.get("void"));
        return Map.copyOf(unboxed);
    }

    /** The class of a primitive, else the type itself. */
    static JavaType boxed(JavaType type) {
        return type instanceof Primitive primitive ? BOXES.getOrDefault(primitive.name(), type) : type;
    }

    /** The primitive of a box, else the type itself. */
    static JavaType unboxed(JavaType type) {
        return type instanceof JavaType.ClassType ? UNBOXED.getOrDefault(type, type) : type;
    }

    /** Whether the type is a primitive or a box. */
    static boolean isConvertible(JavaType type) {
        return unboxed(type) instanceof Primitive primitive && !primitive.equals(Primitive.NULL)
                && !primitive.equals(Primitive.VOID);
    }

    /** The wider of two numeric types, and at least {@code int}. */
    static JavaType promoted(JavaType left, JavaType right) {
        int leftRank = rank(left);
        int rightRank = rank(right);
        if (leftRank < 0 || rightRank < 0) {
            return new Unknown("no numbers");
        }
        return new Primitive(NUMBERS.get(Math.max(Math.max(leftRank, rightRank), NUMBERS.indexOf("int"))));
    }

    /** Whether a value of one primitive type may be given where another, wider one is asked for. */
    static boolean widens(Primitive from, Primitive to) {
        return NUMBERS.contains(to.name()) && rank(from) >= 0 && rank(from) <= rank(to)
                && !(from.name().equals("char") && to.name().equals("short"));
    }

    private static int rank(JavaType type) {
        return unboxed(type) instanceof Primitive primitive
                ? NUMBERS.indexOf(primitive.name().equals("char") ? "short" : primitive.name()) : -1;
    }
}
