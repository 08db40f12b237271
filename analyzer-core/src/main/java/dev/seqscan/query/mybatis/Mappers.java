package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.Module;
import dev.seqscan.program.Program;
import dev.seqscan.program.Shapes;
import dev.seqscan.program.Types;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** What the whole program says about mappers: mapper files, scanned packages, and classes above and below each other. */
final class Mappers {

    private static final String SCAN = "org.mybatis.spring.annotation.MapperScan";
    private static final int MAX_TYPES = 40;

    private final Configuration configuration;
    private final MapperFiles files;
    private final Shapes shapes;
    private final Map<String, Types> types = new ConcurrentHashMap<>();
    private final Map<String, List<DeclaredClass>> classesWith = new ConcurrentHashMap<>();
    private final Set<String> scanned = new TreeSet<>();
    private final Set<String> implemented = new TreeSet<>();
    private final Map<ReadStatement, QueryShape> read = new ConcurrentHashMap<>();
    private final MethodCaches caches;
    private final BatchMethods batches;

    /** A statement of one place as one schema lets it be read. */
    private record ReadStatement(Place place, Schema schema) {
    }

    Mappers(QueryContext context) {
        Program program = context.program();
        this.configuration = new Configuration(context.xml(), program, context.settings());
        this.files = new MapperFiles(context.xml(), configuration.isLazy(), context.notices());
        this.shapes = new Shapes(program);
        this.caches = new MethodCaches(program);
        this.batches = new BatchMethods(program);
        for (DeclaredClass type : program.classes()) {
            type.annotation(SCAN).ifPresent(use -> scanned.addAll(ScannedPackages.of(use, type, program)));
            if (!type.declaration().isInterface()) {
                type.declaration().implemented().forEach(each -> implemented.add(type.resolve(each).className()));
                type.declaration().methods().stream().map(MethodDeclaration::name).filter(Mappers::isOfLibrary).distinct()
                        .forEach(name -> classesWith.computeIfAbsent(name, key -> new ArrayList<>()).add(type));
            }
        }
    }

    private static boolean isOfLibrary(String method) {
        return PlusMethods.isName(method) || CommonMethods.isName(method);
    }

    /** Whether the program knows the services of MyBatis-Plus, or its {@code Db}. */
    boolean hasServices() {
        return batches.areInUse();
    }

    /** The name of a mapper's own method for many rows. */
    Optional<String> batchMethod(JavaType mapper, Command command, Module module) {
        return batches.own(mapper, command, types(module), module);
    }

    MethodCaches caches() {
        return caches;
    }

    MapperFiles files() {
        return files;
    }

    Configuration configuration() {
        return configuration;
    }

    /** The shape of a statement as one call sends it; where that adds nothing, it is read once for all calls. */
    QueryShape shape(MappedStatement sent, MappedStatement declared, QueryContext context) {
        return sent == declared ? shape(declared, context) : VariantShapes.of(sent.variants(), context);
    }

    /** The shape of a statement, which is read once however many calls send it. */
    QueryShape shape(MappedStatement statement, QueryContext context) {
        return statement.variants().isEmpty() ? VariantShapes.of(List.of(), context)
                : read.computeIfAbsent(new ReadStatement(statement.place(), context.schema()),
                        key -> VariantShapes.of(statement.variants(), context));
    }

    Optional<MappedStatement> statement(String name, Schema schema) {
        return files.find(name, schema.product());
    }

    /**
     * The statement of a mapper's method: MyBatis looks for it under the name of the interface that is asked, then of
     * those above it ({@code MapperMethod.SqlCommand}).
     */
    Optional<MappedStatement> statement(String mapper, String method, Module module, Schema schema) {
        Deque<String> open = new ArrayDeque<>(List.of(mapper));
        Set<String> seen = new LinkedHashSet<>();
        while (!open.isEmpty() && seen.size() < MAX_TYPES) {
            String name = open.removeFirst();
            if (seen.add(name)) {
                Optional<MappedStatement> found = files.find(name + "." + method, schema.product());
                if (found.isPresent()) {
                    return found;
                }
                types(module).supertypes(JavaType.of(name)).forEach(each -> open.add(each.name()));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether Spring makes a mapper of an interface because of its package ({@code @MapperScan}). Only those with no class
     * that implements them and no annotation of another framework are taken as such, since a scan may be wide.
     */
    boolean isScanned(DeclaredClass type) {
        boolean plain = type.declaration().annotations().stream()
                .allMatch(use -> Set.of("Repository", "Component", "Mapper", "CacheConfig").contains(use.simpleName()));
        return plain && !scanned.isEmpty() && !implemented.contains(type.name())
                && scanned.stream().anyMatch(each -> type.name().startsWith(each + "."));
    }

    /** The type seen as one of several supertypes, the first that fits. */
    Optional<ClassType> asSuper(JavaType type, Module module, Stream<String> names) {
        return names.flatMap(name -> types(module).asSuper(type, name).stream()).findFirst();
    }

    /** Whether a class of the program below a type has a method of that name, which then runs in place of the library's. */
    boolean isOverriddenBelow(JavaType type, String method, int parameters) {
        String above = type.className();
        return classesWith.getOrDefault(method, List.of()).stream().filter(each -> !each.name().equals(above))
                .filter(each -> each.declaration().methods().stream().anyMatch(own -> own.name().equals(method)
                        && own.parameters().size() == parameters))
                .anyMatch(each -> types(each.module()).asSuper(JavaType.of(each.name()), above).isPresent());
    }

    private Types types(Module module) {
        return types.computeIfAbsent(module.directory(), key -> new Types(shapes, module));
    }
}
