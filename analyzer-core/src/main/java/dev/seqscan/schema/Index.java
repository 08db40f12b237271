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
 * @param included columns that it only carries along, so that a query need not read the row
 * @param visible whether queries may use it: MySQL ("Invisible Indexes"), MariaDB ("Ignored Indexes") and Oracle ("Invisible
 *        Indexes", "Unusable Indexes") keep such that they may not
 */
public record Index(String name, Origin origin, boolean unique, List<Part> parts, String condition, String method,
        List<String> included, boolean visible, Place place) {

    /** An index that queries may use. */
    public Index(String name, Origin origin, boolean unique, List<Part> parts, String condition, String method,
            List<String> included, Place place) {
        this(name, origin, unique, parts, condition, method, included, true, place);
    }

    /** An index that carries nothing along. */
    public Index(String name, Origin origin, boolean unique, List<Part> parts, String condition, String method, Place place) {
        this(name, origin, unique, parts, condition, method, List.of(), place);
    }

    /** Where the index comes from. */
    public enum Origin { PRIMARY_KEY, UNIQUE_CONSTRAINT, INDEX, FOREIGN_KEY }

    /**
     * One part of an index: a column, or the text of an expression with an empty column.
     *
     * @param variant what else is said of it, as {@code text_pattern_ops}, {@code collate c}, or {@code 20} for so many
     *        first characters only; empty for what the product does by itself
     */
    public record Part(String column, String expression, boolean descending, String variant) {

        /** A part of which nothing else is said. */
        public Part(String column, String expression, boolean descending) {
            this(column, expression, descending, "");
        }

        /** A plain ascending column. */
        public static Part of(String column) {
            return new Part(column, "", false);
        }
    }

    /** The columns in order, up to the first expression. */
    public List<String> leadingColumns() {
        return parts.stream().takeWhile(part -> !part.column().isEmpty()).map(Part::column).toList();
    }

    /** The same under another name. */
    Index named(String other) {
        return new Index(other, origin, unique, parts, condition, method, included, visible, place);
    }

    /** The same that a constraint of that name stands on. */
    Index ofConstraint(String constraint, Origin sort) {
        return new Index(constraint, sort, true, parts, condition, method, included, visible, place);
    }

    /** The same with other parts. */
    public Index with(List<Part> others) {
        return new Index(name, origin, unique, others, condition, method, included, visible, place);
    }

    /** The same that queries may use or not. */
    Index shown(boolean toQueries) {
        return new Index(name, origin, unique, parts, condition, method, included, toQueries, place);
    }

    /** The same at another place. */
    public Index at(Place other) {
        return new Index(name, origin, unique, parts, condition, method, included, visible, other);
    }

    /** Whether it holds the same rows in the same order as the other, or in the opposite one, and carries the same along. */
    public boolean isLike(Index other) {
        return visible == other.visible && condition.equals(other.condition) && method.equals(other.method)
                && included.equals(other.included) && (parts.equals(other.parts) || parts.equals(other.mirrored()));
    }

    /** Whether a longer index begins with all that this one holds, so that it serves whatever this one does. */
    public boolean isPrefixOf(Index longer) {
        int size = parts.size();
        boolean ordered = longer.visible && method.isEmpty() && longer.method.isEmpty() && condition.equals(longer.condition);
        return ordered && size > 0 && size < longer.parts.size() && longer.included.containsAll(included)
                && (parts.equals(longer.parts.subList(0, size)) || parts.equals(longer.mirrored().subList(0, size)));
    }

    /** An ordered index is read in both directions. */
    private List<Part> mirrored() {
        return parts.stream().map(part -> new Part(part.column(), part.expression(), !part.descending(), part.variant())).toList();
    }

    /** Whether the index holds all rows, so that a query needs no further condition to use it. */
    public boolean isWhole() {
        return condition.isEmpty();
    }
}
