package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Limit;
import net.sf.jsqlparser.expression.AllValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.First;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Skip;

/** Reads how many rows are asked for: LIMIT, OFFSET, FETCH, TOP, and Informix's SKIP and FIRST. */
final class RowLimit {

    private RowLimit() {
    }

    static Limit of(Select select) {
        int rows = limitRows(select.getLimit());
        int offset = 0;
        if (select.getLimit() != null && select.getLimit().getOffset() != null) {
            offset = number(select.getLimit().getOffset());
        }
        if (select.getOffset() != null) {
            offset = number(select.getOffset().getOffset());
        }
        if (select.getFetch() != null) {
            Expression count = select.getFetch().getExpression();
            rows = count == null ? 1 : number(count);
        }
        return select instanceof PlainSelect plain ? ofHead(plain, rows, offset) : new Limit(rows, offset);
    }

    /** A limit as DELETE and UPDATE of MySQL have it. */
    static Limit of(net.sf.jsqlparser.statement.select.Limit limit) {
        return new Limit(limitRows(limit), 0);
    }

    private static int limitRows(net.sf.jsqlparser.statement.select.Limit limit) {
        return limit == null || limit.getRowCount() == null ? Limit.UNLIMITED : number(limit.getRowCount());
    }

    /** What stands right behind the word SELECT. */
    private static Limit ofHead(PlainSelect plain, int limitRows, int limitOffset) {
        int rows = limitRows;
        int offset = limitOffset;
        if (plain.getTop() != null) {
            rows = plain.getTop().isPercentage() ? Limit.VARIABLE : number(plain.getTop().getExpression());
        }
        First first = plain.getFirst();
        if (first != null) {
            rows = first.getRowCount() == null ? Limit.VARIABLE : clamp(first.getRowCount());
        }
        Skip skip = plain.getSkip();
        if (skip != null) {
            offset = skip.getRowCount() == null ? Limit.VARIABLE : clamp(skip.getRowCount());
        }
        return new Limit(rows, offset);
    }

    /** A constant, or {@link Limit#VARIABLE}; {@code ALL} and {@code NULL} are no limit. */
    static int number(Expression expression) {
        if (expression instanceof LongValue value) {
            return value.getStringValue().length() > 18 ? Integer.MAX_VALUE : clamp(value.getValue());
        }
        if (expression instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return number(list.get(0));
        }
        boolean none = expression instanceof AllValue || expression instanceof NullValue;
        return none ? Limit.UNLIMITED : Limit.VARIABLE;
    }

    private static int clamp(long value) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, value));
    }

    /** The limit of a query around another: each part from the first that has it. */
    static Limit combined(Limit own, Limit byRowNumber, Limit inner) {
        return over(own, over(byRowNumber, inner));
    }

    private static Limit over(Limit first, Limit second) {
        return new Limit(first.rows() == Limit.UNLIMITED ? second.rows() : first.rows(),
                first.offset() == 0 ? second.offset() : first.offset());
    }
}
