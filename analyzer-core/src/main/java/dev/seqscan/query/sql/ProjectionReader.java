package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Projection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Tells what sort of rows a SELECT gives. */
final class ProjectionReader {

    private static final Set<String> AGGREGATES = Set.of("count", "sum", "min", "max", "avg", "stddev", "variance",
            "bool_and", "bool_or", "every", "array_agg", "string_agg", "listagg", "group_concat", "json_agg", "count_big",
            "jsonb_agg", "stddev_pop", "stddev_samp", "var_pop", "var_samp", "approx_count_distinct");

    private ProjectionReader() {
    }

    static Projection of(PlainSelect select) {
        List<Expression> items = select.getSelectItems().stream()
                .<Expression>map(SelectItem::getExpression).map(ProjectionReader::bare).toList();
        if (items.stream().anyMatch(AllColumns.class::isInstance)) {
            return Projection.ALL_COLUMNS;
        }
        boolean grouped = select.getGroupBy() != null;
        if (items.size() == 1 && !grouped) {
            return ofOne(items.get(0));
        }
        return !grouped && items.stream().allMatch(ProjectionReader::isAggregate) ? Projection.AGGREGATE
                : Projection.COLUMNS;
    }

    /** A constant, or whether a number of rows is over zero, only asks whether there is a row. */
    private static Projection ofOne(Expression item) {
        if (item instanceof ExistsExpression || item instanceof CaseExpression cases && asksForExistence(cases)) {
            return Projection.EXISTS;
        }
        if (item instanceof ComparisonOperator comparison && isCount(bare(comparison.getLeftExpression()))) {
            return Projection.COUNT;
        }
        if (isCount(item)) {
            return Projection.COUNT;
        }
        if (isAggregate(item)) {
            return Projection.AGGREGATE;
        }
        Operand operand = Operand.of(item);
        boolean constant = operand.columns().isEmpty() && operand.subqueries().isEmpty() && !(item instanceof Function);
        return constant && !operand.hasParameter() ? Projection.EXISTS : Projection.COLUMNS;
    }

    private static boolean asksForExistence(CaseExpression cases) {
        return cases.getWhenClauses().stream()
                .anyMatch(when -> bare(when.getWhenExpression()) instanceof ExistsExpression);
    }

    private static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            inner = list.get(0);
        }
        return inner instanceof CastExpression cast ? bare(cast.getLeftExpression()) : inner;
    }

    private static boolean isCount(Expression item) {
        return item instanceof Function function && name(function).startsWith("count")
                || item instanceof CaseExpression cases && cases.getWhenClauses().stream().anyMatch(when ->
                when.getWhenExpression() instanceof ComparisonOperator comparison
                && comparison.getLeftExpression() instanceof Function function && name(function).equals("count"));
    }

    /** Also {@code coalesce(sum(x), 0)}. */
    private static boolean isAggregate(Expression item) {
        if (!(item instanceof Function function)) {
            return false;
        }
        boolean wraps = function.getParameters() != null && !function.getParameters().isEmpty()
                && name(function).equals("coalesce") && isAggregate(function.getParameters().get(0));
        return AGGREGATES.contains(name(function)) || wraps;
    }

    private static String name(Function function) {
        return function.getName().toLowerCase(Locale.ROOT);
    }
}
