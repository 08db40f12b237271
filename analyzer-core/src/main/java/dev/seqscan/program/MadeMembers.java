package dev.seqscan.program;

import dev.seqscan.program.ClassShape.Method;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Members that no text shows: accessors of records (Java Language Specification, section 8.10.3), {@code values()} of
 * enums (section 8.9.3), and what Lombok's annotations make ({@code @Getter @Setter @Data @Value @Builder @Slf4j}).
 */
public final class MadeMembers {

    private static final String LOMBOK = "lombok.";
    private static final String ACCESSORS = "lombok.experimental.Accessors";
    /** The loggers that Lombok's annotations make ("@Log" of its reference). */
    private static final Map<String, String> LOGGERS = Map.of("Slf4j", "org.slf4j.Logger", "XSlf4j", "org.slf4j.ext.XLogger",
            "Log4j", "org.apache.log4j.Logger", "Log4j2", "org.apache.logging.log4j.Logger",
            "CommonsLog", "org.apache.commons.logging.Log", "JBossLog", "org.jboss.logging.Logger",
            "Log", "java.util.logging.Logger");

    private MadeMembers() {
    }

    /** Adds what is made to what is written; {@code implemented} are inherited methods that a generator implements. */
    static ClassShape addTo(ClassShape shape, DeclaredClass type, List<MethodDeclaration> implemented) {
        List<Method> methods = new ArrayList<>(shape.methods());
        List<ClassShape.Field> fields = new ArrayList<>(shape.fields());
        JavaType self = new JavaType.ClassType(shape.name(), List.copyOf(shape.typeParameters()));
        if (shape.kind() == ClassShape.Kind.ENUM) {
            add(methods, method("values", List.of(), new JavaType.ArrayType(self), true));
            add(methods, method("valueOf", List.of(JavaType.STRING), self, true));
        }
        if (shape.kind() == ClassShape.Kind.RECORD) {
            add(methods, method("equals", List.of(JavaType.OBJECT), JavaType.BOOLEAN, false));
            add(methods, method("hashCode", List.of(), JavaType.INT, false));
            add(methods, method("toString", List.of(), JavaType.STRING, false));
        }
        accessors(shape, type, self, methods);
        implemented(shape, type, implemented, methods);
        constructors(shape, type, methods);
        LOGGERS.forEach((annotation, logger) -> {
            if (isAnnotated(type, annotation)) {
                fields.add(new ClassShape.Field("log", JavaType.of(logger), true, true));
            }
        });
        return new ClassShape(shape.name(), shape.kind(), shape.isAbstract(), shape.typeParameters(), shape.supertypes(),
                List.copyOf(methods), List.copyOf(fields), shape.memberTypes());
    }

    private static void accessors(ClassShape shape, DeclaredClass type, JavaType self, List<Method> methods) {
        for (FieldDeclaration field : type.declaration().fields()) {
            JavaType fieldType = shape.fields().stream().filter(each -> each.name().equals(field.name()))
                    .map(ClassShape.Field::type).findFirst().orElse(JavaType.OBJECT);
            accessorName(type, field).ifPresent(name -> add(methods, method(name, List.of(), fieldType, false)));
            if (hasSetter(type, field)) {
                boolean chained = accessors(type, field, "chain") || accessors(type, field, "fluent");
                String name = accessors(type, field, "fluent") ? field.name() : "set" + setterCapital(field);
                add(methods, method(name, List.of(fieldType), chained ? self : JavaType.VOID, false));
            }
            if (isField(field) && (isAnnotated(type, "With") || isAnnotated(type, field, "With"))) {
                add(methods, method("with" + capital(field), List.of(fieldType), self, false));
            }
        }
    }

    private static void implemented(ClassShape shape, DeclaredClass type, List<MethodDeclaration> implemented,
            List<Method> methods) {
        if (shape.kind() != ClassShape.Kind.ANNOTATION) {
            // Not abstract in interfaces either, since a functional one has a single abstract method.
            methods.add(method(MadeBodies.SERIALISER, List.of(), JavaType.VOID, false));
        }
        for (MethodDeclaration each : implemented) {
            List<JavaType> parameters = each.parameters().stream().map(parameter -> type.resolve(parameter.type())).toList();
            if (methods.stream().noneMatch(known -> known.name().equals(each.name()) && known.parameters().equals(parameters))) {
                methods.add(method(each.name(), parameters, type.resolve(each.returnType()), false));
            }
        }
    }

    /** The name of the method that is made to read a field, if one is made. */
    public static Optional<String> accessorName(DeclaredClass type, FieldDeclaration field) {
        if (field.role() == FieldDeclaration.Role.RECORD_COMPONENT) {
            return Optional.of(field.name());
        }
        if (field.role() != FieldDeclaration.Role.FIELD || field.modifiers().contains(Modifier.STATIC)) {
            return Optional.empty();
        }
        boolean made = isAnnotated(type, "Getter", "Data", "Value") || isAnnotated(type, field, "Getter");
        if (!made) {
            return Optional.empty();
        }
        if (accessors(type, field, "fluent")) {
            return Optional.of(field.name());
        }
        boolean primitiveBoolean = field.type().name().equals("boolean") && field.type().dimensions() == 0;
        if (primitiveBoolean && field.name().matches("is[A-Z].*")) {
            return Optional.of(field.name());
        }
        return Optional.of((primitiveBoolean ? "is" : "get") + capital(field));
    }

