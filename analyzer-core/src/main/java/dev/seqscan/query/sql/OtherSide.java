package dev.seqscan.query.sql;

import dev.seqscan.query.GivenNumbers;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.sql.Scope.Meaning;
import dev.seqscan.query.sql.SelectReader.Result;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.Select;

/** Tells what stands on the other side of a comparison: a column, the column that a subquery selects, or a literal. */
final class OtherSide {

    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Scope scope;

    /** Takes the tables that names may mean. */
    OtherSide(Scope scope) {
        this.scope = scope;
    }

    /** The other side, where it is one thing. */
    Other of(Expression expression, List<Result> subqueries) {
        Expression bare = PredicateReader.bare(expression);
        if (isTruth(bare)) {
            return Other.ofTruth(Boolean.parseBoolean(bare.toString()));
        }
        if (bare instanceof Column column) {
            return column(scope.meaning(column));
        }
        if (bare instanceof Select && subqueries.size() == 1) {
            Map<String, Meaning> outputs = subqueries.get(0).outputs();
            return outputs.size() == 1 ? column(outputs.values().iterator().next()) : Other.UNKNOWN;
        }
        if (bare instanceof ParenthesedExpressionList<?> list) {
            List<Other.Kind> kinds = list.stream().map(OtherSide::kind).distinct().toList();
            return kinds.size() == 1 ? new Other("", "", kinds.get(0)) : Other.UNKNOWN;
        }
        Other.Kind kind = kind(bare);
        return new Other("", "", kind, kind == Other.Kind.UNKNOWN || bare instanceof JdbcNamedParameter ? "" : bare.toString());
    }

    /** The parser takes these words for columns where it does not know better. */
    private static boolean isTruth(Expression expression) {
        return expression instanceof BooleanValue || expression instanceof Column column && column.getTable() == null
                && TRUTHS.contains(column.getColumnName().toLowerCase(Locale.ROOT));
    }

    private static Other column(Meaning meaning) {
        boolean stored = meaning.function().isEmpty() && !meaning.rowNumber() && !meaning.table().isEmpty()
                && !meaning.column().equals(Scope.ALL);
        return stored ? new Other(meaning.table(), meaning.column(), Other.Kind.UNKNOWN) : Other.UNKNOWN;
    }

    private static Other.Kind kind(Expression expression) {
        if (expression instanceof StringValue) {
            return Other.Kind.TEXT;
        }
        Expression unsigned = expression instanceof SignedExpression signed ? signed.getExpression() : expression;
        boolean bound = unsigned instanceof JdbcNamedParameter parameter && parameter.getName().equals(GivenNumbers.MARK);
        return bound || unsigned instanceof LongValue || unsigned instanceof DoubleValue ? Other.Kind.NUMBER : Other.Kind.UNKNOWN;
    }
}
