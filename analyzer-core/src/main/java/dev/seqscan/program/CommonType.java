package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The least upper bound of two types (Java Language Specification, section 4.10.4), as far as it has a name: of a class
 * and interfaces that both have in common only the class is given, and of several interfaces none.
 */
final class CommonType {

    private static final int DEEPEST = 2;
    private static final Unknown SEVERAL = new Unknown("several common types");

    private final Types types;

    CommonType(Types types) {
        this.types = types;
    }

    JavaType of(JavaType left, JavaType right) {
        return of(left, right, 0);
    }

    private JavaType of(JavaType left, JavaType right, int depth) {
        if (left.equals(right) || right.equals(Primitive.NULL) || !left.isKnown()) {
            return left;
        }
        if (left.equals(Primitive.NULL) || !right.isKnown()) {
            return right;
        }
        if (left instanceof ArrayType || right instanceof ArrayType) {
            return arrays(left, right, depth);
        }
        return classes(Primitives.boxed(left), Primitives.boxed(right), depth);
    }

    private JavaType arrays(JavaType left, JavaType right, int depth) {
        if (left instanceof ArrayType from && right instanceof ArrayType to && !(from.element() instanceof Primitive)
                && !(to.element() instanceof Primitive)) {
            JavaType element = of(from.element(), to.element(), depth);
            return element.isKnown() ? new ArrayType(element) : element;
        }
        return left.className().equals("java.lang.Object") || right.className().equals("java.lang.Object")
                ? ClassType.OBJECT : SEVERAL;
    }

    private JavaType classes(JavaType left, JavaType right, int depth) {
        if (types.asSuper(left, right.className()).isPresent()) {
            return below(left, right, depth);
        }
        if (types.asSuper(right, left.className()).isPresent()) {
            return below(right, left, depth);
        }
        Optional<ClassType> start = types.classType(left);
        if (start.isEmpty()) {
            return SEVERAL;
        }
        List<ClassType> shared = new ArrayList<>();
        for (ClassType each : types.hierarchy(start.get().name()).all()) {
            if (!each.name().equals("java.lang.Object") && types.asSuper(right, each.name()).isPresent()) {
                shared.add(each);
            }
        }
        boolean complete = types.hierarchyIsKnown(left) && types.hierarchyIsKnown(right);
        if (shared.isEmpty()) {
            return complete ? ClassType.OBJECT : SEVERAL;
        }
        return least(shared).map(each -> both(each.name(), left, right, depth)).orElse(SEVERAL);
    }

    private JavaType below(JavaType lower, JavaType upper, int depth) {
        return upper instanceof ClassType named && !named.arguments().isEmpty() ? both(named.name(), lower, upper, depth)
                : upper;
    }

    /** The class among them, or the only type that no other one is below of. */
    private Optional<ClassType> least(List<ClassType> shared) {
        List<ClassType> minimal = new ArrayList<>();
        for (ClassType each : shared) {
            boolean isAbove = shared.stream().anyMatch(other -> other != each
                    && types.asSuper(other, each.name()).isPresent());
            if (!isAbove) {
                minimal.add(each);
            }
        }
        Optional<ClassType> ofClass = minimal.stream()
                .filter(each -> types.shape(each.name()).map(shape -> !shape.isInterface()).orElse(false)).findFirst();
        return ofClass.isPresent() || minimal.size() != 1 ? ofClass : Optional.of(minimal.get(0));
    }

    private JavaType both(String name, JavaType left, JavaType right, int depth) {
        ClassType first = types.asSuper(left, name).orElseGet(() -> JavaType.of(name));
        ClassType second = types.asSuper(right, name).orElseGet(() -> JavaType.of(name));
        if (first.equals(second) || first.arguments().size() != second.arguments().size()) {
            return first.equals(second) ? first : JavaType.of(name);
        }
        List<JavaType> arguments = new ArrayList<>();
        for (int i = 0; i < first.arguments().size(); i++) {
            arguments.add(argument(first.arguments().get(i), second.arguments().get(i), depth));
        }
        return new ClassType(name, List.copyOf(arguments));
    }

    private JavaType argument(JavaType left, JavaType right, int depth) {
        if (left.equals(right) || !left.isKnown() || !right.isKnown()) {
            return left.isKnown() ? right : left;
        }
        JavaType bound = depth >= DEEPEST ? ClassType.OBJECT : of(Types.upward(left), Types.upward(right), depth + 1);
        return Types.wildcard(bound, true);
    }
}
