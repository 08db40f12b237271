package dev.seqscan.source.classfile.index;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of a class that another package may use, which is the part that the index keeps. */
final class ApiView {

    /** The only annotation that is kept: what it marks may be the target of a lambda. */
    static final String FUNCTIONAL_INTERFACE = "java.lang.FunctionalInterface";

    private ApiView() {
    }

    /** The class with its public and protected members and its record components, without annotations. */
    static TypeDeclaration of(TypeDeclaration type) {
        return new TypeDeclaration(type.kind(), type.name(), type.modifiers(), type.typeParameters(), type.extended(),
                type.implemented(), functional(type.annotations()),
                type.fields().stream().filter(ApiView::isKept).map(ApiView::bare).toList(),
                type.methods().stream().filter(method -> isVisible(method.modifiers())).map(ApiView::bare).toList(),
                type.nested().stream().filter(nested -> isVisible(nested.modifiers())).toList(),
                type.span(), type.nameSpan());
    }

    static boolean isVisible(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    private static boolean isKept(FieldDeclaration field) {
        return isVisible(field.modifiers()) || field.role() == FieldDeclaration.Role.RECORD_COMPONENT;
    }

    private static List<AnnotationUse> functional(List<AnnotationUse> annotations) {
        return annotations.stream().filter(annotation -> annotation.name().equals(FUNCTIONAL_INTERFACE))
                .map(annotation -> new AnnotationUse(annotation.name(), Map.of(), annotation.span())).toList();
    }

    private static FieldDeclaration bare(FieldDeclaration field) {
        return new FieldDeclaration(field.role(), field.name(), field.type(), field.modifiers(), List.of(),
                field.initializer(), field.span(), field.nameSpan());
    }

    private static MethodDeclaration bare(MethodDeclaration method) {
        List<MethodDeclaration.Parameter> parameters = method.parameters().stream()
                .map(parameter -> new MethodDeclaration.Parameter(parameter.name(), parameter.type(),
                        parameter.varArgs(), List.of(), parameter.span()))
                .toList();
        return new MethodDeclaration(method.name(), method.modifiers(), method.typeParameters(), method.returnType(),
                parameters, List.of(), null, method.span(), method.nameSpan());
    }
}
