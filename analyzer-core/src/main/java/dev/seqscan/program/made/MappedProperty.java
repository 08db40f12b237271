package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A persistent property of a mapped class by name and type alone, as generators of types see it: of a field, or of a
 * getter where the mapping stands on those (Jakarta Persistence, section 2.3, "Access type").
 *
 * @param plural whether it is mapped as a collection of elements
 */
record MappedProperty(String name, JavaType type, boolean plural, Span span) {

    private static final Set<String> MAPPED = Set.of("Entity", "MappedSuperclass", "Embeddable");
    private static final Set<String> IDENTIFIERS = Set.of("Id", "EmbeddedId");
    private static final Set<String> MAPPING = Set.of("Id", "EmbeddedId", "Column", "ManyToOne", "OneToMany", "ManyToMany",
            "OneToOne", "Basic", "JoinColumn", "Embedded", "ElementCollection");
    private static final Set<String> PLURAL = Set.of("OneToMany", "ManyToMany", "ElementCollection");

    static boolean isMapped(DeclaredClass type) {
        return isAnnotated(type.declaration().annotations(), MAPPED);
    }

    /** Those that the class itself declares; members of an open generic type are left out. */
    static List<MappedProperty> of(DeclaredClass type) {
        List<MappedProperty> members = new ArrayList<>();
        if (onGetters(type)) {
            type.declaration().methods().stream().filter(MappedProperty::isGetter).forEach(each ->
                    add(type, each.name().replaceFirst("^(get|is)", ""), type.resolve(each.returnType()), each.annotations(),
                            each.nameSpan(), members));
        } else {
            type.declaration().fields().stream().filter(each -> each.role() == FieldDeclaration.Role.FIELD
                    && !each.modifiers().contains(Modifier.STATIC) && !each.modifiers().contains(Modifier.TRANSIENT))
                    .forEach(each -> add(type, each.name(), type.resolve(each.type()), each.annotations(), each.nameSpan(), members));
        }
        return members;
    }

    private static void add(DeclaredClass owner, String name, JavaType type, List<AnnotationUse> uses, Span span,
            List<MappedProperty> members) {
        boolean known = type instanceof JavaType.ClassType || type instanceof JavaType.Primitive;
        if (known && !isAnnotated(uses, Set.of("Transient"))) {
            members.add(new MappedProperty(BeanProperties.decapitalised(name), type, isAnnotated(uses, PLURAL), span));
        }
    }

    private static boolean onGetters(DeclaredClass type) {
        boolean fieldId = type.declaration().fields().stream().anyMatch(each -> isAnnotated(each.annotations(), IDENTIFIERS));
        boolean anyField = type.declaration().fields().stream().anyMatch(each -> isAnnotated(each.annotations(), MAPPING));
        boolean getterId = type.declaration().methods().stream().anyMatch(each -> isAnnotated(each.annotations(), IDENTIFIERS));
        boolean anyGetter = type.declaration().methods().stream().anyMatch(each -> isAnnotated(each.annotations(), MAPPING));
        return !fieldId && (getterId || anyGetter && !anyField);
    }

    private static boolean isGetter(MethodDeclaration method) {
        return method.parameters().isEmpty() && !method.modifiers().contains(Modifier.STATIC)
                && BeanNames.isGetter(method.name()) && !method.returnType().name().equals("void");
    }

    private static boolean isAnnotated(List<AnnotationUse> uses, Set<String> names) {
        return uses.stream().anyMatch(each -> names.contains(each.simpleName()));
    }

    /** The type as an argument of a generic one. */
    JavaType boxed() {
        return type instanceof JavaType.Primitive primitive ? JavaType.of("java.lang." + switch (primitive.name()) {
            case "int" -> "Integer";
            case "char" -> "Character";
            default -> Character.toUpperCase(primitive.name().charAt(0)) + primitive.name().substring(1);
        }) : type;
    }
}
