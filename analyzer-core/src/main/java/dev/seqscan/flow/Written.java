package dev.seqscan.flow;

/** What entities a call is given to write. */
public enum Written {
    /** Objects made before, that no row stands for yet. */
    FRESH,
    /** Rows that a query has given. */
    LOADED,
    /** What it cannot be told of, or some of both. */
    UNKNOWN
}
