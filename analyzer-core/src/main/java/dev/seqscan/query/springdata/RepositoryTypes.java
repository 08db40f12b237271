package dev.seqscan.query.springdata;

import dev.seqscan.program.ClassShape;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.query.springdata.RepositoryType.Store;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells which interfaces are repositories, and of what, by walking up from them with their type arguments. */
final class RepositoryTypes {

    private static final String SPRING_DATA = "org.springframework.data.";
    private static final Set<String> BASE_NAMES = Set.of("Repository", "CrudRepository", "ListCrudRepository",
            "PagingAndSortingRepository", "ListPagingAndSortingRepository", "JpaRepository", "ReactiveCrudRepository",
            "ReactiveSortingRepository", "JpaRepositoryImplementation", "R2dbcRepository", "MongoRepository");
    private static final int MAX_TYPES = 40;

    private final Program program;
    private final Module module;

    RepositoryTypes(Program program, Module module) {
        this.program = program;
        this.module = module;
    }

    /** The repository that a type is; empty for classes and for all other interfaces. */
    Optional<RepositoryType> find(JavaType receiver) {
        String name = receiver.className();
        Optional<DeclaredClass> declared = program.declared(name, module);
        boolean possible = declared.map(type -> type.declaration().isInterface()).orElse(name.startsWith(SPRING_DATA));
        if (!possible) {
            return Optional.empty();
        }
        ClassType start = receiver instanceof ClassType type ? type : JavaType.of(name);
        return walk(start).map(base -> new RepositoryType(name, base.store, base.domain, declared));
    }

    /** Whether a class or interface has a base interface of Spring Data above it. */
    boolean isRepository(String className) {
        return walk(JavaType.of(className)).isPresent();
    }

    private record Base(Store store, JavaType domain) {
    }

    private Optional<Base> walk(ClassType start) {
        Deque<ClassType> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        Base neutral = null;
        while (!open.isEmpty() && seen.size() < MAX_TYPES) {
            ClassType type = open.removeFirst();
            if (!seen.add(type.name())) {
                continue;
            }
            Optional<Base> base = base(type);
            if (base.isPresent() && base.get().store != Store.OPEN) {
                return base;
            }
            neutral = neutral == null ? base.orElse(null) : neutral;
            open.addAll(supertypes(type));
        }
        return Optional.ofNullable(neutral);
    }

    private Optional<Base> base(ClassType type) {
        String simpleName = type.name().substring(type.name().lastIndexOf('.') + 1);
        if (type.name().startsWith(SPRING_DATA) && simpleName.endsWith("Repository")) {
            JavaType domain = type.arguments().isEmpty() ? new JavaType.Unknown("raw repository") : type.arguments().get(0);
            return Optional.of(new Base(Store.of(type.name()), domain));
        }
        return program.declared(type.name(), module).flatMap(RepositoryTypes::defined);
    }

    /** {@code @RepositoryDefinition(domainClass = Order.class, idClass = Long.class)}. */
    private static Optional<Base> defined(DeclaredClass type) {
        for (AnnotationUse use : type.declaration().annotations()) {
            if (use.simpleName().equals("RepositoryDefinition")) {
                JavaType domain = use.attribute("domainClass").filter(Expression.ClassLiteral.class::isInstance)
                        .map(each -> type.resolve(((Expression.ClassLiteral) each).type()))
                        .orElse(new JavaType.Unknown("no domain class"));
                return Optional.of(new Base(Store.OPEN, domain));
            }
        }
        return Optional.empty();
    }

    private List<ClassType> supertypes(ClassType type) {
        Optional<DeclaredClass> declared = program.declared(type.name(), module);
        if (declared.isPresent()) {
            return declaredSupertypes(declared.get(), type);
        }
        Optional<ClassShape> shape = program.libraries().find(type.name());
        Map<String, JavaType> arguments = shape.map(each -> arguments(
                each.typeParameters().stream().map(JavaType.TypeVariable::name).toList(), type)).orElse(Map.of());
        return shape.map(each -> each.supertypes().stream().map(above -> (ClassType) substitute(above, arguments)).toList())
                .orElse(List.of());
    }

    private List<ClassType> declaredSupertypes(DeclaredClass declared, ClassType type) {
        List<String> names = declared.declaration().typeParameters().stream()
                .map(TypeDeclaration.TypeParameter::name).toList();
        Map<String, JavaType> arguments = arguments(names, type);
        List<TypeName> written = new ArrayList<>(declared.declaration().extended());
        written.addAll(declared.declaration().implemented());
        List<ClassType> above = new ArrayList<>();
        for (TypeName each : written) {
            JavaType resolved = declared.resolve(each);
            if (resolved instanceof ClassType known) {
                above.add((ClassType) substitute(known, arguments));
            } else {
                assumed(each, declared).ifPresent(base -> above.add((ClassType) substitute(base, arguments)));
            }
        }
        return above;
    }

    /** Without the library on the class path an import on demand leaves the base interface to its simple name. */
    private static Optional<ClassType> assumed(TypeName written, DeclaredClass declared) {
        boolean imported = declared.file().imports().stream()
                .anyMatch(each -> each.onDemand() && each.name().startsWith("org.springframework.data"));
        if (!imported || !BASE_NAMES.contains(written.simpleName())) {
            return Optional.empty();
        }
        String packageName = written.simpleName().startsWith("Jpa") ? "jpa.repository." : "repository.";
        return Optional.of(new ClassType(SPRING_DATA + packageName + written.simpleName(),
                written.arguments().stream().map(declared::resolve).toList()));
    }

    private static Map<String, JavaType> arguments(List<String> parameters, ClassType type) {
        Map<String, JavaType> arguments = new HashMap<>();
        for (int i = 0; i < parameters.size() && i < type.arguments().size(); i++) {
            arguments.put(parameters.get(i), type.arguments().get(i));
        }
        return arguments;
    }

    private static JavaType substitute(JavaType type, Map<String, JavaType> arguments) {
        if (type instanceof JavaType.TypeVariable variable) {
            return arguments.getOrDefault(variable.name(), variable);
        }
        return type instanceof ClassType generic ? new ClassType(generic.name(),
                generic.arguments().stream().map(each -> substitute(each, arguments)).toList()) : type;
    }
}
