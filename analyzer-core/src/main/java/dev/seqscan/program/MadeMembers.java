package dev.seqscan.program;

import dev.seqscan.program.ClassShape.Method;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.program.made.Projections;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.HashMap;
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
    /** The loggers that Lombok's annotations make ("@Log" of its reference). */
    private static final Map<String, String> LOGGERS = Map.of("Slf4j", "org.slf4j.Logger", "XSlf4j", "org.slf4j.ext.XLogger",
            "Log4j", "org.apache.log4j.Logger", "Log4j2", "org.apache.logging.log4j.Logger",
            "CommonsLog", "org.apache.commons.logging.Log", "JBossLog", "org.jboss.logging.Logger",
            "Log", "java.util.logging.Logger");

    private MadeMembers() {
    }

    /** Adds what is made to what is written, inherited methods that a generator implements among it. */
    static ClassShape addTo(ClassShape shape, DeclaredClass type, MadeBodies made) {
        List<Method> methods = new ArrayList<>(shape.methods());
        List<ClassShape.Field> fields = new ArrayList<>(shape.fields());
        JavaType self = new JavaType.ClassType(shape.name(), List.copyOf(shape.typeParameters()));
        if (shape.kind() == ClassShape.Kind.ENUM) {
            add(methods, method("values", List.of(), new JavaType.ArrayType(self), true));
            add(methods, method("valueOf", List.of(ClassType.STRING), self, true));
        }
        if (shape.kind() == ClassShape.Kind.RECORD) {
            add(methods, method("equals", List.of(ClassType.OBJECT), Primitive.BOOLEAN, false));
            add(methods, method("hashCode", List.of(), Primitive.INT, false));
            add(methods, method("toString", List.of(), ClassType.STRING, false));
        }
        accessors(shape, type, self, methods);
        implemented(shape, type, made, methods);
        made.projected(type).ifPresent(each -> fields.add(new ClassShape.Field(Projections.TARGET, JavaType.of(each), false, true)));
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
        Map<String, JavaType> types = new HashMap<>();
        shape.fields().forEach(each -> types.putIfAbsent(each.name(), each.type()));
        for (FieldDeclaration field : type.declaration().fields()) {
            JavaType fieldType = types.getOrDefault(field.name(), ClassType.OBJECT);
            accessorName(type, field).ifPresent(name -> add(methods, method(name, List.of(), fieldType, false)));
            LombokMembers.setter(type, field).ifPresent(name -> add(methods, method(name, List.of(fieldType),
                    LombokMembers.isChained(type, field) ? self : Primitive.VOID, false)));
            if (isField(field) && (isAnnotated(type, "With") || isAnnotated(type, field, "With"))) {
                add(methods, method("with" + capital(field), List.of(fieldType), self, false));
            }
        }
    }

    private static void implemented(ClassShape shape, DeclaredClass type, MadeBodies made,
            List<Method> methods) {
        if (shape.kind() != ClassShape.Kind.ANNOTATION) {
            // Not abstract in interfaces either, since a functional one has a single abstract method.
            made.serialisers().forEach(each -> methods.add(method(each, List.of(), Primitive.VOID, false)));
        }
        for (MethodDeclaration each : made.implemented(type)) {
            List<JavaType> parameters = each.parameters().stream().map(parameter -> type.resolve(parameter.type())).toList();
            if (methods.stream().noneMatch(known -> known.name().equals(each.name()) && known.parameters().equals(parameters))) {
                methods.add(method(each.name(), parameters, type.resolve(each.returnType()), false));
            }
        }
    }

    /** The name of the method that is made to read a field, if one is made. */
    public static Optional<String> accessorName(DeclaredClass type, FieldDeclaration field) {
        return field.role() == FieldDeclaration.Role.RECORD_COMPONENT ? Optional.of(field.name())
                : LombokMembers.getter(type, field);
    }

    private static boolean isField(FieldDeclaration field) {
        return field.role() != FieldDeclaration.Role.ENUM_CONSTANT && !field.modifiers().contains(Modifier.STATIC);
    }

    private static void constructors(ClassShape shape, DeclaredClass type, List<Method> methods) {
        boolean none = shape.methods().stream().noneMatch(method -> method.name().equals("<init>"));
        List<LombokMembers.Constructor> made = FilledFields.constructors(type);
        for (LombokMembers.Constructor each : made) {
            List<JavaType> parameters = each.fields().stream().map(field -> fieldType(shape, field)).toList();
            add(methods, method("<init>", parameters, Primitive.VOID, false));
            if (!each.staticName().isEmpty()) {
                add(methods, factory(shape, each.staticName(), parameters));
            }
        }
        if (none && made.isEmpty() && type.declaration().kind() == TypeDeclaration.Kind.CLASS) {
            add(methods, method("<init>", List.of(), Primitive.VOID, false));
        }
    }

    private static JavaType fieldType(ClassShape shape, FieldDeclaration field) {
        return shape.fields().stream().filter(each -> each.name().equals(field.name())).map(ClassShape.Field::type)
                .findFirst().orElse(ClassType.OBJECT);
    }

    /** The static method that a named constructor is, with type parameters of its own. */
    private static Method factory(ClassShape shape, String name, List<JavaType> parameters) {
        Map<JavaType.TypeVariable, JavaType> own = new LinkedHashMap<>();
        shape.typeParameters().forEach(each -> own.put(each,
                new JavaType.TypeVariable(each.name(), shape.name() + "#(factory)", each.bound(), each.others())));
        JavaType self = new JavaType.ClassType(shape.name(), List.copyOf(shape.typeParameters()));
        return new Method(name, own.values().stream().map(JavaType.TypeVariable.class::cast).toList(),
                parameters.stream().map(each -> Types.substitute(each, own)).toList(), Types.substitute(self, own), true, false,
                false, false);
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
