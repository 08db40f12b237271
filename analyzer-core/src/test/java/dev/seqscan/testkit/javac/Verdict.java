package dev.seqscan.testkit.javac;

/** How a linked type compares with the compiler's. */
public enum Verdict {
    /** They agree. */
    RIGHT,
    /** It is not known. */
    GAP,
    /** It is another one. */
    WRONG
}
