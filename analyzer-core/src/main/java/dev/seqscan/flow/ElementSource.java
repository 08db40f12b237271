package dev.seqscan.flow;

import dev.seqscan.source.Span;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the elements of a list come from.
 *
 * @param turns how many there may be, as far as the method itself tells
 * @param parameters the parameters of the method that hold some of them
 * @param results the names of the calls that give some of them
 */
record ElementSource(Turns turns, Set<Integer> parameters, Set<Span> results) {

    /** Any number of elements. */
    static final ElementSource MANY = of(Turns.MANY);
    /** Elements of what was not read or not followed. */
    static final ElementSource ELSEWHERE = of(Turns.ELSEWHERE);
    /** Rows that belong to one row of another table. */
    static final ElementSource CHILDREN = of(Turns.CHILDREN);
    /** Elements of which nothing is known. */
    static final ElementSource UNKNOWN = of(Turns.UNKNOWN);
    /** The parts of one object, as the lines of an order. */
    static final ElementSource PARTS = of(Turns.PARTS);

    private static ElementSource of(Turns turns) {
        return new ElementSource(turns, Set.of(), Set.of());
    }

    static ElementSource parameter(int index) {
        return new ElementSource(Turns.PARTS, Set.of(index), Set.of());
    }

    static ElementSource result(Span call) {
        return new ElementSource(Turns.PARTS, Set.of(), Set.of(call));
    }

    boolean isMany() {
        return turns.areMany();
    }

    /** The same without what calls give. */
    ElementSource ofParameters() {
        return new ElementSource(turns, parameters, Set.of());
    }

    /** What the method itself tells. */
    ElementSource ofTurns() {
        return of(turns);
    }

    ElementSource and(ElementSource other) {
        if (isMany() || other.isMany()) {
            return of(turns.and(other.turns));
        }
        return new ElementSource(turns.and(other.turns), union(parameters, other.parameters), union(results, other.results));
    }

    private static <T> Set<T> union(Set<T> left, Set<T> right) {
        if (left.isEmpty() || right.isEmpty()) {
            return left.isEmpty() ? right : left;
        }
        Set<T> both = new LinkedHashSet<>(left);
        both.addAll(right);
        return both;
    }
}
