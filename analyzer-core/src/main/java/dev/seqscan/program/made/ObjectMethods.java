package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes {@code toString} and {@code hashCode} as Lombok makes them ("@ToString", "@EqualsAndHashCode" of its reference):
 * of all fields but static, excluded and, for the hash, transient ones; of a record they are made of all components (Java
 * Language Specification, section 8.10.3).
 */
final class ObjectMethods {

    private final Program program;

    ObjectMethods(Program program) {
        this.program = program;
    }

    List<MethodDeclaration> of(DeclaredClass type) {
        List<MethodDeclaration> made = new ArrayList<>();
        make(type, "toString", "ToString").ifPresent(made::add);
        make(type, "hashCode", "EqualsAndHashCode").ifPresent(made::add);
        return made;
    }

    private Optional<MethodDeclaration> make(DeclaredClass type, String method, String annotation) {
        Optional<AnnotationUse> use = use(type, annotation);
        boolean wanted = use.isPresent() || use(type, "Data").isPresent() || use(type, "Value").isPresent()
                || type.declaration().kind() == TypeDeclaration.Kind.RECORD;
        boolean written = type.declaration().methods().stream()
                .anyMatch(each -> each.name().equals(method) && each.parameters().isEmpty());
        if (!wanted || written) {
            return Optional.empty();
        }
        List<Statement> statements = new ArrayList<>();
        Span span = type.declaration().nameSpan();
        if (use.filter(each -> Annotations.isTrue(each, "callSuper")).isPresent()) {
            statements.add(Code.evaluate(Code.call(new Expression.Super(null, span), method, span)));
        }
        for (FieldDeclaration field : type.declaration().fields()) {
            if (counts(field, annotation, use, method)) {
                statements.addAll(read(field, type.resolve(field.type()), method, type));
            }
        }
        return Optional.of(Code.method(method, span, statements));
    }

    private static Optional<AnnotationUse> use(DeclaredClass type, String simpleName) {
        return type.declaration().annotations().stream().filter(each -> each.simpleName().equals(simpleName)
                && type.annotationType(each).startsWith("lombok.")).findFirst();
    }

    private static boolean counts(FieldDeclaration field, String annotation, Optional<AnnotationUse> use, String method) {
        boolean out = field.role() == FieldDeclaration.Role.ENUM_CONSTANT || field.modifiers().contains(Modifier.STATIC)
                || method.equals("hashCode") && field.modifiers().contains(Modifier.TRANSIENT);
        if (out || marked(field, annotation + ".Exclude")) {
            return false;
        }
        Set<String> excluded = new LinkedHashSet<>();
        use.ifPresent(each -> names(each, "exclude", excluded));
        Set<String> only = new LinkedHashSet<>();
        use.ifPresent(each -> names(each, "of", only));
        boolean explicit = use.filter(each -> Annotations.isTrue(each, "onlyExplicitlyIncluded")).isPresent();
        return !excluded.contains(field.name()) && (only.isEmpty() || only.contains(field.name()))
                && (!explicit || marked(field, annotation + ".Include"));
    }

    private static boolean marked(FieldDeclaration field, String name) {
        return field.annotations().stream().anyMatch(each -> each.name().equals(name) || each.name().endsWith("." + name));
    }

    private static void names(AnnotationUse use, String attribute, Set<String> into) {
        for (Expression each : Annotations.elements(use.attributes().get(attribute))) {
            if (each instanceof Expression.Literal literal && literal.value() instanceof String text) {
                into.add(text);
            }
        }
    }

    /** A bag's hash is that of the object (Hibernate, PersistentBag), so that of lists is left out. */
    private List<Statement> read(FieldDeclaration field, JavaType type, String method, DeclaredClass owner) {
        Expression value = Code.name(field.name(), field.nameSpan());
        if (!Containers.holds(type)) {
            return isBean(type, owner) ? List.of(Code.evaluate(Code.call(value, method, field.nameSpan()))) : List.of();
        }
        if (method.equals("hashCode") && !type.className().endsWith("Set")) {
            return List.of();
        }
        Expression over = Containers.isMap(type) ? Code.call(value, "values", field.nameSpan()) : value;
        Expression each = Code.name("each", field.nameSpan());
        List<Statement> body = isBean(Containers.element(type), owner)
                ? List.of(Code.evaluate(Code.call(each, method, field.nameSpan()))) : List.of();
        return List.of(Code.forEach("each", over, body));
    }

    private boolean isBean(JavaType type, DeclaredClass owner) {
        return program.declared(type.className(), owner.module())
                .filter(each -> each.declaration().kind() != TypeDeclaration.Kind.ENUM).isPresent();
    }
}
