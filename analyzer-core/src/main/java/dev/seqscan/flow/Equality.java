package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A test of which is known that two expressions are equal where it came out so: {@code a == b}, {@code a.equals(b)},
 * {@code Objects.equals(a, b)}, {@code a.equalsIgnoreCase(b)}.
 */
record Equality(Expression left, Expression right) {

    private static final Set<String> METHODS = Set.of("equals", "equalsIgnoreCase");

    /** The equalities that hold of necessity where a test came out true, or false. */
    static List<Equality> of(Expression test, boolean holds) {
        return Conjuncts.of(test, holds).stream().flatMap(part -> ofPart(part.test(), part.holds()).stream()).toList();
    }

    private static Optional<Equality> ofPart(Expression test, boolean holds) {
        if (test instanceof Expression.Binary same && same.operator().equals(holds ? "==" : "!=")) {
            return Optional.of(new Equality(same.left(), same.right()));
        }
        if (holds && test instanceof Expression.Call call && METHODS.contains(call.name()) && !call.arguments().isEmpty()) {
            Expression first = call.arguments().size() == 2 ? call.arguments().get(0) : call.target();
            return Optional.of(new Equality(first, call.arguments().get(call.arguments().size() - 1)));
        }
        return Optional.empty();
    }
}
