package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Finds fields and methods of types, inherited ones included. Threads may share it. */
final class Members {

    private static final Set<String> OBJECT_METHODS =
            Set.of("equals/1", "hashCode/0", "toString/0", "getClass/0", "notify/0", "notifyAll/0", "clone/0", "finalize/0");

    /** Parameters and result of a functional interface's method. */
    record Descriptor(List<JavaType> parameters, JavaType returns) {
    }

    /** A field with the class that declares it. */
    record Found(ClassShape owner, ClassShape.Field field, JavaType type) {
    }

    private final Types types;
    private final Map<String, ClassMembers> classes = new ConcurrentHashMap<>();
    private final Map<String, Optional<Descriptor>> descriptors = new ConcurrentHashMap<>();

    Members(Types types) {
        this.types = types;
    }

    private ClassMembers of(String className) {
        ClassMembers known = classes.get(className);
        if (known == null) {
            known = new ClassMembers(className, types, this::of);
            classes.put(className, known);
        }
        return known;
    }

    /** All methods of that name that the type has, the nearest declaration of each signature first. */
    List<Candidate> methods(JavaType receiver, String name) {
        if (receiver instanceof TypeVariable variable && !variable.others().isEmpty()) {
            List<Candidate> found = new ArrayList<>();
            Types.bounds(variable).forEach(bound -> found.addAll(methods(bound, name)));
            return found;
        }
        Optional<ClassType> start = receiver instanceof JavaType.ArrayType ? Optional.of(ClassType.OBJECT)
                : types.classType(receiver);
        if (start.isEmpty() || start.get().name().isEmpty()) {
            return List.of();
        }
        List<ClassMembers.Method> declared = of(start.get().name()).methods(name);
        List<Candidate> candidates = new ArrayList<>(declared.size());
        for (ClassMembers.Method each : declared) {
            boolean isGeneric = !each.owner().typeParameters().isEmpty();
            ClassType seen = isGeneric ? types.seen(start.get(), each.seen()) : each.seen();
            boolean isRaw = isGeneric && seen.arguments().isEmpty() && !each.method().isStatic();
            candidates.add(new Candidate(each.owner(), each.method(), types.substitution(each.owner(), seen), isRaw, false));
        }
        return candidates;
    }

    /** The type of a field, or nothing. */
    Optional<JavaType> field(JavaType receiver, String name) {
        return fieldOwner(receiver, name).map(Found::type);
    }

    /** A field, own or inherited. */
    Optional<Found> fieldOwner(JavaType receiver, String name) {
        Optional<ClassType> start = types.classType(receiver);
        return start.isEmpty() || start.get().name().isEmpty() ? Optional.empty()
                : of(start.get().name()).field(name).map(each -> found(start.get(), each));
    }

    private Found found(ClassType receiver, ClassMembers.Field declared) {
        if (declared.owner().typeParameters().isEmpty() || declared.field().isStatic()) {
            return new Found(declared.owner(), declared.field(), declared.field().type());
        }
        ClassType seen = types.seen(receiver, declared.seen());
        JavaType type = declared.field().type();
        return new Found(declared.owner(), declared.field(), seen.arguments().isEmpty() ? Types.erasure(type)
                : Types.upward(Types.substitute(type, types.substitution(declared.owner(), seen))));
    }

    /** The one abstract method of a functional interface (JLS 9.9); of a raw one with erased types. */
    Optional<Descriptor> descriptor(JavaType type) {
        if (!(type instanceof ClassType named)) {
            return Optional.empty();
        }
        Optional<Descriptor> own = descriptors.get(named.name());
        if (own == null) {
            own = ownDescriptor(named.name());
            descriptors.put(named.name(), own);
        }
        if (own.isEmpty() || types.shape(named.name()).get().typeParameters().isEmpty()) {
            return own;
        }
        ClassShape shape = types.shape(named.name()).get();
        Map<TypeVariable, JavaType> substitution = types.substitution(shape, withoutWildcards(named, shape));
        return own.map(each -> new Descriptor(
                each.parameters().stream().map(parameter -> Types.substitute(parameter, substitution)).toList(),
                Types.substitute(each.returns(), substitution)));
    }

    private Optional<Descriptor> ownDescriptor(String className) {
        if (!types.shape(className).map(ClassShape::isInterface).orElse(false)) {
            return Optional.empty();
        }
        Descriptor found = null;
        String signature = "";
        for (ClassType current : types.hierarchy(className).all()) {
            ClassShape shape = types.shape(current.name()).filter(ClassShape::isInterface).orElse(null);
            for (ClassShape.Method method : shape == null ? List.<ClassShape.Method>of() : shape.methods()) {
                String own = method.name() + "/" + method.parameters().size();
                if (!method.isAbstract() || OBJECT_METHODS.contains(own) || isOverridden(className, method)) {
                    continue;
                }
                if (found != null && !signature.equals(own)) {
                    return Optional.empty();
                }
                found = found != null ? found : descriptor(method, types.substitution(shape, current));
                signature = own;
            }
        }
        return Optional.ofNullable(found);
    }

    private static Descriptor descriptor(ClassShape.Method method, Map<TypeVariable, JavaType> substitution) {
        List<JavaType> parameters = new ArrayList<>();
        method.parameters().forEach(each -> parameters.add(Types.substitute(each, substitution)));
        return new Descriptor(parameters, Types.substitute(method.returns(), substitution));
    }

    /** Whether a nearer interface declares the method again, perhaps with a body. */
    private boolean isOverridden(String className, ClassShape.Method method) {
        return of(className).methods(method.name()).stream().noneMatch(each -> each.method() == method);
    }

    /** {@code Function<? super T, ? extends R>} has the function type of {@code Function<T, R>}. */
    private static ClassType withoutWildcards(ClassType type, ClassShape shape) {
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < type.arguments().size(); i++) {
            JavaType argument = type.arguments().get(i);
            if (argument instanceof Wildcard wildcard) {
                boolean open = wildcard.upper() && wildcard.bound().equals(ClassType.OBJECT)
                        && i < shape.typeParameters().size();
                argument = open ? shape.typeParameters().get(i).bound() : wildcard.bound();
            }
            arguments.add(argument);
        }
        return new ClassType(type.name(), List.copyOf(arguments));
    }
}
