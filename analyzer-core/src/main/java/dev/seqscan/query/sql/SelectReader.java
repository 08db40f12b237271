package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Trait;
import dev.seqscan.query.sql.Scope.Meaning;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SetOperation;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.UnionOp;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.select.WithItem;

/** Reads queries: SELECT, set operations, WITH, and queries within queries. */
final class SelectReader {

    /**
     * What the outside sees of a query.
     *
     * @param outputs what its columns mean
     */
    record Result(List<SortKey> order, Limit limit, Projection projection, boolean distinct, boolean grouped,
            Map<String, Meaning> outputs) {

        static final Result UNKNOWN = new Result(List.of(), Limit.NONE, Projection.COLUMNS, false, false, Map.of());
    }

    private final Schema schema;
    private final ShapeParts parts;
    private final ConditionReader conditions;
    private final FromReader from;

    SelectReader(Schema schema, ShapeParts parts) {
        this.schema = schema;
        this.parts = parts;
        this.conditions = new ConditionReader(parts, this);
        this.from = new FromReader(parts, conditions, this);
    }

    ConditionReader conditions() {
        return conditions;
    }

    FromReader from() {
        return from;
    }

    /** Reads a query; {@code nested} where another statement stands around it. */
    Result read(Select select, Scope outer, boolean nested) {
        Scope scope = new Scope(outer, schema);
        List<Root> ofWith = with(select.getWithItemsList(), scope);
        Result result;
        if (select instanceof PlainSelect plain) {
            result = plain(plain, scope, nested);
        } else if (select instanceof SetOperationList list) {
            result = setOperation(list, scope, nested);
        } else if (select instanceof ParenthesedSelect parenthesed) {
            result = parenthesed(parenthesed, scope, nested);
        } else {
            result = Result.UNKNOWN;
            if (!(select instanceof Values)) {
                parts.unknown().add("a query of the form " + select.getClass().getSimpleName());
            }
        }
        parts.roots().addAll(ofWith);
        return result;
    }

    /** Reads the queries of a WITH clause, and gives their tables, which come after those of the statement itself. */
    List<Root> with(List<WithItem<?>> items, Scope scope) {
        if (items == null) {
            return List.of();
        }
        int before = parts.roots().size();
        for (WithItem<?> item : items) {
            String name = Names.normalise(item.getAliasName());
            scope.addCommonTable(name, Map.of());
            if (item.getParenthesedStatement() instanceof Select query) {
                scope.addCommonTable(name, named(item, read(query, scope, true).outputs()));
            } else {
                parts.unknown().add("the statement " + name + " of the WITH clause changes data");
            }
        }
        List<Root> added = parts.roots().subList(before, parts.roots().size());
        List<Root> ofWith = List.copyOf(added);
        added.clear();
        return ofWith;
    }

    /** {@code WITH t (a, b) AS ..} names the columns anew. */
    private static Map<String, Meaning> named(WithItem<?> item, Map<String, Meaning> outputs) {
        return item.getWithItemList() == null || item.getWithItemList().isEmpty() ? outputs : Map.of();
    }

    private Result parenthesed(ParenthesedSelect select, Scope scope, boolean nested) {
        Result inner = read(select.getSelect(), scope, nested);
        List<SortKey> own = new SortKeys(scope).of(select.getOrderByElements(), List.of());
        return new Result(own.isEmpty() ? inner.order() : own,
                RowLimit.combined(RowLimit.of(select), Limit.NONE, inner.limit()), inner.projection(), inner.distinct(),
                inner.grouped(), inner.outputs());
    }

    private Result setOperation(SetOperationList list, Scope scope, boolean nested) {
        List<Result> results = new ArrayList<>();
        list.getSelects().forEach(each -> results.add(read(each, scope, nested)));
        boolean distinct = list.getOperations().stream().anyMatch(SelectReader::removesDuplicates);
        Scope outputs = new Scope(scope, schema);
        outputs.add(new Scope.Source("", "", results.get(0).outputs()));
        List<SortKey> order = new SortKeys(outputs).of(list.getOrderByElements(), List.of());
        return new Result(order, RowLimit.of(list), results.get(0).projection(), distinct,
                results.stream().anyMatch(Result::grouped), Map.of());
    }

    private static boolean removesDuplicates(SetOperation operation) {
        return !(operation instanceof UnionOp union && union.isAll());
    }

    private Result plain(PlainSelect select, Scope scope, boolean nested) {
        Limit outside = parts.takeRowNumberLimit();
        List<Result> derived = from.read(select.getFromItem(), select.getJoins(), scope, nested);
        boolean wraps = derived.size() == 1 && scope.sources().size() == 1;
        Result inner = wraps ? derived.get(0) : Result.UNKNOWN;
        conditions.read(select.getWhere(), scope, nested ? Clause.SUBQUERY : Clause.WHERE);
        conditions.read(select.getHaving(), scope, nested ? Clause.SUBQUERY : Clause.HAVING);
        conditions.read(select.getQualify(), scope, nested ? Clause.SUBQUERY : Clause.HAVING);
        tell(select, scope);
        OutputColumns columns = new OutputColumns(scope, schema);
        columns.subqueries(select).forEach(each -> read(each, scope, true));
        List<SortKey> order = new SortKeys(scope).of(select.getOrderByElements(), select.getSelectItems());
        if (order.isEmpty()) {
            order = columns.orderOfRowNumber(select);
        }
        Limit limit = RowLimit.combined(RowLimit.of(select), parts.takeRowNumberLimit(), inner.limit());
        restore(outside);
        return new Result(order.isEmpty() ? inner.order() : order, limit, ProjectionReader.of(select),
                select.getDistinct() != null || inner.distinct(), select.getGroupBy() != null || inner.grouped(), columns.of(select.getSelectItems()));
    }

    private void tell(PlainSelect select, Scope scope) {
        scope.joins().condition(select.getWhere());
        List<String> unlinked = scope.joins().unlinked();
        if (!unlinked.isEmpty()) {
            parts.traits().add(new Trait(Trait.Kind.UNLINKED, unlinked));
        }
        if (SortKeys.areRandom(select.getOrderByElements())) {
            parts.traits().add(new Trait(Trait.Kind.RANDOM_ORDER, List.of()));
        }
    }

    /** A query in the WHERE clause does not end the limit that the same clause made before. */
    private void restore(Limit outside) {
        parts.limitRows(outside.rows());
        parts.skipRows(outside.offset());
    }
}
