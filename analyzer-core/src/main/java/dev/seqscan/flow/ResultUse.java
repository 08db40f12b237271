package dev.seqscan.flow;

/** What is known of the use of what a statement gives. */
public enum ResultUse {
    /** Nothing is known, or all of it is used. */
    ANY,
    /** It gives a number, of which is asked only if it is zero. */
    WHETHER_ANY,
    /** It gives a page that tells how many rows there are in all, which is not read. */
    ROWS_ALONE
}
