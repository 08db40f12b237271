package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;
import java.util.Set;

/**
 * A class, interface, enum, record or annotation type.
 *
 * @param name the simple name; an anonymous class has the empty name
 * @param extended superclass of a class, or the extended interfaces of an interface
 * @param fields fields, record components and enum constants, in the order of the text
 * @param methods methods, constructors ({@code <init>}) and initialisers ({@code <clinit>}, {@code <instance>})
 */
public record TypeDeclaration(Kind kind, String name, Set<Modifier> modifiers, List<TypeParameter> typeParameters,
        List<TypeName> extended, List<TypeName> implemented, List<AnnotationUse> annotations,
        List<FieldDeclaration> fields, List<MethodDeclaration> methods, List<TypeDeclaration> nested,
        Span span, Span nameSpan) {

    /** The kinds of types of the Java language. */
    public enum Kind { CLASS, INTERFACE, ENUM, RECORD, ANNOTATION }

    /** {@code <T extends A & B>}: name and bounds. */
    public record TypeParameter(String name, List<TypeName> bounds) {
    }

    /** Whether the type is an interface or annotation type. */
    public boolean isInterface() {
        return kind == Kind.INTERFACE || kind == Kind.ANNOTATION;
    }
}
