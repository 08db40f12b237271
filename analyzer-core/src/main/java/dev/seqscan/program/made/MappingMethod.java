package dev.seqscan.program.made;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A method of a mapper as its interface declares it, its type parameters replaced.
 *
 * @param owner the class in whose text it stands
 * @param parameters the types of its parameters
 */
record MappingMethod(DeclaredClass owner, MethodDeclaration declaration, List<JavaType> parameters, JavaType returns) {

    /** The methods of a mapper and of what it extends, the nearest first; {@code program} finds classes by type. */
    static List<MappingMethod> of(DeclaredClass mapper, Function<JavaType, Optional<DeclaredClass>> program) {
        List<MappingMethod> found = new ArrayList<>();
        add(mapper, Map.of(), program, found, 0);
        return found;
    }

    private static void add(DeclaredClass type, Map<String, JavaType> given,
            Function<JavaType, Optional<DeclaredClass>> program, List<MappingMethod> found, int depth) {
        for (MethodDeclaration method : type.declaration().methods()) {
            boolean plain = !method.isConstructor() && !method.modifiers().contains(Modifier.STATIC)
                    && !method.parameters().isEmpty() && method.typeParameters().isEmpty();
            if (plain) {
                List<JavaType> parameters = method.parameters().stream()
                        .map(each -> replace(type.resolve(each.type()), given)).toList();
                MappingMethod made = new MappingMethod(type, method, parameters, replace(type.resolve(method.returnType()), given));
                if (found.stream().noneMatch(each -> each.overrides(made))) {
                    found.add(made);
                }
            }
        }
        List<TypeName> above = new ArrayList<>(type.declaration().extended());
        above.addAll(type.declaration().implemented());
        for (TypeName name : depth < 4 ? above : List.<TypeName>of()) {
            JavaType resolved = type.resolve(name);
            program.apply(resolved).ifPresent(each ->
                    add(each, arguments(each, replace(resolved, given)), program, found, depth + 1));
        }
    }

    private static Map<String, JavaType> arguments(DeclaredClass type, JavaType resolved) {
        Map<String, JavaType> arguments = new LinkedHashMap<>();
        List<JavaType> given = resolved instanceof JavaType.ClassType named ? named.arguments() : List.of();
        for (int i = 0; i < Math.min(given.size(), type.declaration().typeParameters().size()); i++) {
            arguments.put(type.declaration().typeParameters().get(i).name(), given.get(i));
        }
        return arguments;
    }

    private static JavaType replace(JavaType type, Map<String, JavaType> given) {
        if (type instanceof JavaType.TypeVariable variable) {
            return given.getOrDefault(variable.name(), type);
        }
        return type instanceof JavaType.ClassType named && !named.arguments().isEmpty() ? new JavaType.ClassType(named.name(),
                named.arguments().stream().map(each -> replace(each, given)).toList()) : type;
    }

    private boolean overrides(MappingMethod other) {
        return declaration.name().equals(other.declaration.name()) && parameters.equals(other.parameters);
    }

    /** Whether somebody has to write its body. */
    boolean isAbstract() {
        return declaration.body() == null;
    }

    /** Annotations of a simple name, also those that are gathered in one of the plural. */
    List<AnnotationUse> annotations(String simpleName) {
        return Annotations.named(declaration.annotations(), simpleName);
    }
}
