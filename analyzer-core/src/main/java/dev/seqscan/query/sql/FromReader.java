package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.query.sql.Scope.Meaning;
import dev.seqscan.query.sql.SelectReader.Result;
import dev.seqscan.schema.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.LateralSubSelect;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.Select;

/** Reads the tables of a statement and how they are joined. */
final class FromReader {

    /** Tables of one row without meaning, in Oracle, MySQL and DB2. */
    private static final Set<String> ONE_ROW = Set.of("dual", "sysdummy1");

    private final ShapeParts parts;
    private final ConditionReader conditions;
    private final SelectReader selects;

    FromReader(ShapeParts parts, ConditionReader conditions, SelectReader selects) {
        this.parts = parts;
        this.conditions = conditions;
        this.selects = selects;
    }

    /** Adds the tables to the scope and the roots, and reads the conditions of joins; gives queries among them. */
    List<Result> read(FromItem first, List<Join> joins, Scope scope, boolean nested) {
        List<Result> derived = new ArrayList<>();
        item(first, scope, nested, false, derived);
        List<Join> all = joins == null ? List.of() : joins;
        for (Join join : all) {
            item(join.getFromItem(), scope, nested, join.isApply(), derived);
            if (join.isCross() || join.isNatural() || join.isApply() || !join.getUsingColumns().isEmpty()) {
                scope.joins().link(scope.sources());
            }
        }
        Clause clause = nested ? Clause.SUBQUERY : Clause.ON;
        for (Join join : all) {
            for (Expression on : join.getOnExpressions()) {
                conditions.read(on, scope, clause);
                scope.joins().joined(on);
            }
            using(join, scope, clause);
        }
        return derived;
    }

    private void item(FromItem item, Scope scope, boolean nested, boolean lateral, List<Result> derived) {
        if (item instanceof Table table) {
            table(table, scope, nested);
        } else if (item instanceof Select query) {
            Scope seen = lateral || item instanceof LateralSubSelect ? scope : scope.outer();
            Result result = selects.read(query, seen, true);
            derived.add(result);
            scope.add(new Scope.Source(alias(item), "", result.outputs()));
        } else if (item instanceof ParenthesedFromItem group) {
            derived.addAll(read(group.getFromItem(), group.getJoins(), scope, nested));
        } else if (item != null) {
            scope.add(new Scope.Source(alias(item), "", Map.of()));
        }
    }

    /** Adds one table. */
    void table(Table table, Scope scope, boolean nested) {
        String name = Names.normalise(table.getName());
        if (ONE_ROW.contains(name)) {
            return;
        }
        String alias = alias(table).isEmpty() ? name : alias(table);
        Map<String, Meaning> common = table.getSchemaName() == null ? scope.commonTable(name).orElse(null) : null;
        if (common != null) {
            scope.add(new Scope.Source(alias, "", common));
            return;
        }
        String known = name.startsWith(ParameterText.FILLED_IN) ? "" : name;
        parts.roots().add(new Root("", known, table.getAlias() == null ? "" : table.getAlias().getName(), "", nested));
        scope.add(new Scope.Source(alias, known, Map.of()));
    }

    private static String alias(FromItem item) {
        return item.getAlias() == null ? "" : Names.normalise(item.getAlias().getName());
    }

    /** {@code USING (customer_id)} compares the column of the joined table with that of a table before it. */
    private void using(Join join, Scope scope, Clause clause) {
        List<Column> columns = join.getUsingColumns();
        if (columns == null || columns.isEmpty()) {
            return;
        }
        for (Column column : columns) {
            String name = Names.normalise(column.getColumnName());
            for (Scope.Source source : scope.sources()) {
                if (!source.table().isEmpty() && (isJoined(join, source) || scope.holds(source, name))) {
                    parts.predicates().add(new Predicate(source.table(), name, column.getColumnName(), Operator.EQUAL, "",
                            false, 0, Value.COLUMN, clause));
                }
            }
        }
    }

    private static boolean isJoined(Join join, Scope.Source source) {
        return join.getFromItem() instanceof Table table
                && (source.alias().equals(alias(table)) || source.alias().equals(Names.normalise(table.getName())));
    }
}
