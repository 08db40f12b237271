package dev.seqscan.source.code;

import dev.seqscan.source.Span;
import java.util.List;
import java.util.Set;

/**
 * A method, constructor or initialiser.
 *
 * @param name {@code <init>} for constructors, {@code <clinit>} and {@code <instance>} for initialiser blocks
 * @param returnType {@code void} for constructors and initialisers
 * @param body null for abstract and native methods
 */
public record MethodDeclaration(String name, Set<Modifier> modifiers,
        List<TypeDeclaration.TypeParameter> typeParameters, TypeName returnType, List<Parameter> parameters,
        List<AnnotationUse> annotations, Statement.Block body, Span span, Span nameSpan) {

    /** The name of constructors. */
    public static final String CONSTRUCTOR = "<init>";

    /** A parameter of a method or lambda. The type of an untyped lambda parameter is {@code var}. */
    public record Parameter(String name, TypeName type, boolean varArgs, List<AnnotationUse> annotations, Span span) {
    }

    /** Whether this is a constructor. */
    public boolean isConstructor() {
        return name.equals(CONSTRUCTOR);
    }
}
