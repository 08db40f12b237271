package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Relations between types, as one module sees the classes: supertypes, substitution, assignment. Threads may share it. */
public final class Types {

    /** What is expected of an expression that stands alone: nothing, as opposed to something that is not known. */
    static final Unknown STANDALONE = new Unknown("nothing expected");

    private final Shapes shapes;
    private final Module module;
    private final Members members = new Members(this);
    private final Map<String, Hierarchy> hierarchies = new ConcurrentHashMap<>();

    /** Takes all signatures and the module that looks at them. */
    public Types(Shapes shapes, Module module) {
        this.shapes = shapes;
        this.module = module;
    }

    /** The signature of a class. */
    public Optional<ClassShape> shape(String name) {
        return name.isEmpty() ? Optional.empty() : shapes.find(name, module);
    }

    Shapes shapes() {
        return shapes;
    }

    Members members() {
        return members;
    }

    Optional<String> memberType(String owner, String name) {
        return shapes.program().memberType(owner, name, module);
    }

    /** The type seen as one of its superclasses or interfaces, with type arguments; empty where it is none or not known. */
    public Optional<ClassType> asSuper(JavaType type, String target) {
        if (type instanceof TypeVariable variable && !variable.others().isEmpty()) {
            return bounds(variable).stream().flatMap(bound -> asSuper(bound, target).stream()).findFirst();
        }
        Optional<ClassType> start = classType(type);
        if (start.isEmpty() || start.get().name().equals(target)) {
            return start;
        }
        Optional<ClassType> found = hierarchy(start.get().name()).find(target);
        return found.isPresent() ? Optional.of(seen(start.get(), found.get())) : Optional.empty();
    }

    /**
     * Parameter types of a method of a supertype as a class that inherits the method has them (JLS 8.4.2): of
     * {@code get(K)} in {@code Dao<T, K>} the class {@code OrderDao implements Dao<Order, Long>} has {@code get(Long)}. As
     * they are where the class extends the raw type, or where it is not known how.
     */
    public List<JavaType> inheritedParameters(String className, String supertype, List<JavaType> parameters) {
        boolean generic = !className.equals(supertype) && parameters.stream().anyMatch(each -> !(each instanceof Primitive));
        Optional<ClassType> seen = generic ? hierarchy(className).find(supertype) : Optional.empty();
        Optional<ClassShape> shape = seen.filter(each -> !each.arguments().isEmpty()).flatMap(each -> shape(supertype));
        if (shape.isEmpty()) {
            return parameters;
        }
        Map<TypeVariable, JavaType> substitution = substitution(shape.get(), seen.get());
        return parameters.stream().map(each -> substitute(each, substitution)).toList();
    }

    /** The bounds of a type parameter, with the parameter itself where they name it. */
    static List<JavaType> bounds(TypeVariable variable) {
        Map<TypeVariable, JavaType> itself = Map.of(variable, variable);
        List<JavaType> bounds = new ArrayList<>();
        bounds.add(substitute(variable.bound(), itself));
        variable.others().forEach(other -> bounds.add(substitute(other, itself)));
        return bounds;
    }

    /** A supertype that is given in terms of a class's type parameters, for one type of that class. */
    ClassType seen(ClassType type, ClassType supertype) {
        if (supertype.arguments().isEmpty()) {
            return supertype;
        }
        Optional<ClassShape> shape = shape(type.name());
        if (shape.isEmpty() || shape.get().typeParameters().isEmpty()) {
            return supertype;
        }
        return type.arguments().isEmpty() ? JavaType.of(supertype.name())
                : (ClassType) substitute(supertype, substitution(shape.get(), type));
    }

    Hierarchy hierarchy(String className) {
        Hierarchy known = hierarchies.get(className);
        if (known == null) {
            known = Hierarchy.of(self(className), this);
            hierarchies.put(className, known);
        }
        return known;
    }

