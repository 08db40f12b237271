package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.merge.Merge;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.update.Update;

/** Makes the shape of one parsed statement. */
final class StatementShape {

    private final Schema schema;
    private final ShapeParts parts = new ShapeParts();
    private final SelectReader selects;

    StatementShape(Schema schema, List<String> filledIn) {
        this.schema = schema;
        this.selects = new SelectReader(schema, parts);
        parts.unknown().addAll(filledIn);
    }

    QueryShape of(Statement statement) {
        if (statement instanceof Select select) {
            return query(Command.SELECT, selects.read(select, null, false));
        }
        if (statement instanceof Update update) {
            return update(update);
        }
        if (statement instanceof Delete delete) {
            return delete(delete);
        }
        if (statement instanceof Insert insert) {
            return insert(insert);
        }
        if (statement instanceof Merge merge) {
            return merge(merge);
        }
        return QueryShape.unknown(QueryShape.OTHER_FORM + statement.getClass().getSimpleName());
    }

    private QueryShape query(Command command, SelectReader.Result result) {
        return new QueryShape(command, List.copyOf(parts.roots()), List.copyOf(parts.predicates()), result.order(),
                result.limit(), command == Command.SELECT ? result.projection() : Projection.NONE, result.distinct(),
                result.grouped(), List.of(), List.copyOf(parts.unknown()), "", List.copyOf(parts.traits()));
    }

    private QueryShape change(Command command, List<SortKey> order, Limit limit) {
        return new QueryShape(command, List.copyOf(parts.roots()), List.copyOf(parts.predicates()), order, limit,
                Projection.NONE, false, false, List.of(), List.copyOf(parts.unknown()), "", List.copyOf(parts.traits()));
    }

    private QueryShape update(Update update) {
        Scope scope = new Scope(null, schema);
        List<Root> ofWith = selects.with(update.getWithItemsList(), scope);
        if (!isNamedByAlias(update)) {
            selects.from().read(update.getTable(), update.getStartJoins(), scope, false);
        }
        selects.from().read(update.getFromItem(), update.getJoins(), scope, false);
        update.getUpdateSets().forEach(set -> set.getValues().forEach(value -> subqueries(value, scope)));
        selects.conditions().read(update.getWhere(), scope, Clause.WHERE);
        parts.roots().addAll(ofWith);
        return change(Command.UPDATE, order(update.getOrderByElements(), scope), limit(update.getLimit()));
    }

    private QueryShape delete(Delete delete) {
        Scope scope = new Scope(null, schema);
        List<Root> ofWith = selects.with(delete.getWithItemsList(), scope);
        selects.from().read(delete.getTable(), delete.getJoins(), scope, false);
        if (delete.getUsingFromItemList() != null) {
            delete.getUsingFromItemList().forEach(item -> selects.from().read(item, List.of(), scope, false));
        }
        selects.conditions().read(delete.getWhere(), scope, Clause.WHERE);
        parts.roots().addAll(ofWith);
        return change(Command.DELETE, order(delete.getOrderByElements(), scope), limit(delete.getLimit()));
    }

    /** {@code UPDATE o SET .. FROM orders o} of SQL Server names its table first by the alias it gets later. */
    private static boolean isNamedByAlias(Update update) {
        List<FromItem> later = new ArrayList<>();
        if (update.getFromItem() != null) {
            later.add(update.getFromItem());
        }
        if (update.getJoins() != null) {
            update.getJoins().forEach(join -> later.add(join.getFromItem()));
        }
        Table named = update.getTable();
        return later.stream().anyMatch(item -> item.getAlias() != null
                && (item.getAlias().getName().equalsIgnoreCase(named.getName())
                || named.getAlias() != null && item.getAlias().getName().equalsIgnoreCase(named.getAlias().getName())));
    }

    private QueryShape insert(Insert insert) {
        Scope scope = new Scope(null, schema);
        parts.roots().add(root(insert.getTable()));
        List<Root> ofWith = selects.with(insert.getWithItemsList(), scope);
        SelectReader.Result result = SelectReader.Result.UNKNOWN;
        if (insert.getSelect() != null) {
            result = selects.read(insert.getSelect(), scope, false);
        }
        parts.roots().addAll(ofWith);
        return query(Command.INSERT, result);
    }

    private QueryShape merge(Merge merge) {
        Scope scope = new Scope(null, schema);
        selects.from().read(merge.getTable(), List.of(), scope, false);
        selects.from().read(merge.getFromItem(), List.of(), scope, false);
        selects.conditions().read(merge.getOnCondition(), scope, Clause.ON);
        parts.unknown().add("of MERGE only its tables and its condition are read");
        return change(Command.OTHER, List.of(), Limit.NONE);
    }

    private Root root(Table table) {
        String name = table == null ? "" : Names.normalise(table.getName());
        return new Root("", name.startsWith(ParameterText.FILLED_IN) ? "" : name, "", "", false);
    }

    private void subqueries(Expression value, Scope scope) {
        Operand.of(value).subqueries().forEach(each -> selects.read(each, scope, true));
    }

    private static List<SortKey> order(List<OrderByElement> elements, Scope scope) {
        return new SortKeys(scope).of(elements, List.of());
    }

    private static Limit limit(net.sf.jsqlparser.statement.select.Limit limit) {
        return limit == null ? Limit.NONE : RowLimit.of(limit);
    }
}
