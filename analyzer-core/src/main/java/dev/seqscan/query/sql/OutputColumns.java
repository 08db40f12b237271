package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.sql.Scope.Meaning;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Tells what the columns of a query mean to the query around it. */
final class OutputColumns {

    private final Scope scope;
    private final Schema schema;

    OutputColumns(Scope scope, Schema schema) {
        this.scope = scope;
        this.schema = schema;
    }

    /** The meanings by name; under {@link Scope#ALL} that of columns which are not known by name. */
    Map<String, Meaning> of(List<SelectItem<?>> items) {
        Map<String, Meaning> outputs = new HashMap<>();
        for (SelectItem<?> item : items) {
            Expression expression = PredicateReader.bare(item.getExpression());
            String alias = item.getAlias() == null ? "" : Names.normalise(item.getAliasName());
            if (expression instanceof AllTableColumns all) {
                String qualifier = Names.normalise(all.getTable().getName());
                scope.sources().stream().filter(source -> source.alias().equals(qualifier))
                        .forEach(source -> addAll(source, scope.sources().size() == 1, outputs));
            } else if (expression instanceof AllColumns) {
                scope.sources().forEach(source -> addAll(source, scope.sources().size() == 1, outputs));
            } else if (expression instanceof Column column) {
                boolean counts = column.getTable() == null && column.getColumnName().equalsIgnoreCase("rownum");
                String name = alias.isEmpty() ? Names.normalise(column.getColumnName()) : alias;
                outputs.put(name, counts ? Meaning.ROW_NUMBER : scope.meaning(column));
            } else if (!alias.isEmpty()) {
                outputs.put(alias, isRowNumber(expression) ? Meaning.ROW_NUMBER
                        : Meaning.computed(alias, function(expression)));
            }
        }
        return outputs;
    }

    /** No index of a table finds rows by a value that is made of several, or by a constant. */
    private static String function(Expression expression) {
        if (expression instanceof Function call) {
            return call.getName().toLowerCase(Locale.ROOT);
        }
        return expression instanceof CaseExpression ? "case" : "expression";
    }

    private void addAll(Scope.Source source, boolean only, Map<String, Meaning> outputs) {
        outputs.putAll(source.outputs());
        schema.table(source.table()).ifPresent(table -> table.columns().forEach(column ->
                outputs.put(column.name(), new Meaning(source.table(), column.name()))));
        if (only && !source.table().isEmpty()) {
            outputs.put(Scope.ALL, new Meaning(source.table(), Scope.ALL));
        }
    }

    private static boolean isRowNumber(Expression expression) {
        return expression instanceof AnalyticExpression analytic && "row_number".equalsIgnoreCase(analytic.getName())
                && (analytic.getPartitionExpressionList() == null || analytic.getPartitionExpressionList().isEmpty());
    }

    /** The order in which {@code ROW_NUMBER()} counts, if it is asked for. */
    List<SortKey> orderOfRowNumber(PlainSelect select) {
        for (SelectItem<?> item : select.getSelectItems()) {
            if (isRowNumber(item.getExpression())) {
                return new SortKeys(scope).of(((AnalyticExpression) item.getExpression()).getOrderByElements(), List.of());
            }
        }
        return List.of();
    }

    /** The queries within the select list. */
    List<Select> subqueries(PlainSelect select) {
        List<Select> found = new ArrayList<>();
        for (SelectItem<?> item : select.getSelectItems()) {
            if (!(item.getExpression() instanceof AllColumns)) {
                found.addAll(Operand.of(item.getExpression()).subqueries());
            }
        }
        return found;
    }
}