    /** A class with its own type parameters as arguments. */
    ClassType self(String className) {
        return shape(className).map(shape -> new ClassType(className, List.<JavaType>copyOf(shape.typeParameters())))
                .orElseGet(() -> JavaType.of(className));
    }

    /** Direct supertypes with type arguments replaced; those of a raw type are raw (JLS 4.8). */
    public List<ClassType> supertypes(ClassType type) {
        Optional<ClassShape> shape = shape(type.name());
        if (shape.isEmpty()) {
            return List.of();
        }
        List<ClassType> declared = shape.get().supertypes();
        if (shape.get().typeParameters().isEmpty()) {
            return declared;
        }
        if (type.arguments().isEmpty()) {
            return declared.stream().map(each -> JavaType.of(each.name())).toList();
        }
        Map<TypeVariable, JavaType> substitution = substitution(shape.get(), type);
        return declared.stream().map(each -> (ClassType) substitute(each, substitution)).toList();
    }

    /**
     * Type parameters of a class to the arguments of one of its types; to their erased bounds for a raw type. A wildcard
     * without a bound has that of its parameter, with the arguments for the parameters in it (JLS 5.1.10).
     */
    public Map<TypeVariable, JavaType> substitution(ClassShape shape, ClassType type) {
        List<TypeVariable> parameters = shape.typeParameters();
        if (parameters.isEmpty()) {
            return Map.of();
        }
        Map<TypeVariable, JavaType> substitution = new HashMap<>();
        for (int i = 0; i < parameters.size(); i++) {
            JavaType argument = i < type.arguments().size() ? type.arguments().get(i) : erasure(parameters.get(i));
            boolean unbounded = argument instanceof Wildcard wildcard && wildcard.upper()
                    && wildcard.bound().equals(ClassType.OBJECT);
            JavaType bound = parameters.get(i).bound();
            if (unbounded && !bound.equals(ClassType.OBJECT)) {
                argument = wildcard(bound instanceof ClassType ? substitute(bound, given(parameters, type)) : erasure(bound), true);
            }
            substitution.put(parameters.get(i), argument);
        }
        return substitution;
    }

    private static Map<TypeVariable, JavaType> given(List<TypeVariable> parameters, ClassType type) {
        Map<TypeVariable, JavaType> given = new HashMap<>();
        for (int i = 0; i < Math.min(parameters.size(), type.arguments().size()); i++) {
            given.put(parameters.get(i), type.arguments().get(i));
        }
        return given;
    }

    /** The class type of a class, variable or wildcard; boxes primitives. */
    public Optional<ClassType> classType(JavaType type) {
        if (type instanceof ClassType named) {
            return Optional.of(named);
        }
        if (type instanceof TypeVariable variable) {
            return variable.bound() == type ? Optional.empty() : classType(bounds(variable).get(0));
        }
        if (type instanceof Wildcard wildcard) {
            return wildcard.upper() ? classType(wildcard.bound()) : Optional.of(ClassType.OBJECT);
        }
        return Primitives.boxed(type) instanceof ClassType box ? Optional.of(box) : Optional.empty();
    }

    /** Replaces type variables. */
    public static JavaType substitute(JavaType type, Map<TypeVariable, JavaType> substitution) {
        if (substitution.isEmpty()) {
            return type;
        }
        if (type instanceof TypeVariable variable) {
            return substitution.getOrDefault(variable, variable);
        }
        if (type instanceof ClassType named && !named.arguments().isEmpty()) {
            List<JavaType> arguments = new ArrayList<>(named.arguments().size());
            for (JavaType argument : named.arguments()) {
                arguments.add(substitute(argument, substitution));
            }
            return new ClassType(named.name(), List.copyOf(arguments));
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(substitute(array.element(), substitution));
        }
        return type instanceof Wildcard wildcard ? wildcard(substitute(wildcard.bound(), substitution), wildcard.upper())
                : type;
    }

    /** A wildcard with that bound, which may be one itself or not known. */
    static JavaType wildcard(JavaType bound, boolean upper) {
        return bound instanceof Wildcard || bound instanceof Unknown ? bound : new Wildcard(bound, upper);
    }

