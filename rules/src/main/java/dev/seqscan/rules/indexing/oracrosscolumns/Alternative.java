package dev.seqscan.rules.indexing.oracrosscolumns;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.Optional;

/**
 * One alternative of an OR that few rows meet.
 *
 * @param asked what picks these rows
 * @param index the index that would find them if they were asked for alone
 */
record Alternative(Predicate asked, Optional<Index> index) {

    /** Whether the table itself tells its rows, and no subquery. */
    boolean isOf(Table table) {
        return asked.table().equals(table.name()) && asked.value() != Value.SUBQUERY;
    }

    /** Whether its rows may be many. */
    boolean isRange() {
        return asked.operator() == Operator.RANGE;
    }

    /** The condition as a reader may write it, seen from a table. */
    String text(Table from) {
        if (asked.value() == Value.SUBQUERY) {
            return asked.column().isEmpty() ? "exists (select ..)" : asked.column() + " in (select ..)";
        }
        String column = (asked.table().equals(from.name()) ? "" : asked.table() + ".") + asked.column();
        return switch (asked.operator()) {
            case IN -> column + " in (?)";
            case RANGE -> column + " in a range";
            case LIKE_PREFIX -> column + " like 'abc%'";
            default -> column + " = ?";
        };
    }
}
