package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Declares the types that annotation processors generate for mapped classes, for trees without the generated sources: the
 * static metamodel (Jakarta Persistence, section 6.2.1, "Canonical metamodel") and Querydsl's query types ("Querying JPA"
 * of its reference).
 */
public final class MappedTypes {

    private static final Set<Modifier> PUBLIC = Set.of(Modifier.PUBLIC);
    private static final Set<Modifier> STATIC = Set.of(Modifier.PUBLIC, Modifier.STATIC);

    private MappedTypes() {
    }

    /** The name of the class for which a processor would generate a type of some canonical name; empty where it is none. */
    public static Optional<String> mappedBy(String name) {
        int simple = name.lastIndexOf('.') + 1;
        boolean isLonger = name.length() > simple + 1;
        if (isLonger && name.endsWith("_")) {
            return Optional.of(name.substring(0, name.length() - 1));
        }
        boolean query = isLonger && name.charAt(simple) == 'Q' && Character.isUpperCase(name.charAt(simple + 1));
        return query ? Optional.of(name.substring(0, simple) + name.substring(simple + 1).replace('_', '.')) : Optional.empty();
    }

    /** The declaration of a generated type of some simple name; empty where the class is not mapped. */
    public static Optional<TypeDeclaration> declare(String simpleName, DeclaredClass mapped, Program program) {
        if (!MappedProperty.isMapped(mapped)) {
            return Optional.empty();
        }
        return Optional.of(simpleName.endsWith("_") ? metamodel(simpleName, mapped, program)
                : QueryTypes.declare(simpleName, mapped, program));
    }

    private static TypeDeclaration metamodel(String simpleName, DeclaredClass mapped, Program program) {
        boolean old = mapped.file().imports().stream().anyMatch(each -> each.name().startsWith("javax.persistence"));
        String api = (old ? "javax" : "jakarta") + ".persistence.metamodel.";
        List<FieldDeclaration> fields = new ArrayList<>();
        for (MappedProperty each : MappedProperty.of(mapped)) {
            attribute(each, mapped, api).ifPresent(type -> fields.add(field(each.name(), type, STATIC, null, each.span())));
            fields.add(field(constant(each.name()), TypeName.of("java.lang.String"),
                    Set.of(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL),
                    new Expression.Literal(Expression.LiteralKind.STRING, each.name(), each.span()), each.span()));
        }
        fields.add(field("class_", generic(api + "EntityType", JavaType.of(mapped.name())), STATIC, null,
                mapped.declaration().nameSpan()));
        List<TypeName> above = mapped.declaration().extended().stream().map(each -> mapped.resolve(each).className())
                .filter(each -> program.declared(each, mapped.module()).filter(MappedProperty::isMapped).isPresent())
                .map(each -> TypeName.of(each + "_")).toList();
        return type(simpleName, above, fields, List.of(), mapped.declaration().nameSpan());
    }

    private static Optional<TypeName> attribute(MappedProperty member, DeclaredClass mapped, String api) {
        JavaType owner = JavaType.of(mapped.name());
        if (!member.plural()) {
            return Optional.of(generic(api + "SingularAttribute", owner, member.boxed()));
        }
        List<JavaType> arguments = member.type() instanceof JavaType.ClassType named ? named.arguments() : List.of();
        String form = switch (member.type().className()) {
            case "java.util.List" -> "ListAttribute";
            case "java.util.Set" -> "SetAttribute";
            case "java.util.Collection" -> "CollectionAttribute";
            case "java.util.Map" -> "MapAttribute";
            default -> "";
        };
        if (form.isEmpty() || arguments.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(arguments.size() == 2 ? generic(api + form, owner, arguments.get(0), arguments.get(1))
                : generic(api + form, owner, arguments.get(0)));
    }

    private static String constant(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }

    static TypeName generic(String name, JavaType... arguments) {
        List<TypeName> names = new ArrayList<>();
        for (JavaType each : arguments) {
            names.add(Code.typeName(each));
        }
        return new TypeName(name, List.copyOf(names), 0, TypeName.Bound.NONE);
    }

    static FieldDeclaration field(String name, TypeName type, Set<Modifier> modifiers, Expression value, Span span) {
        return new FieldDeclaration(FieldDeclaration.Role.FIELD, name, type, modifiers, List.of(), value, span, span);
    }

    static TypeDeclaration type(String name, List<TypeName> above, List<FieldDeclaration> fields,
            List<MethodDeclaration> methods, Span span) {
        return new TypeDeclaration(TypeDeclaration.Kind.CLASS, name, PUBLIC, List.of(), above, List.of(), List.of(),
                List.copyOf(fields), methods, List.of(), span, span);
    }
}
