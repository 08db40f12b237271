package dev.seqscan.flow;

import dev.seqscan.query.Query;

/**
 * A call that may add rows to a table: what it writes was not all read before.
 *
 * @param query the statement
 * @param site where it is sent
 * @param manner how many rows that makes
 */
public record Insertion(Query query, Site site, Manner manner) {

    /** How rows are added, from few to many. */
    public enum Manner {
        /** One with each call of a person, or not known. */
        SINGLE,
        /** One for each element of a list or turn of a loop that a person sets going. */
        MANY,
        /** With each message or turn of a clock. */
        UNATTENDED
    }
}
