package dev.seqscan.program;

import java.util.List;

/**
 * The signature of a class, from its source or its class file.
 *
 * @param name canonical name
 * @param typeParameters its own, in order
 * @param supertypes superclass first, then interfaces, with type arguments; empty for {@code Object}
 * @param memberTypes simple names of its member classes
 */
public record ClassShape(String name, Kind kind, boolean isAbstract, List<JavaType.TypeVariable> typeParameters,
        List<JavaType.ClassType> supertypes, List<Method> methods, List<Field> fields, List<String> memberTypes) {

    /** Kinds of classes. */
    public enum Kind { CLASS, INTERFACE, ENUM, RECORD, ANNOTATION }

    /** A method or constructor ({@code <init>}); the last parameter of a varargs method is an array. */
    public record Method(String name, List<JavaType.TypeVariable> typeParameters, List<JavaType> parameters,
            JavaType returns, boolean isStatic, boolean isAbstract, boolean varArgs, boolean isPrivate) {
    }

    /** A field. */
    public record Field(String name, JavaType type, boolean isStatic, boolean isPrivate) {
    }

    /** Whether it is an interface or annotation. */
    public boolean isInterface() {
        return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
    }
}
