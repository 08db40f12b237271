package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.SelectItem;

/** Reads ORDER BY; a key may be a column, the name of a select item, or its number. */
final class SortKeys {

    /** As MySQL, PostgreSQL, SQL Server and Oracle call random numbers. */
    private static final Set<String> RANDOM = Set.of("rand", "random", "newid", "dbms_random.value", "dbms_random.random",
            "sys.dbms_random.value", "gen_random_uuid", "random_uuid", "sys_guid");

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

    /** Whether rows are sorted by a random number first, each by another one. */
    static boolean areRandom(List<OrderByElement> elements) {
        return elements != null && elements.stream().limit(1).map(each -> PredicateReader.bare(each.getExpression())).anyMatch(key ->
                RANDOM.contains(key.toString().toLowerCase(Locale.ROOT).replaceAll("\\s|\\(.*", "")) && !(key instanceof Column column
                        && column.getTable() == null));
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
