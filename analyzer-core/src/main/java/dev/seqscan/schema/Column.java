package dev.seqscan.schema;

import dev.seqscan.source.Place;

/**
 * A column of a table.
 *
 * @param type as declared, in lower case, without length; {@link #LONG_TEXT} for texts too long for an index; empty where
 *        it is not known
 */
public record Column(String name, String type, boolean nullable, Place place) {

    /** Texts of which a value may be longer than an entry of an index (some KB in all products). */
    public static final String LONG_TEXT = "long varchar";
}
