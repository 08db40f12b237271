package dev.seqscan.query;

import dev.seqscan.source.Place;

/**
 * A statement that follows by itself for the rows of another, since the mapping of these rows asks for it.
 *
 * @param property what it fills, as {@code lines} or {@code customer.address}
 * @param statement how a reader knows it, as {@code LineMapper.ofOrder}
 * @param place where the mapping asks for it
 * @param lazy whether it is sent only when the property is read
 * @param shared whether rows with the same key share one statement, as they do where it fills a single object
 * @param reason why it follows
 */
public record NestedSelect(String property, String statement, Place place, boolean lazy, boolean shared, Reason reason) {

    /** What makes a statement follow. */
    public enum Reason {
        /** The mapping names it. */
        NAMED,
        /** The property is a collection of the object, which always comes as a whole. */
        COLLECTION
    }

    /** A statement that the mapping names. */
    public NestedSelect(String property, String statement, Place place, boolean lazy, boolean shared) {
        this(property, statement, place, lazy, shared, Reason.NAMED);
    }
}
