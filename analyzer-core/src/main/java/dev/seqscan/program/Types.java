package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
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

/** Relations between types, as one module sees the classes: supertypes, substitution, assignment. */
public final class Types {

    private static final Map<String, String> BOXES = Map.of("boolean", "java.lang.Boolean", "byte", "java.lang.Byte",
            "char", "java.lang.Character", "short", "java.lang.Short", "int", "java.lang.Integer", "long",
            "java.lang.Long", "float", "java.lang.Float", "double", "java.lang.Double", "void", "java.lang.Void");
    private static final List<String> NUMBERS = List.of("byte", "short", "int", "long", "float", "double");
    private static final Unknown RAW = new Unknown("raw type");

    private final Shapes shapes;
    private final Module module;

    /** Takes all signatures and the module that looks at them. */
    public Types(Shapes shapes, Module module) {
        this.shapes = shapes;
        this.module = module;
    }

    /** The signature of a class. */
    public Optional<ClassShape> shape(String name) {
        return name.isEmpty() ? Optional.empty() : shapes.find(name, module);
    }

    Optional<String> memberType(String owner, String name) {
        return shapes.program().memberType(owner, name, module);
    }

    /** A class declared in a body. */
    DeclaredClass addLocal(dev.seqscan.source.code.TypeDeclaration declaration, DeclaredClass outer, String name) {
        return shapes.program().local(declaration, outer, name);
    }

