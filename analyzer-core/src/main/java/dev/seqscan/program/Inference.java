package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds what the type parameters of one call stand for, from its arguments and the place where it stands: the part of
 * the Java Language Specification, chapter 18, that real code needs. Formal types name the parameters, actual types do
 * not. A parameter is what it must equal, else what its arguments have in common, else its narrowest upper bound; where
 * a type that had a say is not known, it is unknown.
 */
final class Inference {

    private static final Unknown OPEN = new Unknown("type argument not inferred");
    private static final int DEEPEST = 8;

    /**
     * What a parameter is of which only the declared bound is known: open, free to be found by what is typed
     * next, that bound, or that bound unless something is not known.
     */
    private enum Rest { OPEN, FREE, BOUND, BOUND_UNLESS_UNKNOWN }

    private static final class Bounds {
        private JavaType equal;
        private JavaType lower;
        private JavaType upper;
        private boolean argumentUnknown;
        private boolean placeUnknown;

        private Bounds copy() {
            Bounds copy = new Bounds();
            copy.equal = equal;
            copy.lower = lower;
            copy.upper = upper;
            copy.argumentUnknown = argumentUnknown;
            copy.placeUnknown = placeUnknown;
            return copy;
        }
    }

    private final Types types;
    private final Map<TypeVariable, JavaType> receiver;
    private final Map<TypeVariable, Bounds> bounds = new LinkedHashMap<>(4);
    private boolean fromPlace;
    private boolean unchecked;

    /** Takes the parameters to be found, and what those of the receiver's class stand for. */
    Inference(Types types, Collection<TypeVariable> variables, Map<TypeVariable, JavaType> receiver) {
        this.types = types;
        this.receiver = receiver;
        variables.forEach(variable -> bounds.put(variable, new Bounds()));
    }

    /** What is known so far, for a guess that is not to be kept. */
    Inference copy() {
        Inference copy = new Inference(types, List.of(), receiver);
        bounds.forEach((variable, known) -> copy.bounds.put(variable, known.copy()));
        return copy;
    }

    /** A value of the actual type is given where the formal type is asked for. */
    void argument(JavaType formal, JavaType actual) {
        if (!bounds.isEmpty()) {
            fromPlace = false;
            below(actual, formal, 0);
        }
    }

    /** The formal type is exactly the actual one. */
    void equal(JavaType formal, JavaType actual) {
        fromPlace = false;
        same(formal, actual, 0);
    }

    /** A value of the formal type is given where the actual one is asked for. */
    void expected(JavaType formal, JavaType expected) {
        if (!bounds.isEmpty() && expected != Types.STANDALONE && !expected.equals(Primitive.VOID)) {
            fromPlace = true;
            above(formal, expected, 0);
            fromPlace = false;
        }
    }

    private void below(JavaType actual, JavaType formal, int depth) {
        if (depth > DEEPEST || saysNothing(actual)) {
            return;
        }
        if (!actual.isKnown()) {
            unknown(formal);
        } else if (formal instanceof TypeVariable variable) {
            Bounds known = bounds.get(variable);
            if (known != null) {
                JavaType type = Primitives.boxed(Types.upward(actual));
                known.lower = known.lower == null ? type : types.common(known.lower, type);
            }
        } else if (formal instanceof Wildcard wildcard) {
            below(actual, wildcard.bound(), depth + 1);
        } else if (formal instanceof ArrayType array && actual instanceof ArrayType other) {
            if (!(other.element() instanceof Primitive)) {
                below(other.element(), array.element(), depth + 1);
            }
        } else if (formal instanceof ClassType named && !named.arguments().isEmpty()) {
            classBelow(actual, named, depth);
        }
    }

    private void classBelow(JavaType actual, ClassType formal, int depth) {
        Optional<ClassType> seen = types.asSuper(actual, formal.name());
        if (seen.isEmpty()) {
            if (!types.hierarchyIsKnown(actual)) {
                unknown(formal);
            }
        } else if (seen.get().arguments().isEmpty()) {
            unchecked |= !formal.arguments().stream().allMatch(Inference::isAny);
        } else {
            for (int i = 0; i < Math.min(formal.arguments().size(), seen.get().arguments().size()); i++) {
                contained(seen.get().arguments().get(i), formal.arguments().get(i), depth + 1);
            }
        }
    }

    /** A raw type may be given where {@code List<?>} is asked for, without any doubt (JLS 5.1.9). */
    private static boolean isAny(JavaType argument) {
        return argument instanceof Wildcard wildcard && wildcard.upper() && wildcard.bound().equals(ClassType.OBJECT);
    }

    /** The actual argument of a type is one of those that the formal argument allows. */
    private void contained(JavaType actual, JavaType formal, int depth) {
        if (!(formal instanceof Wildcard allowed)) {
            same(formal, actual, depth);
        } else if (allowed.upper()) {
            below(Types.upward(actual), allowed.bound(), depth);
        } else if (!(actual instanceof Wildcard given && given.upper())) {
            above(allowed.bound(), actual instanceof Wildcard given ? given.bound() : actual, depth);
        }
    }