    /** Whether {@code @Accessors} of the field, else of the class, says so. */
    private static boolean accessors(DeclaredClass type, FieldDeclaration field, String attribute) {
        return type.annotation(field.annotations(), ACCESSORS).or(() -> type.annotation(ACCESSORS))
                .flatMap(use -> use.attribute(attribute))
                .filter(value -> value instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value())).isPresent();
    }

    /** The setter of a primitive {@code isOpen} is {@code setOpen}. */
    private static String setterCapital(FieldDeclaration field) {
        boolean isPrefixed = field.type().name().equals("boolean") && field.type().dimensions() == 0
                && field.name().matches("is[A-Z].*");
        return isPrefixed ? field.name().substring(2) : capital(field);
    }

    private static boolean isField(FieldDeclaration field) {
        return field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC);
    }

    private static boolean hasSetter(DeclaredClass type, FieldDeclaration field) {
        boolean settable = field.role() == FieldDeclaration.Role.FIELD && !field.modifiers().contains(Modifier.STATIC)
                && !field.modifiers().contains(Modifier.FINAL);
        return settable && (isAnnotated(type, "Setter", "Data") || isAnnotated(type, field, "Setter"));
    }

    private static void constructors(ClassShape shape, DeclaredClass type, List<Method> methods) {
        boolean none = shape.methods().stream().noneMatch(method -> method.name().equals("<init>"));
        List<JavaType> all = new ArrayList<>();
        List<JavaType> required = new ArrayList<>();
        for (FieldDeclaration field : type.declaration().fields()) {
            if (field.role() == FieldDeclaration.Role.ENUM_CONSTANT || field.modifiers().contains(Modifier.STATIC)) {
                continue;
            }
            JavaType fieldType = shape.fields().stream().filter(each -> each.name().equals(field.name())).findFirst()
                    .map(ClassShape.Field::type).orElse(JavaType.OBJECT);
            all.add(fieldType);
            if (field.modifiers().contains(Modifier.FINAL) && field.initializer() == null) {
                required.add(fieldType);
            }
        }
        TypeDeclaration.Kind kind = type.declaration().kind();
        JavaType self = new JavaType.ClassType(shape.name(), List.copyOf(shape.typeParameters()));
        factory(shape, type, all, self, methods, "AllArgsConstructor", "Value");
        factory(shape, type, required, self, methods, "RequiredArgsConstructor", "Data");
        factory(shape, type, List.of(), self, methods, "NoArgsConstructor");
        if (kind == TypeDeclaration.Kind.RECORD || isAnnotated(type, "AllArgsConstructor", "Value", "Builder")) {
            add(methods, method("<init>", all, JavaType.VOID, false));
        }
        if (isAnnotated(type, "RequiredArgsConstructor", "Data")) {
            add(methods, method("<init>", required, JavaType.VOID, false));
        }
        if (none && kind == TypeDeclaration.Kind.CLASS || isAnnotated(type, "NoArgsConstructor")) {
            add(methods, method("<init>", List.of(), JavaType.VOID, false));
        }
    }

    /** The static method that stands before a made constructor where the annotation names one. */
    private static void factory(ClassShape shape, DeclaredClass type, List<JavaType> parameters, JavaType self,
            List<Method> methods, String... annotations) {
        Map<JavaType.TypeVariable, JavaType> own = new LinkedHashMap<>();
        shape.typeParameters().forEach(each -> own.put(each,
                new JavaType.TypeVariable(each.name(), shape.name() + "#(factory)", each.bound(), each.others())));
        for (String annotation : annotations) {
            type.annotation(LOMBOK + annotation)
                    .flatMap(use -> use.attribute(annotation.endsWith("Constructor") ? "staticName" : "staticConstructor"))
                    .filter(value -> value instanceof Expression.Literal literal && literal.value() instanceof String)
                    .ifPresent(value -> add(methods, new Method((String) ((Expression.Literal) value).value(),
                            own.values().stream().map(JavaType.TypeVariable.class::cast).toList(),
                            parameters.stream().map(each -> Types.substitute(each, own)).toList(),
                            Types.substitute(self, own), true, false, false, false)));
        }
    }

    private static void add(List<Method> methods, Method made) {
        boolean written = methods.stream().anyMatch(
                each -> each.name().equals(made.name()) && each.parameters().size() == made.parameters().size());
        if (!written || made.name().equals("<init>") && methods.stream().noneMatch(each -> each.name().equals("<init>")
                && each.parameters().equals(made.parameters()))) {
            methods.add(made);
        }
    }

    private static Method method(String name, List<JavaType> parameters, JavaType returns, boolean isStatic) {
        return new Method(name, List.of(), List.copyOf(parameters), returns, isStatic, false, false, false);
    }

    private static String capital(FieldDeclaration field) {
        return Character.toUpperCase(field.name().charAt(0)) + field.name().substring(1);
    }

    private static boolean isAnnotated(DeclaredClass type, String... names) {
        return isAnnotated(type, type.declaration().annotations(), names);
    }

    private static boolean isAnnotated(DeclaredClass type, FieldDeclaration field, String... names) {
        return isAnnotated(type, field.annotations(), names);
    }

    private static boolean isAnnotated(DeclaredClass type, List<AnnotationUse> uses, String... names) {
        for (AnnotationUse use : uses) {
            for (String name : names) {
                if (use.simpleName().equals(name) && type.annotationType(use).startsWith(LOMBOK)) {
                    return true;
                }
            }
        }
        return false;
    }
}
