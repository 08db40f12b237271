package dev.seqscan.flow;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * All that becomes of the rows of a query, where all of it is known.
 *
 * @param counted whether their number is read
 * @param tested whether it is asked if there are any
 * @param cut whether a part of the list is cut out by position
 * @param attributes columns that are read of each row, by attribute; of an association {@code customer.id}
 * @param filters what decides which of the rows are used any further, one for each place
 */
public record RowUses(boolean counted, boolean tested, boolean cut, SortedSet<String> attributes, List<Filter> filters) {

    /** How a filter compares. */
    public enum Comparison {
        /** With one value or a list of values. */
        EQUAL,
        /** With a bound. */
        RANGE,
        /** A yes or no, or whether there is a value at all. */
        FLAG
    }

    /** A comparison of an attribute of each row, which the database could make; the path is as {@code customer.name}. */
    public record Filter(String path, Comparison comparison) {
    }

    /** Copies the lists. */
    public RowUses {
        attributes = Collections.unmodifiableSortedSet(new TreeSet<>(attributes));
        filters = List.copyOf(filters);
    }

    /** Whether nothing is done with the rows. */
    public boolean isNothing() {
        return !counted && !tested && !cut && attributes.isEmpty() && filters.isEmpty();
    }
}
