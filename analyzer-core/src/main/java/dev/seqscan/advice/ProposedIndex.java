package dev.seqscan.advice;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * An index that is missing.
 *
 * @param table that it belongs to, which stands at {@code place}
 * @param parts in the order of the index
 * @param condition of a partial index, else empty
 * @param create the statement that makes it, without locking out writers where the product can
 * @param drop the statement that takes it away again
 * @param served the statements that it serves, in the order of their places
 * @param writers where the code writes the table, and pays for the index
 * @param replaces names or columns of indexes that it makes needless, as it begins with all that they hold
 */
public record ProposedIndex(String name, String table, Place place, List<Part> parts, String condition, String create,
        String drop, List<Served> served, List<Place> writers, List<String> replaces) {

    /**
     * One part of it.
     *
     * @param text the column, or the expression as SQL writes it
     * @param plain whether it is a column of which nothing else is said
     */
    public record Part(String text, boolean plain, boolean descending) {
    }

    /** A statement that it serves: how a reader knows it, and where it is written. */
    public record Served(String statement, Place place) {
    }
}
