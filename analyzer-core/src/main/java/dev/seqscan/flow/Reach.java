package dev.seqscan.flow;

/** How sure it is that calls reach the methods that were followed. */
public enum Reach {
    /** Each call has one target. */
    SURE,
    /** A call may reach one of a few methods. */
    AMBIGUOUS,
    /** A call may reach so many methods that which ones were followed says little, or it starts a job of its own. */
    VAGUE;

    /** How sure a way is that needs both: where two calls on it may go elsewhere, it is one of many. */
    Reach and(Reach other) {
        return this == AMBIGUOUS && other == AMBIGUOUS ? VAGUE : compareTo(other) >= 0 ? this : other;
    }
}
