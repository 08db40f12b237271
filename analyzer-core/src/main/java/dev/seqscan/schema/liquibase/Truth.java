package dev.seqscan.schema.liquibase;

/** An answer that may not be known (Kleene's three-valued logic). */
enum Truth {
    YES, NO, UNKNOWN;

    static Truth of(boolean answer) {
        return answer ? YES : NO;
    }

    Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES ? other : this;
    }

    Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    Truth not() {
        return this == UNKNOWN ? UNKNOWN : of(this == NO);
    }

    /** Whether it is true for all that is known. */
    boolean mayBe() {
        return this != NO;
    }
}
