package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.List;

/**
 * An index, or the index behind a constraint.
 *
 * @param name empty where the database chooses it
 * @param parts in the order of the index
 * @param condition the text of a partial index's WHERE clause, or empty
 * @param method as {@code gin}, in lower case, or empty for the product's default
 */
public record Index(String name, Origin origin, boolean unique, List<Part> parts, String condition, String method,
        Place place) {

    /** Where the index comes from. */
    public enum Origin { PRIMARY_KEY, UNIQUE_CONSTRAINT, INDEX, FOREIGN_KEY }

    /** One part of an index: a column, or the text of an expression with an empty column. */
    public record Part(String column, String expression, boolean descending) {

        /** A plain ascending column. */
        public static Part of(String column) {
            return new Part(column, "", false);
        }
    }

    /** The columns in order, up to the first expression. */
    public List<String> leadingColumns() {
        return parts.stream().takeWhile(part -> !part.column().isEmpty()).map(Part::column).toList();
    }

    /** Whether the index holds all rows, so that a query needs no further condition to use it. */
    public boolean isWhole() {
        return condition.isEmpty();
    }
}