    private static boolean saysNothing(JavaType actual) {
        return actual == Types.STANDALONE || actual.equals(Primitive.NULL) || actual.equals(Primitive.VOID);
    }

    private void same(JavaType formal, JavaType actual, int depth) {
        if (depth > DEEPEST || actual == Types.STANDALONE) {
            return;
        }
        if (!actual.isKnown()) {
            unknown(formal);
        } else if (formal instanceof TypeVariable variable) {
            Bounds known = bounds.get(variable);
            if (known != null && known.equal == null) {
                known.equal = actual;
            }
        } else if (formal instanceof ArrayType array && actual instanceof ArrayType other) {
            same(array.element(), other.element(), depth + 1);
        } else if (formal instanceof Wildcard wildcard) {
            same(wildcard.bound(), actual instanceof Wildcard other ? other.bound() : actual, depth + 1);
        } else if (formal instanceof ClassType named && actual instanceof ClassType other) {
            for (int i = 0; i < Math.min(named.arguments().size(), other.arguments().size()); i++) {
                same(named.arguments().get(i), other.arguments().get(i), depth + 1);
            }
        }
    }

    private void above(JavaType formal, JavaType actual, int depth) {
        if (depth > DEEPEST || saysNothing(actual)) {
            return;
        }
        if (!actual.isKnown()) {
            fromPlace &= actual == OPEN || formal instanceof TypeVariable;
            unknown(formal);
        } else if (formal instanceof TypeVariable variable) {
            narrow(variable, Types.upward(Primitives.boxed(actual)));
        } else if (formal instanceof Wildcard wildcard) {
            above(wildcard.bound(), actual, depth + 1);
        } else if (formal instanceof ArrayType array && actual instanceof ArrayType other) {
            above(array.element(), other.element(), depth + 1);
        } else if (formal instanceof ClassType named && actual instanceof ClassType wanted) {
            Optional<ClassType> seen = types.asSuper(named, wanted.name());
            for (int i = 0; seen.isPresent()
                    && i < Math.min(seen.get().arguments().size(), wanted.arguments().size()); i++) {
                allowed(seen.get().arguments().get(i), wanted.arguments().get(i), depth + 1);
            }
        }
    }

    /** The formal argument of a type is one of those that the actual argument allows. */
    private void allowed(JavaType formal, JavaType actual, int depth) {
        if (!(actual instanceof Wildcard wanted)) {
            same(formal, actual, depth);
        } else if (wanted.upper()) {
            if (!wanted.bound().equals(ClassType.OBJECT)) {
                above(formal, wanted.bound(), depth);
            }
        } else {
            below(wanted.bound(), formal, depth);
        }
    }

    private void narrow(TypeVariable variable, JavaType upper) {
        Bounds known = bounds.get(variable);
        if (known != null && (known.upper == null || types.fit(upper, known.upper).isSubtype())) {
            known.upper = upper;
        }
    }

    private void unknown(JavaType formal) {
        bounds.forEach((variable, known) -> {
            if (mentions(formal, variable)) {
                known.placeUnknown |= fromPlace;
                known.argumentUnknown |= !fromPlace;
            }
        });
    }

    /** Whether no part of a type is unknown. */
    static boolean isWhole(JavaType type) {
        if (type instanceof ClassType named) {
            return named.arguments().stream().allMatch(Inference::isWhole);
        }
        if (type instanceof ArrayType array) {
            return isWhole(array.element());
        }
        return type instanceof Wildcard wildcard ? isWhole(wildcard.bound()) : type.isKnown();
    }

    /** Whether a type names a parameter that is to be found. */
    boolean mentionsAny(JavaType type) {
        return bounds.keySet().stream().anyMatch(variable -> mentions(type, variable));
    }

    /** Whether two types name one parameter. */
    boolean shares(JavaType left, JavaType right) {
        return bounds.keySet().stream().anyMatch(variable -> mentions(left, variable) && mentions(right, variable));
    }

    private static boolean mentions(JavaType type, TypeVariable variable) {
        if (type instanceof ClassType named) {
            for (JavaType argument : named.arguments()) {
                if (mentions(argument, variable)) {
                    return true;
                }
            }
            return false;
        }
        if (type instanceof ArrayType array) {
            return mentions(array.element(), variable);
        }
        return type instanceof Wildcard wildcard ? mentions(wildcard.bound(), variable) : type.equals(variable);
    }

    /** Whether enough is known of all parameters that the type names. */
    boolean isSettled(JavaType type) {
        for (Map.Entry<TypeVariable, Bounds> each : bounds.entrySet()) {
            Bounds known = each.getValue();
            if (known.equal == null && known.lower == null && known.upper == null && mentions(type, each.getKey())) {
                return false;
            }
        }
        return true;
    }

