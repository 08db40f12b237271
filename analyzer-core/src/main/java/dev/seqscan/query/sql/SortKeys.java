package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Names;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Reads ORDER BY; a key may be a column, the name of a select item, or its number. */
final class SortKeys {

    private final Scope scope;

    SortKeys(Scope scope) {
        this.scope = scope;
    }

    List<SortKey> of(List<OrderByElement> elements, List<SelectItem<?>> items) {
        return elements == null ? List.of() : elements.stream().map(element -> key(element, items)).toList();
    }

    private SortKey key(OrderByElement element, List<SelectItem<?>> items) {
        Expression expression = meant(PredicateReader.bare(element.getExpression()), items);
        boolean descending = !element.isAsc();
        if (!(expression instanceof Column column)) {
            return new SortKey("", "", String.valueOf(expression), descending);
        }
        Scope.Meaning meaning = scope.meaning(column);
        boolean filledIn = meaning.column().startsWith(ParameterText.FILLED_IN);
        return new SortKey(filledIn ? "" : meaning.table(), filledIn ? "" : meaning.column(),
                column.getFullyQualifiedName(), descending);
    }

    private static Expression meant(Expression key, List<SelectItem<?>> items) {
        if (key instanceof LongValue position) {
            long at = position.getValue();
            return at >= 1 && at <= items.size() ? items.get((int) at - 1).getExpression() : key;
        }
        if (key instanceof Column column && column.getTable() == null) {
            String name = Names.normalise(column.getColumnName());
            for (SelectItem<?> item : items) {
                if (item.getAlias() != null && Names.normalise(item.getAliasName()).equals(name)) {
                    return item.getExpression();
                }
            }
        }
        return key;
    }
}
