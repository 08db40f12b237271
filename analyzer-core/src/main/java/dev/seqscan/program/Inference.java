package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.JavaType.Wildcard;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what the type parameters of one call stand for, from its arguments and the type that is expected of it: the
 * part of the Java Language Specification, chapter 18, that real code needs. What it does not find stays unknown.
 */
final class Inference {

    private static final Unknown OPEN = new Unknown("type argument not inferred");

    private final Types types;
    private final Set<TypeVariable> variables;
    private final Map<TypeVariable, JavaType> bindings = new HashMap<>();

    Inference(Types types, Collection<TypeVariable> variables) {
        this.types = types;
        this.variables = new HashSet<>(variables);
    }

    /** A value of the actual type is given where the formal type is asked for. */
    void argument(JavaType formal, JavaType actual) {
        unify(formal, actual, 0);
    }

    /** The formal type is given where the expected one is asked for; it binds only what no argument has bound. */
    void expected(JavaType formal, JavaType expected) {
        if (!expected.isKnown() || variables.isEmpty() || expected instanceof Primitive) {
            if (expected instanceof Primitive primitive && formal instanceof TypeVariable && !primitive.equals(JavaType.VOID)) {
                bindIfOpen((TypeVariable) formal, Types.boxed(expected));
            }
            return;
        }
        if (formal instanceof TypeVariable variable) {
            bindIfOpen(variable, Types.upward(expected));
        } else if (formal instanceof ClassType && expected instanceof ClassType wanted) {
            Optional<ClassType> seen = types.asSuper(formal, wanted.name());
            for (int i = 0; seen.isPresent() && i < Math.min(seen.get().arguments().size(), wanted.arguments().size()); i++) {
                expectedArgument(seen.get().arguments().get(i), wanted.arguments().get(i));
            }
        } else if (formal instanceof ArrayType from && expected instanceof ArrayType to) {
            expected(from.element(), to.element());
        }
    }

    private void expectedArgument(JavaType formal, JavaType wanted) {
        if (wanted instanceof Unknown) {
            return;
        }
        JavaType bound = wanted instanceof Wildcard wildcard ? wildcard.bound() : wanted;
        boolean says = !(wanted instanceof Wildcard wildcard && wildcard.upper() && wildcard.bound().equals(JavaType.OBJECT));
        if (formal instanceof TypeVariable variable && says) {
            bindIfOpen(variable, bound);
        } else if (formal instanceof Wildcard wildcard) {
            expectedArgument(wildcard.bound(), bound);
        } else if (formal instanceof ClassType) {
            expected(formal, bound);
        }
    }

    private void bindIfOpen(TypeVariable variable, JavaType type) {
        if (variables.contains(variable) && type.isKnown() && !mentionsVariables(type)) {
            bindings.putIfAbsent(variable, type);
        }
    }

    private boolean mentionsVariables(JavaType type) {
        if (type instanceof ClassType named) {
            return named.arguments().stream().anyMatch(this::mentionsVariables);
        }
        return type instanceof TypeVariable variable && variables.contains(variable);
    }

    private void unify(JavaType formal, JavaType actual, int depth) {
        if (!actual.isKnown() || depth > 8 || actual.equals(JavaType.NULL)) {
            return;
        }
        if (formal instanceof TypeVariable variable) {
            if (variables.contains(variable) && !actual.equals(JavaType.VOID)) {
                bindings.merge(variable, Types.boxed(Types.upward(actual)), types::common);
            }
        } else if (formal instanceof Wildcard wildcard) {
            unify(wildcard.bound(), actual instanceof Wildcard other ? other.bound() : actual, depth + 1);
        } else if (formal instanceof ArrayType array) {
            if (actual instanceof ArrayType other) {
                unify(array.element(), other.element(), depth + 1);
            }
        } else if (formal instanceof ClassType named && !named.arguments().isEmpty()) {
            unifyArguments(named, actual, depth);
        }
    }

    private void unifyArguments(ClassType formal, JavaType actual, int depth) {
        Optional<ClassType> seen = types.asSuper(actual, formal.name());
        if (seen.isEmpty()) {
            return;
        }
        int count = Math.min(formal.arguments().size(), seen.get().arguments().size());
        for (int i = 0; i < count; i++) {
            unify(formal.arguments().get(i), seen.get().arguments().get(i), depth + 1);
        }
    }

    /** The type with what is known so far; open parameters become unknown. */
    JavaType soFar(JavaType type) {
        return replace(type);
    }

    /** The type at the end: open parameters become their bound if that says more than {@code Object}. */
    JavaType result(JavaType type) {
        for (TypeVariable variable : variables) {
            JavaType bound = variable.bound();
            if (!bindings.containsKey(variable) && !bound.equals(JavaType.OBJECT) && type.equals(variable)) {
                return bound instanceof ClassType named ? JavaType.of(named.name()) : OPEN;
            }
        }
        return replace(type);
    }

    private JavaType replace(JavaType type) {
        if (type instanceof TypeVariable variable && variables.contains(variable)) {
            return bindings.getOrDefault(variable, OPEN);
        }
        if (type instanceof ClassType named && !named.arguments().isEmpty()) {
            List<JavaType> arguments = new ArrayList<>(named.arguments().size());
            named.arguments().forEach(argument -> arguments.add(replace(argument)));
            return new ClassType(named.name(), List.copyOf(arguments));
        }
        if (type instanceof ArrayType array) {
            return new ArrayType(replace(array.element()));
        }
        if (type instanceof Wildcard wildcard) {
            JavaType bound = replace(wildcard.bound());
            return bound instanceof Unknown ? bound : bound instanceof Wildcard ? bound : new Wildcard(bound, wildcard.upper());
        }
        return type;
    }
}
