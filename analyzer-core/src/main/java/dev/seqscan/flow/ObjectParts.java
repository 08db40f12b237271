package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.ClassShape;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which lists are parts of one object: those that an entity holds, or what tells more of itself than a list and its size. */
final class ObjectParts {

    private static final int MOST_CLASSES = 12;
    /** What stands between the parts of a path, as regular expressions too. */
    private static final Set<String> PATHS = Set.of("/", "\\", "\\\\", ".", "\\.", "[.]", "::", ">", "->", ":");
    /** What objects are told apart by; numbers may count what a list holds. */
    private static final Set<String> TRAITS = Set.of("java.lang.String", "java.util.UUID", "java.util.Date",
            "java.math.BigDecimal", "java.net.URI");

    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final LoopHeads heads;
    private final LinkedBody body;

    ObjectParts(EntityTypes types, LoopHeads heads, LinkedBody body) {
        this.heads = heads;
        this.body = body;
        this.types = types;
        this.library = heads.library();
    }

    /** Whether a method without arguments gives a list that the object it is called on holds. */
    boolean areRead(CallTarget target) {
        String owner = target.receiver().className().isEmpty() ? target.owner() : target.receiver().className();
        return library.isContainer(target.returns()) && !isOfAnything(target.returns()) && isObject(owner)
                && (types.isMapped(owner) || holds(owner, target));
    }

    /** Whether a call cuts a path into its parts; what is cut at commas may list anything. */
    boolean isCutPath(Expression.Call call, CallTarget target) {
        Expression text = target.isStatic() && !call.arguments().isEmpty() ? call.arguments().get(0) : call.target();
        boolean cuts = call.name().startsWith("split") && !call.arguments().isEmpty() && text != null
                && body.type(text).className().equals("java.lang.String");
        return cuts && call.arguments().get(target.isStatic() ? call.arguments().size() - 1 : 0) instanceof Expression.Literal end
                && PATHS.contains(String.valueOf(end.value()));
    }

    /** Whether a field of a class holds a list of its parts. */
    boolean isList(String className, String field) {
        return isObject(className) && hierarchy(className).stream().anyMatch(shape -> isList(shape, field));
    }

    private boolean holds(String className, CallTarget target) {
        String field = returned(target).orElse(Touching.property(target.name()));
        return hierarchy(className).stream().anyMatch(shape -> isList(shape, field)
                || shape.isInterface() && shape.name().equals(target.owner()));
    }

    /** The field that a method gives, where that is all it does. */
    private Optional<String> returned(CallTarget target) {
        return heads.program().declared(target.owner(), body.owner().module()).stream()
                .flatMap(type -> type.declaration().methods().stream())
                .filter(each -> each.name().equals(target.name()) && each.parameters().isEmpty() && each.body() != null
                        && each.body().statements().size() == 1)
                .map(each -> each.body().statements().get(0)).filter(Statement.Return.class::isInstance)
                .map(each -> ((Statement.Return) each).value()).filter(Expression.Name.class::isInstance)
                .map(each -> ((Expression.Name) each).name()).findFirst();
    }

    private boolean isList(ClassShape shape, String field) {
        return shape.fields().stream().anyMatch(each -> !each.isStatic() && each.name().equals(field)
                && library.isContainer(each.type()) && !isOfAnything(each.type()));
    }

    /** A list of what a type variable stands for is a page, or wraps any list. */
    private static boolean isOfAnything(JavaType list) {
        return list instanceof JavaType.ClassType named
                && named.arguments().stream().anyMatch(JavaType.TypeVariable.class::isInstance);
    }

    private boolean isObject(String className) {
        return types.isMapped(className) || hierarchy(className).stream().flatMap(shape -> members(shape).stream())
                .anyMatch(this::isTrait);
    }

    private static List<JavaType> members(ClassShape shape) {
        List<JavaType> found = new ArrayList<>();
        shape.fields().stream().filter(each -> !each.isStatic()).map(ClassShape.Field::type).forEach(found::add);
        if (shape.isInterface()) {
            shape.methods().stream().filter(each -> each.isAbstract() && each.parameters().isEmpty())
                    .map(ClassShape.Method::returns).forEach(found::add);
        }
        return found;
    }

    private boolean isTrait(JavaType type) {
        String name = type.className();
        return !(type instanceof JavaType.ArrayType) && (TRAITS.contains(name) || name.startsWith("java.time.")
                || types.isMapped(name) || !name.isEmpty() && !name.startsWith("java.")
                && heads.types(body).shape(name).filter(shape -> shape.kind() == ClassShape.Kind.ENUM).isPresent());
    }

    /** The classes of the program and of libraries above a class, itself first; not those of the language. */
    private List<ClassShape> hierarchy(String className) {
        List<ClassShape> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(className));
        while (!open.isEmpty() && seen.size() < MOST_CLASSES) {
            String next = open.removeFirst();
            if (!next.isEmpty() && !next.startsWith("java.") && seen.add(next)) {
                heads.types(body).shape(next).ifPresent(shape -> {
                    found.add(shape);
                    shape.supertypes().forEach(each -> open.add(each.name()));
                });
            }
        }
        return found;
    }
}
