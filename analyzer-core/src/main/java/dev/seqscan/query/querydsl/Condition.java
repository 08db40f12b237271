package dev.seqscan.query.querydsl;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.query.Text;

/**
 * A condition of a statement.
 *
 * @param text as JPQL; {@link Text#HOLE} where it is not known
 * @param optional whether it may be left out
 */
record Condition(String text, boolean optional) {

    /** A condition of which nothing is known; it may be missing too. */
    static final Condition UNKNOWN = new Condition(Text.HOLE, true);

    boolean isKnown() {
        return !text.equals(Text.HOLE);
    }

    Condition optionally(boolean may) {
        return may && !optional ? new Condition(text, true) : this;
    }

    /** A comparison of a column that is not known, which an index may serve. */
    static Predicate unknown(Clause clause) {
        return new Predicate("", "", "", Operator.RANGE, "", false, 0, Value.UNKNOWN, clause);
    }
}
