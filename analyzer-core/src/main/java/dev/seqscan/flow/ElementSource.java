package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where the elements of a list come from: of how many objects they are parts.
 *
 * @param many whether some may come from a query, a file or anything else whose size nothing bounds
 * @param parameters the parameters of the method that hold some of them
 */
record ElementSource(boolean many, Set<Integer> parameters) {

    /** Any number of elements. */
    static final ElementSource MANY = new ElementSource(true, Set.of());
    /** The parts of one object, as the lines of an order. */
    static final ElementSource PARTS = new ElementSource(false, Set.of());

    static ElementSource parameter(int index) {
        return new ElementSource(false, Set.of(index));
    }

    ElementSource and(ElementSource other) {
        if (many || other.many) {
            return MANY;
        }
        Set<Integer> both = new LinkedHashSet<>(parameters);
        both.addAll(other.parameters);
        return new ElementSource(false, both);
    }
}
