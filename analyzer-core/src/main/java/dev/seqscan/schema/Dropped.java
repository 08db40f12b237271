package dev.seqscan.schema;

import dev.seqscan.source.Place;

/** What a script took away from a table, and did not bring back. */
public sealed interface Dropped {

    /** Where a statement dropped it. */
    Place place();

    /** An index, or a constraint with its index. */
    record OfIndex(Index index, Place place) implements Dropped {
    }

    /** A column, by its normalised name. */
    record OfColumn(String column, Place place) implements Dropped {
    }
}
