package dev.seqscan.program;

import java.util.List;

/** The type of an expression or declaration: right, or {@link Unknown}, never a guess. */
public sealed interface JavaType {

    /** A class or interface by canonical name, with its type arguments; raw or not generic without any. */
    record ClassType(String name, List<JavaType> arguments) implements JavaType {

        /** {@code java.lang.Object}. */
        public static final ClassType OBJECT = JavaType.of("java.lang.Object");
        /** {@code java.lang.String}. */
        public static final ClassType STRING = JavaType.of("java.lang.String");

        /** Written out, since nothing is compared as often, and what a record brings takes long to warm up. */
        @Override
        public boolean equals(Object other) {
            return this == other || other instanceof ClassType type && name.equals(type.name) && arguments.equals(type.arguments);
        }

        @Override
        public int hashCode() {
            return 31 * name.hashCode() + arguments.hashCode();
        }

        @Override
        public String toString() {
            return arguments.isEmpty() ? name
                    : name + "<" + String.join(", ", arguments.stream().map(JavaType::toString).toList()) + ">";
        }
    }

    /** An array. */
    record ArrayType(JavaType element) implements JavaType {
        @Override
        public String toString() {
            return element + "[]";
        }
    }

    /** {@code int} and its like, {@code void}, and {@code null}. */
    record Primitive(String name) implements JavaType {

        /** {@code void}. */
        public static final Primitive VOID = new Primitive("void");
        /** The type of {@code null}. */
        public static final Primitive NULL = new Primitive("null");
        /** {@code boolean}. */
        public static final Primitive BOOLEAN = new Primitive("boolean");
        /** {@code int}. */
        public static final Primitive INT = new Primitive("int");

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * A type parameter; {@code owner} is the class or {@code class#method/n} that declares it. Two are equal by name and
     * owner, since a bound may name the parameter itself and is cut off there.
     *
     * @param bound the first bound, {@code Object} where none is written
     * @param others further bounds
     */
    record TypeVariable(String name, String owner, JavaType bound, List<JavaType> others) implements JavaType {
        /** One with a single bound. */
        public TypeVariable(String name, String owner, JavaType bound) {
            this(name, owner, bound, List.of());
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof TypeVariable variable && variable.name.equals(name) && variable.owner.equals(owner);
        }

        @Override
        public int hashCode() {
            return name.hashCode() * 31 + owner.hashCode();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** {@code ?}, {@code ? extends B}, {@code ? super B}; the bound of the first is {@code Object}. */
    record Wildcard(JavaType bound, boolean upper) implements JavaType {
        @Override
        public String toString() {
            return "? " + (upper ? "extends " : "super ") + bound;
        }
    }

    /** Not known, and why. */
    record Unknown(String reason) implements JavaType {
        @Override
        public String toString() {
            return "<unknown: " + reason + ">";
        }
    }

    /** A class without type arguments. */
    static ClassType of(String name) {
        return new ClassType(name, List.of());
    }

    /** A class with type arguments. */
    static ClassType of(String name, JavaType... arguments) {
        return new ClassType(name, List.of(arguments));
    }

    /** The canonical name of the erased class or element class, or the empty string for all else. */
    default String className() {
        if (this instanceof ClassType type) {
            return type.name();
        }
        if (this instanceof TypeVariable variable) {
            return variable.bound() == null ? "java.lang.Object" : variable.bound().className();
        }
        if (this instanceof Wildcard wildcard) {
            return wildcard.upper() ? wildcard.bound().className() : "java.lang.Object";
        }
        return "";
    }

    /** Whether the type is known. */
    default boolean isKnown() {
        return !(this instanceof Unknown);
    }
}
