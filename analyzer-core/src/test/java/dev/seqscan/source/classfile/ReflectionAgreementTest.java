package dev.seqscan.source.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.MethodDeclaration.Parameter;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from class files must be what the virtual machine says of the same classes. */
class ReflectionAgreementTest {

    private final RunningJdk jdk = new RunningJdk(new Notices());

    @ParameterizedTest
    @ValueSource(strings = {"java.lang", "java.time", "java.util", "java.util.concurrent", "java.util.function",
        "java.util.stream"})
    void signatures_agree_with_reflection(String packageName) throws Exception {
        List<Class<?>> types = publicClasses(packageName);
        assertThat(types).isNotEmpty();
        for (Class<?> type : types) {
            TypeDeclaration read = jdk.own(type.getCanonicalName()).orElseThrow().declaration();

            assertThat(read.methods().stream().filter(method -> isVisible(method.modifiers()))
                    .map(ReflectionAgreementTest::text)).as(type.getName()).containsExactlyInAnyOrderElementsOf(methods(type));
            assertThat(Stream.of(read.extended(), read.implemented()).flatMap(names -> texts(names).stream()))
                    .as(type.getName()).containsExactlyElementsOf(supertypes(type));
            assertThat(read.isInterface()).isEqualTo(type.isInterface());
        }
    }

    private static List<Class<?>> publicClasses(String packageName) throws IOException {
        Path folder = Path.of(URI.create("jrt:/java.base/" + packageName.replace('.', '/')));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".class")).sorted()
                    .map(name -> load(packageName + "." + name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.getCanonicalName() != null && java.lang.reflect.Modifier.isPublic(type.getModifiers()))
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, null);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static boolean isVisible(Set<Modifier> modifiers) {
        return modifiers.contains(Modifier.PUBLIC) || modifiers.contains(Modifier.PROTECTED);
    }

    private static List<String> methods(Class<?> type) {
        return Stream.<Executable>concat(Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
                .filter(each -> !each.isSynthetic() && (each.getModifiers()
                        & (java.lang.reflect.Modifier.PUBLIC | java.lang.reflect.Modifier.PROTECTED)) != 0)
                .map(ReflectionAgreementTest::text).toList();
    }

    private static List<String> supertypes(Class<?> type) {
        Type superclass = type.isEnum() || type.isRecord() ? null : type.getGenericSuperclass();
        return Stream.concat(Stream.ofNullable(superclass), Arrays.stream(type.isAnnotation() ? new Type[0] : type.getGenericInterfaces()))
                .filter(each -> each != Object.class).map(ReflectionAgreementTest::text).toList();
    }

    private static String text(MethodDeclaration method) {
        return (method.modifiers().contains(Modifier.STATIC) ? "static " : "")
                + method.typeParameters().stream().map(parameter -> parameter.name() + texts(parameter.bounds())).toList()
                + text(method.returnType()) + " " + method.name()
                + texts(method.parameters().stream().map(Parameter::type).toList())
                + method.parameters().stream().anyMatch(Parameter::varArgs);
    }

    private static List<String> texts(List<TypeName> types) {
        return types.stream().map(ReflectionAgreementTest::text).toList();
    }

    private static String text(TypeName type) {
        String arguments = type.arguments().stream().map(ReflectionAgreementTest::text).collect(Collectors.joining(", "));
        return switch (type.bound()) {
            case UNBOUNDED -> "? extends java.lang.Object";
            case EXTENDS -> "? extends " + arguments;
            case SUPER -> "? super " + arguments;
            default -> type.name() + (arguments.isEmpty() ? "" : "<" + arguments + ">") + "[]".repeat(type.dimensions());
        };
    }

    private static String text(Executable method) {
        Class<?> outer = method.getDeclaringClass().getDeclaringClass();
        Type[] parameters = method.getGenericParameterTypes();
        boolean hidesOuter = !(method instanceof Method) && outer != null && parameters.length > 0 && parameters[0] == outer
                && !java.lang.reflect.Modifier.isStatic(method.getDeclaringClass().getModifiers());
        return (java.lang.reflect.Modifier.isStatic(method.getModifiers()) ? "static " : "")
                + Arrays.stream(method.getTypeParameters()).map(each -> each.getName() + bounds(each.getBounds())).toList()
                + (method instanceof Method named ? text(named.getGenericReturnType()) + " " + named.getName() : "void <init>")
                + Arrays.stream(parameters).skip(hidesOuter ? 1 : 0).map(ReflectionAgreementTest::text).toList()
                + method.isVarArgs();
    }

    private static List<String> bounds(Type[] bounds) {
        boolean onlyObject = bounds.length == 1 && bounds[0] == Object.class;
        return onlyObject ? List.of() : Arrays.stream(bounds).map(ReflectionAgreementTest::text).toList();
    }

    private static String text(Type type) {
        if (type instanceof ParameterizedType generic) {
            return text(generic.getRawType()) + Arrays.stream(generic.getActualTypeArguments())
                    .map(ReflectionAgreementTest::text).collect(Collectors.joining(", ", "<", ">")).replace("<>", "");
        }
        if (type instanceof GenericArrayType array) {
            return text(array.getGenericComponentType()) + "[]";
        }
        if (type instanceof WildcardType wildcard) {
            return wildcard.getLowerBounds().length > 0 ? "? super " + text(wildcard.getLowerBounds()[0])
                    : "? extends " + text(wildcard.getUpperBounds()[0]);
        }
        return type instanceof Class<?> raw ? raw.getCanonicalName() : type.getTypeName();
    }
}
