package dev.seqscan.program;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names that Lombok gives to what it makes of the fields of a class ("Lombok features" of its reference). */
final class LombokMembers {

    private static final String LOMBOK = "lombok.";

    private LombokMembers() {
    }

    /** A made constructor, or static method of that name in its place, with the fields that it fills. */
    record Constructor(String staticName, List<FieldDeclaration> fields) {
    }

    /** The getter of a field, if one is made. */
    static Optional<String> getter(DeclaredClass type, FieldDeclaration field) {
        if (!isField(field) || !isAnnotated(type, "Getter", "Data", "Value") && use(type, field.annotations(), "Getter").isEmpty()) {
            return Optional.empty();
        }
        String property = property(type, field);
        if (accessors(type, field, "fluent")) {
            return Optional.of(property);
        }
        return Optional.of(isFlag(field) ? property.matches("is[A-Z].*") ? property : "is" + capital(property)
                : "get" + capital(property));
    }

    /** The setter of a field, if one is made. */
    static Optional<String> setter(DeclaredClass type, FieldDeclaration field) {
        boolean made = isField(field) && !field.modifiers().contains(Modifier.FINAL)
                && (isAnnotated(type, "Setter", "Data") || use(type, field.annotations(), "Setter").isPresent());
        if (!made) {
            return Optional.empty();
        }
        String property = property(type, field);
        boolean flag = isFlag(field) && property.matches("is[A-Z].*");
        return Optional.of(accessors(type, field, "fluent") ? property : "set" + capital(flag ? property.substring(2) : property));
    }

    /** Whether a setter gives its object back: asked for, or because the setters have the names of the fields. */
    static boolean isChained(DeclaredClass type, FieldDeclaration field) {
        return accessors(type, field, "chain") || accessors(type, field, "fluent");
    }

    /** The method that copies an object with another value of a field, if one is made. */
    static Optional<String> wither(DeclaredClass type, FieldDeclaration field) {
        boolean counts = field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC);
        return counts && (isAnnotated(type, "With") || use(type, field.annotations(), "With").isPresent())
                ? Optional.of("with" + capital(property(type, field))) : Optional.empty();
    }

    /** The constructors that are made. {@code @Data}, {@code @Value} and builders make one only where no other is asked for. */
    static List<Constructor> constructors(DeclaredClass type) {
        List<Constructor> made = new ArrayList<>();
        use(type, "AllArgsConstructor").ifPresent(use -> made.add(new Constructor(staticName(use, "staticName"), all(type))));
        use(type, "RequiredArgsConstructor").ifPresent(use -> made.add(new Constructor(staticName(use, "staticName"), required(type))));
        use(type, "NoArgsConstructor").ifPresent(use -> made.add(new Constructor(staticName(use, "staticName"), List.of())));
        boolean none = made.isEmpty()
                && type.declaration().methods().stream().noneMatch(MethodDeclaration::isConstructor);
        if (none && (isAnnotated(type, "Value") || isAnnotated(type, "Builder", "SuperBuilder"))) {
            made.add(new Constructor(use(type, "Value").map(use -> staticName(use, "staticConstructor")).orElse(""), all(type)));
        } else if (none && isAnnotated(type, "Data")) {
            made.add(new Constructor(use(type, "Data").map(use -> staticName(use, "staticConstructor")).orElse(""), required(type)));
        }
        return made;
    }

    private static String staticName(AnnotationUse use, String attribute) {
        return use.attributes().get(attribute) instanceof Expression.Literal literal
                && literal.value() instanceof String text ? text : "";
    }

    private static List<FieldDeclaration> all(DeclaredClass type) {
        boolean value = isAnnotated(type, "Value");
        return type.declaration().fields().stream().filter(LombokMembers::isField).filter(each -> !isSet(type, each, value)).toList();
    }

    private static List<FieldDeclaration> required(DeclaredClass type) {
        return all(type).stream().filter(each -> each.modifiers().contains(Modifier.FINAL)
                || each.initializer() == null && each.annotations().stream()
                        .anyMatch(use -> use.simpleName().equals("NonNull"))).toList();
    }

    /** A final field that has its value already cannot be a parameter, but for defaults of builders. */
    private static boolean isSet(DeclaredClass type, FieldDeclaration field, boolean allFinal) {
        boolean isDefault = field.annotations().stream().anyMatch(use -> use.name().endsWith("Builder.Default"));
        return field.initializer() != null && !isDefault && (allFinal || field.modifiers().contains(Modifier.FINAL));
    }

    private static boolean isField(FieldDeclaration field) {
        return field.role() == FieldDeclaration.Role.FIELD && !field.modifiers().contains(Modifier.STATIC);
    }

    private static boolean isFlag(FieldDeclaration field) {
        return field.type().name().equals("boolean") && field.type().dimensions() == 0;
    }

    /** The name of a field without the prefix that {@code @Accessors} names. */
    private static String property(DeclaredClass type, FieldDeclaration field) {
        Expression value = accessors(type, field).map(use -> use.attributes().get("prefix")).orElse(null);
        List<Expression> prefixes = value instanceof Expression.NewArray array && array.elements() != null ? array.elements()
                : value == null ? List.of() : List.of(value);
        for (Expression each : prefixes) {
            String prefix = each instanceof Expression.Literal literal && literal.value() instanceof String text ? text : "";
            String rest = field.name().startsWith(prefix) ? field.name().substring(prefix.length()) : "";
            if (!prefix.isEmpty() && !rest.isEmpty() && !Character.isLowerCase(rest.charAt(0))) {
                return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
            }
        }
        return field.name();
    }

    private static boolean accessors(DeclaredClass type, FieldDeclaration field, String attribute) {
        return accessors(type, field).filter(use -> use.attributes().get(attribute) instanceof Expression.Literal literal
                && Boolean.TRUE.equals(literal.value())).isPresent();
    }

    private static Optional<AnnotationUse> accessors(DeclaredClass type, FieldDeclaration field) {
        return use(type, field.annotations(), "Accessors").or(() -> use(type, "Accessors"));
    }

    private static String capital(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    static boolean isAnnotated(DeclaredClass type, String... names) {
        for (String name : names) {
            if (use(type, name).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static Optional<AnnotationUse> use(DeclaredClass type, String name) {
        return use(type, type.declaration().annotations(), name);
    }

    private static Optional<AnnotationUse> use(DeclaredClass type, List<AnnotationUse> uses, String name) {
        return uses.stream().filter(use -> use.simpleName().equals(name) && type.annotationType(use).startsWith(LOMBOK)).findFirst();
    }

    /** Whether a class is a record, whose components are its constructor's parameters. */
    static boolean isRecord(DeclaredClass type) {
        return type.declaration().kind() == TypeDeclaration.Kind.RECORD;
    }
}