    /** What an expression of that type gives: a wildcard's upper bound. */
    public static JavaType upward(JavaType type) {
        if (type instanceof Wildcard wildcard) {
            return wildcard.upper() ? upward(wildcard.bound()) : ClassType.OBJECT;
        }
        if (type instanceof ArrayType array && array.element() instanceof Wildcard) {
            return new ArrayType(upward(array.element()));
        }
        return type;
    }

    /** The type without type arguments and variables (JLS 4.6). */
    static JavaType erasure(JavaType type) {
        if (type instanceof ClassType named) {
            return named.arguments().isEmpty() ? named : JavaType.of(named.name());
        }
        if (type instanceof TypeVariable variable) {
            return erasure(variable.bound());
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(erasure(array.element()));
        }
        return type instanceof Wildcard ? erasure(upward(type)) : type;
    }

    /** How well a value of one type fits a parameter of another, type arguments aside. */
    Fit fit(JavaType value, JavaType parameter) {
        if (!value.isKnown() || !parameter.isKnown()) {
            return Fit.UNSURE;
        }
        boolean isFree = parameter instanceof TypeVariable variable && variable.bound().equals(ClassType.OBJECT);
        if (value instanceof Primitive from) {
            return isFree ? from.equals(Primitive.NULL) ? Fit.SUBTYPE : Fit.BOXED : fitPrimitive(from, parameter);
        }
        if (isFree) {
            return Fit.SUBTYPE;
        }
        if (parameter instanceof Primitive to) {
            JavaType from = Primitives.unboxed(classType(value).map(JavaType.class::cast).orElse(value));
            return from instanceof Primitive primitive && fitPrimitive(primitive, to) != Fit.NONE ? Fit.BOXED : Fit.NONE;
        }
        return value instanceof ArrayType from ? fitArray(from, parameter) : fitClass(value, parameter);
    }

    private Fit fitPrimitive(Primitive from, JavaType parameter) {
        if (from.equals(Primitive.NULL)) {
            return parameter instanceof Primitive ? Fit.NONE : Fit.SUBTYPE;
        }
        if (parameter instanceof Primitive to) {
            return from.equals(to) ? Fit.SAME : Primitives.widens(from, to) ? Fit.SUBTYPE : Fit.NONE;
        }
        return fitClass(Primitives.boxed(from), parameter) != Fit.NONE ? Fit.BOXED : Fit.NONE;
    }

    private Fit fitArray(ArrayType from, JavaType parameter) {
        if (parameter instanceof ArrayType to) {
            boolean primitive = from.element() instanceof Primitive || to.element() instanceof Primitive;
            return primitive ? from.element().equals(to.element()) ? Fit.SAME : Fit.NONE : fit(from.element(), to.element());
        }
        return switch (parameter.className()) {
            case "java.lang.Object", "java.lang.Cloneable", "java.io.Serializable" -> Fit.SUBTYPE;
            default -> Fit.NONE;
        };
    }

    private Fit fitClass(JavaType value, JavaType parameter) {
        String to = parameter.className();
        if (parameter instanceof ArrayType || to.isEmpty()) {
            return Fit.NONE;
        }
        if (value.className().equals(to)) {
            return Fit.SAME;
        }
        if (to.equals("java.lang.Object") || asSuper(value, to).isPresent()) {
            return Fit.SUBTYPE;
        }
        return hierarchyIsKnown(value) ? Fit.NONE : Fit.UNSURE;
    }

    /** Whether all supertypes are known, so that "is no subtype" can be said. */
    public boolean hierarchyIsKnown(JavaType type) {
        return classType(type).map(each -> hierarchy(each.name()).isComplete()).orElse(false);
    }

    /** A type that both are; unknown where several come into question. */
    public JavaType common(JavaType left, JavaType right) {
        return new CommonType(this).of(left, right);
    }
}