    /** The type seen as one of its superclasses or interfaces, with type arguments; empty where it is none or not known. */
    public Optional<ClassType> asSuper(JavaType type, String target) {
        Optional<ClassType> start = classType(type);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Deque<ClassType> open = new ArrayDeque<>(List.of(start.get()));
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassType current = open.removeFirst();
            if (current.name().equals(target)) {
                return Optional.of(current);
            }
            if (seen.add(current.name())) {
                open.addAll(supertypes(current));
            }
        }
        return Optional.empty();
    }

    /** Direct supertypes with type arguments replaced. */
    public List<ClassType> supertypes(ClassType type) {
        Optional<ClassShape> shape = shape(type.name());
        if (shape.isEmpty()) {
            return List.of();
        }
        Map<TypeVariable, JavaType> substitution = substitution(shape.get(), type);
        List<ClassType> supertypes = new ArrayList<>();
        for (ClassType supertype : shape.get().supertypes()) {
            supertypes.add((ClassType) substitute(supertype, substitution));
        }
        return supertypes;
    }

    /** Type parameters of a class to the arguments of one of its types; unknown ones for a raw type. */
    public Map<TypeVariable, JavaType> substitution(ClassShape shape, ClassType type) {
        Map<TypeVariable, JavaType> substitution = new HashMap<>();
        for (int i = 0; i < shape.typeParameters().size(); i++) {
            JavaType argument = i < type.arguments().size() ? type.arguments().get(i) : RAW;
            substitution.put(shape.typeParameters().get(i), argument);
        }
        return substitution;
    }

    /** The class type of a class, variable or wildcard; boxes primitives. */
    public Optional<ClassType> classType(JavaType type) {
        if (type instanceof ClassType named) {
            return Optional.of(named);
        }
        if (type instanceof TypeVariable variable) {
            return variable.bound() == type ? Optional.empty() : classType(variable.bound());
        }
        if (type instanceof Wildcard wildcard) {
            return wildcard.upper() ? classType(wildcard.bound()) : Optional.of(JavaType.OBJECT);
        }
        if (type instanceof Primitive primitive && BOXES.containsKey(primitive.name())) {
            return Optional.of(JavaType.of(BOXES.get(primitive.name())));
        }
        return Optional.empty();
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
        if (type instanceof Wildcard wildcard) {
            JavaType bound = substitute(wildcard.bound(), substitution);
            return bound instanceof Wildcard ? bound : bound instanceof Unknown ? bound : new Wildcard(bound, wildcard.upper());
        }
        return type;
    }

    /** What an expression of that type gives: a wildcard's upper bound. */
    public static JavaType upward(JavaType type) {
        if (type instanceof Wildcard wildcard) {
            return wildcard.upper() ? upward(wildcard.bound()) : JavaType.OBJECT;
        }
        return type;
    }

    /** The class of a primitive, else the type itself. */
    public static JavaType boxed(JavaType type) {
        return type instanceof Primitive primitive && BOXES.containsKey(primitive.name())
                ? JavaType.of(BOXES.get(primitive.name())) : type;
    }

    /** The primitive of a box, else the type itself. */
    public static JavaType unboxed(JavaType type) {
        for (Map.Entry<String, String> box : BOXES.entrySet()) {
            if (box.getValue().equals(type.className()) && !box.getKey().equals("void")) {
                return new Primitive(box.getKey());
            }
        }
        return type;
    }

    /** The wider of two numeric types, as binary numeric promotion says (Java Language Specification, section 5.6). */
    public static JavaType promoted(JavaType left, JavaType right) {
        int wider = Math.max(rank(left), rank(right));
        return wider < 0 ? new Unknown("no numbers") : new Primitive(NUMBERS.get(Math.max(wider, NUMBERS.indexOf("int"))));
    }

    private static int rank(JavaType type) {
        return unboxed(type) instanceof Primitive primitive
                ? NUMBERS.indexOf(primitive.name().equals("char") ? "short" : primitive.name()) : -1;
    }

    /** How well a value of one type fits a parameter of another, erased: 0 same, 1 subtype, 2 boxed; -1 not at all. */
    public int fit(JavaType value, JavaType parameter) {
        if (!value.isKnown() || !parameter.isKnown() || parameter instanceof TypeVariable variable
                && variable.bound().className().equals("java.lang.Object")) {
            return value instanceof Primitive primitive && parameter instanceof TypeVariable
                    && !primitive.equals(JavaType.NULL) ? 2 : 1;
        }
        if (value instanceof Primitive from) {
            return fitPrimitive(from, parameter);
        }
        if (parameter instanceof Primitive to) {
            JavaType from = unboxed(value);
            return from instanceof Primitive primitive && fitPrimitive(primitive, to) >= 0 ? 2 : -1;
        }
        if (value instanceof ArrayType from) {
            return fitArray(from, parameter);
        }
        return fitClass(value, parameter);
    }

    private int fitPrimitive(Primitive from, JavaType parameter) {
        if (from.equals(JavaType.NULL)) {
            return parameter instanceof Primitive ? -1 : 1;
        }
        if (parameter instanceof Primitive to) {
            if (from.equals(to)) {
                return 0;
            }
            boolean widens = NUMBERS.contains(to.name()) && rank(from) >= 0 && rank(from) <= rank(to)
                    && !(from.name().equals("byte") && to.name().equals("char"));
            return widens ? 1 : -1;
        }
        return fitClass(boxed(from), parameter) >= 0 ? 2 : -1;
    }

    private int fitArray(ArrayType from, JavaType parameter) {
        if (parameter instanceof ArrayType to) {
            return from.element() instanceof Primitive || to.element() instanceof Primitive
                    ? (from.element().equals(to.element()) ? 0 : to.element() instanceof TypeVariable ? -1 : -1)
                    : fit(from.element(), to.element());
        }
        return Set.of("java.lang.Object", "java.lang.Cloneable", "java.io.Serializable").contains(parameter.className())
                ? 1 : -1;
    }

    private int fitClass(JavaType value, JavaType parameter) {
        String to = parameter.className();
        if (parameter instanceof ArrayType) {
            return -1;
        }
        if (value.className().equals(to)) {
            return 0;
        }
        if (to.equals("java.lang.Object") || asSuper(value, to).isPresent()) {
            return 1;
        }
        return hierarchyIsKnown(value) ? -1 : 1;
    }

    /** Whether all supertypes are known, so that "is no subtype" can be said. */
    public boolean hierarchyIsKnown(JavaType type) {
        Deque<ClassType> open = new ArrayDeque<>();
        classType(type).ifPresent(open::add);
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            ClassType current = open.removeFirst();
            if (seen.add(current.name())) {
                if (shape(current.name()).isEmpty()) {
                    return false;
                }
                open.addAll(supertypes(current));
            }
        }
        return !seen.isEmpty();
    }

    /** A type that both are: one of the two if the other is below it, else a common superclass other than Object. */
    public JavaType common(JavaType left, JavaType right) {
        if (left.equals(right) || right.equals(JavaType.NULL)) {
            return left;
        }
        if (left.equals(JavaType.NULL)) {
            return right;
        }
        JavaType boxedLeft = boxed(left);
        JavaType boxedRight = boxed(right);
        if (!boxedLeft.className().isEmpty() && asSuper(boxedRight, boxedLeft.className()).isPresent()) {
            return boxedLeft;
        }
        if (!boxedRight.className().isEmpty() && asSuper(boxedLeft, boxedRight.className()).isPresent()) {
            return boxedRight;
        }
        Optional<ClassType> start = classType(boxedLeft);
        ClassType current = start.orElse(JavaType.OBJECT);
        for (int depth = 0; depth < 20 && !current.name().equals("java.lang.Object"); depth++) {
            if (asSuper(boxedRight, current.name()).isPresent()) {
                return current;
            }
            List<ClassType> supertypes = supertypes(current);
            current = supertypes.isEmpty() ? JavaType.OBJECT : supertypes.get(0);
        }
        return new Unknown("no common class");
    }
}
