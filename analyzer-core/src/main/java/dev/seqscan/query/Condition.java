package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import java.util.List;

/**
 * A condition of a statement that code puts together of objects.
 *
 * @param text as JPQL; {@link Text#HOLE} where it is not known
 * @param optional whether it may be left out
 */
public record Condition(String text, boolean optional) {

    /** A condition of which nothing is known; it may be missing too. */
    public static final Condition UNKNOWN = new Condition(Text.HOLE, true);

    /** Whether its text is known. */
    public boolean isKnown() {
        return !text.equals(Text.HOLE);
    }

    /** The same that may be left out, if it may. */
    public Condition optionally(boolean may) {
        return may && !optional ? new Condition(text, true) : this;
    }

    /** The words behind {@code where} of what is known of conditions that hold together. */
    public static Text where(List<Condition> held) {
        List<String> sure = held.stream().filter(each -> each.isKnown() && !each.optional()).map(Condition::text).toList();
        List<String> optional = held.stream().filter(each -> each.isKnown() && each.optional()).map(Condition::text).toList();
        Text where = sure.isEmpty() ? Text.EMPTY : Text.of(" where " + String.join(" and ", sure));
        for (int i = 0; i < optional.size(); i++) {
            where = where.plus(Text.of((sure.isEmpty() && i == 0 ? " where " : " and ") + optional.get(i)).optionally());
        }
        return where;
    }

    /** A comparison of a column that is not known, which an index may serve. */
    public static Predicate unknown(Clause clause) {
        return new Predicate("", "", "", Operator.RANGE, "", false, 0, Value.UNKNOWN, clause);
    }
}
