package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Wildcard;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds fields and methods of types, inherited ones included. */
final class Members {

    private static final Set<String> OBJECT_METHODS =
            Set.of("equals/1", "hashCode/0", "toString/0", "getClass/0", "notify/0", "notifyAll/0", "clone/0", "finalize/0");

    /** A method with the class that declares it and what that class's type parameters stand for here. */
    record Candidate(ClassShape owner, ClassShape.Method method, Map<TypeVariable, JavaType> substitution) {

        JavaType parameter(int index, int arguments) {
            List<JavaType> declared = method.parameters();
            int last = declared.size() - 1;
            if (method.varArgs() && (index > last || index == last && arguments > declared.size())) {
                JavaType array = declared.get(last);
                return Types.substitute(array instanceof JavaType.ArrayType of ? of.element() : array, substitution);
            }
            return Types.substitute(declared.get(index), substitution);
        }

        JavaType returns() {
            return Types.substitute(method.returns(), substitution);
        }
    }

    /** Parameters and result of a functional interface's method. */
    record Descriptor(List<JavaType> parameters, JavaType returns) {
    }

    private final Types types;
    private final Map<String, List<Declared>> cache = new HashMap<>();

    private record Declared(ClassShape owner, ClassShape.Method method) {
    }

    Members(Types types) {
        this.types = types;
    }

    /** All methods of that name, the nearest declaration of each signature first. */
    List<Candidate> methods(JavaType receiver, String name) {
        Optional<ClassType> start = receiver instanceof JavaType.ArrayType ? Optional.of(JavaType.OBJECT)
                : types.classType(receiver);
        if (start.isEmpty()) {
            return List.of();
        }
        String key = start.get().name() + "#" + name;
        List<Declared> declared = cache.get(key);
        if (declared == null) {
            declared = collect(start.get(), name);
            cache.put(key, declared);
        }
        List<Candidate> candidates = new ArrayList<>(declared.size());
        for (Declared each : declared) {
            ClassType seen = types.asSuper(start.get(), each.owner().name()).orElse(JavaType.of(each.owner().name()));
            candidates.add(new Candidate(each.owner(), each.method(), types.substitution(each.owner(), seen)));
        }
        return candidates;
    }

    private List<Declared> collect(ClassType start, String name) {
        List<Declared> found = new ArrayList<>();
        Set<String> signatures = new HashSet<>();
        Deque<ClassType> open = new ArrayDeque<>(List.of(start));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassType current = open.removeFirst();
            Optional<ClassShape> shape = seen.add(current.name()) ? types.shape(current.name()) : Optional.empty();
            if (shape.isEmpty()) {
                continue;
            }
            Map<TypeVariable, JavaType> substitution = types.substitution(shape.get(), current);
            for (ClassShape.Method method : shape.get().methods()) {
                if (method.name().equals(name) && signatures.add(signature(method, substitution))) {
                    found.add(new Declared(shape.get(), method));
                }
            }
            if (!name.equals("<init>")) {
                open.addAll(types.supertypes(current));
            }
        }
        return List.copyOf(found);
    }

    private static String signature(ClassShape.Method method, Map<TypeVariable, JavaType> substitution) {
        StringBuilder text = new StringBuilder();
        for (JavaType parameter : method.parameters()) {
            JavaType type = Types.substitute(parameter, substitution);
            text.append(type instanceof JavaType.ArrayType || type instanceof JavaType.Primitive ? type.toString()
                    : type.className()).append(',');
        }
        return text.toString();
    }

    /** The type of a field, or nothing. */
    Optional<JavaType> field(JavaType receiver, String name) {
        return fieldOwner(receiver, name).map(Found::type);
    }

    /** A field with the class that declares it. */
    record Found(ClassShape owner, ClassShape.Field field, JavaType type) {
    }

    Optional<Found> fieldOwner(JavaType receiver, String name) {
        Deque<ClassType> open = new ArrayDeque<>();
        types.classType(receiver).ifPresent(open::add);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassType current = open.removeFirst();
            Optional<ClassShape> shape = seen.add(current.name()) ? types.shape(current.name()) : Optional.empty();
            if (shape.isEmpty()) {
                continue;
            }
            for (ClassShape.Field field : shape.get().fields()) {
                if (field.name().equals(name)) {
                    JavaType type = Types.substitute(field.type(), types.substitution(shape.get(), current));
                    return Optional.of(new Found(shape.get(), field, Types.upward(type)));
                }
            }
            open.addAll(types.supertypes(current));
        }
        return Optional.empty();
    }

    /** The one abstract method of a functional interface (Java Language Specification, section 9.9). */
    Optional<Descriptor> descriptor(JavaType type) {
        if (!(type instanceof ClassType named)) {
            return Optional.empty();
        }
        Optional<ClassShape> shape = types.shape(named.name());
        if (shape.isEmpty() || !shape.get().isInterface()) {
            return Optional.empty();
        }
        ClassType plain = withoutWildcards(named, shape.get());
        Deque<ClassType> open = new ArrayDeque<>(List.of(plain));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassType current = open.removeFirst();
            Optional<ClassShape> each = seen.add(current.name()) ? types.shape(current.name()) : Optional.empty();
            if (each.isEmpty()) {
                continue;
            }
            Map<TypeVariable, JavaType> substitution = types.substitution(each.get(), current);
            for (ClassShape.Method method : each.get().methods()) {
                if (method.isAbstract() && !OBJECT_METHODS.contains(method.name() + "/" + method.parameters().size())) {
                    List<JavaType> parameters = new ArrayList<>();
                    method.parameters().forEach(p -> parameters.add(Types.substitute(p, substitution)));
                    return Optional.of(new Descriptor(parameters, Types.substitute(method.returns(), substitution)));
                }
            }
            open.addAll(types.supertypes(current));
        }
        return Optional.empty();
    }

    /** {@code Function<? super T, ? extends R>} has the function type of {@code Function<T, R>}. */
    private static ClassType withoutWildcards(ClassType type, ClassShape shape) {
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            JavaType argument = type.arguments().get(i);
            if (argument instanceof Wildcard wildcard) {
                boolean open = wildcard.upper() && wildcard.bound().equals(JavaType.OBJECT) && i < shape.typeParameters().size();
                argument = open ? shape.typeParameters().get(i).bound() : wildcard.bound();
            }
            arguments.add(argument);
        }
        return new ClassType(type.name(), List.copyOf(arguments));
    }
}
