package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.SelectItem;

/**
 * Reads a query of a view as one of the table below it, as databases do ("The Rule System", "Views and the Rule System" in
 * PostgreSQL's manual; algorithm MERGE, "View Processing Algorithms" in MySQL's): where the view has one table, plain columns and
 * conditions only, and these then belong to the query. All other views stay what they are.
 */
final class SimpleViews {

    private final Schema schema;

    SimpleViews(Schema schema) {
        this.schema = schema;
    }

    /** What a view stands for: a table, its columns by those of the view, and conditions. */
    private record View(String table, Map<String, String> columns, List<Predicate> conditions) {
    }

    /** The same statement on tables, as far as its views are simple. */
    QueryShape through(QueryShape shape) {
        QueryShape current = shape;
        for (Root root : shape.command() == Command.SELECT ? shape.roots() : List.<Root>of()) {
            boolean once = shape.roots().stream().filter(each -> each.table().equals(root.table())).count() == 1;
            Optional<String> query = root.subquery() || !once ? Optional.empty() : schema.view(root.table());
            QueryShape before = current;
            current = query.flatMap(text -> view(root.table(), text)).flatMap(view -> replaced(before, root.table(), view))
                    .orElse(current);
        }
        return current;
    }

    private Optional<View> view(String name, String query) {
        try {
            return parsed(name, query);
        } catch (LimitedParser.Failure notUnderstood) {
            return Optional.empty();
        }
    }

    private Optional<View> parsed(String name, String query) throws LimitedParser.Failure {
        Statement statement = LimitedParser.parse(query, schema.product());
        Optional<Table> known = schema.table(name);
        if (!(statement instanceof PlainSelect select) || known.isEmpty() || !isPlain(select)) {
            return Optional.empty();
        }
        String base = Names.normalise(((net.sf.jsqlparser.schema.Table) select.getFromItem()).getName());
        Optional<Table> table = schema.table(base).filter(each -> each.kind() != Table.Kind.VIEW);
        QueryShape below = new StatementShape(schema, List.of()).of(LimitedParser.parse("select * from " + select.getFromItem()
                + (select.getWhere() == null ? "" : " where " + select.getWhere()), schema.product()));
        List<Predicate> conditions = below.predicates();
        boolean alone = conditions.stream().allMatch(each -> each.table().equals(base) && each.disjunction() == 0);
        return table.filter(each -> alone).flatMap(each -> columns(select, known.get(), each))
                .map(columns -> new View(base, columns, conditions));
    }

    private static boolean isPlain(PlainSelect select) {
        return select.getFromItem() instanceof net.sf.jsqlparser.schema.Table
                && (select.getJoins() == null || select.getJoins().isEmpty()) && select.getDistinct() == null
                && select.getGroupBy() == null && select.getHaving() == null && select.getLimit() == null
                && select.getFetch() == null && select.getOffset() == null && select.getTop() == null
                && select.getWithItemsList() == null;
    }

    /** By position, since a view may give its columns other names. */
    private static Optional<Map<String, String>> columns(PlainSelect select, Table view, Table table) {
        List<String> below = new ArrayList<>();
        for (SelectItem<?> item : select.getSelectItems()) {
            if (item.getExpression() instanceof AllColumns) {
                table.columns().forEach(each -> below.add(each.name()));
            } else if (item.getExpression() instanceof net.sf.jsqlparser.schema.Column column) {
                below.add(Names.normalise(column.getColumnName()));
            } else {
                return Optional.empty();
            }
        }
        List<String> names = view.columns().stream().map(Column::name).toList();
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < names.size() && names.size() == below.size(); i++) {
            columns.put(names.get(i), below.get(i));
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(columns);
    }

    private static Optional<QueryShape> replaced(QueryShape shape, String name, View view) {
        boolean known = shape.predicates().stream().filter(each -> each.table().equals(name))
                .allMatch(each -> view.columns().containsKey(each.column()))
                && shape.order().stream().filter(each -> each.table().equals(name))
                .allMatch(each -> view.columns().containsKey(each.column()));
        if (!known) {
            return Optional.empty();
        }
        List<Predicate> predicates = new ArrayList<>();
        shape.predicates().forEach(each -> predicates.add(!each.table().equals(name) ? each
                : each.named(view.table(), view.columns().get(each.column()), each.path())));
        predicates.addAll(view.conditions());
        List<Root> roots = shape.roots().stream().map(each -> !each.table().equals(name) ? each
                : new Root(each.entity(), view.table(), each.alias(), each.path(), false)).toList();
        List<SortKey> order = shape.order().stream().map(each -> !each.table().equals(name) ? each
                : new SortKey(view.table(), view.columns().get(each.column()), each.path(), each.descending())).toList();
        return Optional.of(new QueryShape(shape.command(), roots, List.copyOf(predicates), order, shape.limit(),
                shape.projection(), shape.distinct(), shape.grouped(), shape.fetches(), shape.unknown(), shape.yields(),
                shape.traits()));
    }
}