    /** Whether the type is a parameter whose own bound names others, as in {@code M extends Map<K, V>}. */
    boolean hangsOnOthers(JavaType type) {
        return type instanceof TypeVariable variable && bounds.containsKey(variable) && mentionsAny(declared(variable));
    }

    /** Whether all parameters that the type names are decided already. */
    boolean isFixed(JavaType type) {
        return bounds.entrySet().stream().allMatch(each -> each.getValue().equal != null || !mentions(type, each.getKey()));
    }

    /** Decides the parameters that the type names, since a lambda's body is read with them. */
    void settle(JavaType type) {
        bounds.forEach((variable, known) -> {
            if (known.equal == null && mentions(type, variable)) {
                JavaType found = found(variable, Rest.BOUND_UNLESS_UNKNOWN, 0);
                known.equal = found.isKnown() ? found : null;
            }
        });
    }

    /** The type with what is known so far; open parameters become unknown. */
    JavaType soFar(JavaType type) {
        return bounds.isEmpty() ? type : replace(type, Rest.OPEN, 0);
    }

    /** The same for what is typed next and has the last say: parameters that nothing is known of may be anything. */
    JavaType soFarFreely(JavaType type) {
        return bounds.isEmpty() ? type : replace(type, Rest.FREE, 0);
    }

    /** The type with what is known so far, or with their bounds for parameters of which nothing is known. */
    JavaType atMost(JavaType type) {
        return replace(type, Rest.BOUND, 0);
    }

    /** The type at the end. */
    JavaType result(JavaType type) {
        if (bounds.isEmpty()) {
            return type;
        }
        boolean wasUnchecked = unchecked;
        bounds.forEach((variable, known) -> {
            JavaType found = known.equal != null ? known.equal : known.lower;
            if (found != null && mentionsAny(declared(variable))) {
                argument(declared(variable), found);
            }
        });
        return wasUnchecked ? Types.erasure(type) : replace(type, Rest.BOUND_UNLESS_UNKNOWN, 0);
    }

    private JavaType declared(TypeVariable variable) {
        return Types.substitute(variable.bound(), receiver);
    }

    private JavaType found(TypeVariable variable, Rest rest, int depth) {
        Bounds known = bounds.get(variable);
        if (known.equal != null) {
            return known.equal;
        }
        if (known.argumentUnknown || known.lower != null) {
            return known.argumentUnknown ? OPEN : known.lower;
        }
        if (rest == Rest.OPEN || rest == Rest.FREE) {
            return known.upper != null ? known.upper : rest == Rest.FREE && !known.placeUnknown ? Types.STANDALONE : OPEN;
        }
        if (depth > 2) {
            return OPEN;
        }
        JavaType declared = declared(variable);
        if (known.upper != null) {
            boolean isNarrower = known.upper.equals(ClassType.OBJECT)
                    || types.asSuper(declared, known.upper.className()).isPresent();
            return isNarrower ? replace(declared, rest, depth + 1) : known.upper;
        }
        boolean isOpen = known.placeUnknown && rest == Rest.BOUND_UNLESS_UNKNOWN;
        return isOpen ? OPEN : Types.upward(replace(declared, Rest.BOUND_UNLESS_UNKNOWN, depth + 1));
    }

    /** Whether nothing but an upper bound is known: what stands there is that or something below it. */
    private boolean isOnlyNarrowed(JavaType type) {
        Bounds known = type instanceof TypeVariable variable ? bounds.get(variable) : null;
        return known != null && known.equal == null && known.lower == null && !known.argumentUnknown;
    }

    private static boolean isSoFar(Rest rest) {
        return rest == Rest.OPEN || rest == Rest.FREE;
    }

    private JavaType narrowed(TypeVariable variable, Rest rest) {
        JavaType upper = bounds.get(variable).upper;
        JavaType declared = declared(variable);
        boolean says = upper == null && !declared.equals(ClassType.OBJECT) && !mentionsAny(declared);
        return upper == null && !says ? found(variable, rest, 0) : Types.wildcard(says ? declared : upper, true);
    }

    private JavaType replace(JavaType type, Rest rest, int depth) {
        if (type instanceof TypeVariable variable) {
            return bounds.containsKey(variable) ? found(variable, rest, depth) : type;
        }
        if (type instanceof ClassType named && !named.arguments().isEmpty()) {
            List<JavaType> arguments = new ArrayList<>(named.arguments().size());
            named.arguments().forEach(argument -> arguments.add(
                    isSoFar(rest) && isOnlyNarrowed(argument) ? narrowed((TypeVariable) argument, rest)
                            : replace(argument, rest, depth)));
            return new ClassType(named.name(), List.copyOf(arguments));
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(replace(array.element(), rest, depth));
        }
        return type instanceof Wildcard wildcard
                ? Types.wildcard(replace(wildcard.bound(), rest, depth), wildcard.upper()) : type;
    }
}
