package dev.seqscan.rule;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells tables that link rows of others, where no foreign key says so: they hold nothing but their number and columns of its
 * type, and the program searches them from either side. Such a table is as large as those it links.
 */
final class LinkTables {

    /** What statements search by, each by one set of columns, by table. */
    private final Map<String, List<Set<String>>> searches = new HashMap<>();

    LinkTables(List<QueryUse> uses) {
        uses.stream().map(use -> use.query().shape()).filter(shape -> shape.roots().size() == 1).forEach(this::note);
    }

    private void note(QueryShape shape) {
        String table = Names.normalise(shape.roots().get(0).table());
        Set<String> columns = shape.predicates().stream().filter(LinkTables::pins).map(Predicate::column)
                .collect(Collectors.toSet());
        if (!columns.isEmpty()) {
            searches.computeIfAbsent(table, key -> new ArrayList<>()).add(columns);
        }
    }

    private static boolean pins(Predicate predicate) {
        return (predicate.operator() == Operator.EQUAL || predicate.operator() == Operator.IN)
                && predicate.value() == Value.PARAMETER && predicate.function().isEmpty() && predicate.disjunction() == 0;
    }

    /** Whether the table links others and is searched from both sides. */
    boolean holds(Table table) {
        Optional<String> key = table.primaryKey().map(Index::leadingColumns).filter(each -> each.size() == 1)
                .map(each -> each.get(0));
        if (key.isEmpty() || !table.foreignKeys().isEmpty() || table.seeded()) {
            return false;
        }
        String type = table.column(key.get()).map(Column::type).orElse("");
        List<Column> others = table.columns().stream().filter(each -> !each.name().equals(key.get())).toList();
        boolean numbersOnly = !type.isEmpty() && others.stream().allMatch(each -> each.type().equals(type));
        return numbersOnly && others.size() > 1 && isSearchedFromBothSides(table, key.get());
    }

    private boolean isSearchedFromBothSides(Table table, String key) {
        List<Set<String>> by = searches.getOrDefault(table.name(), List.of()).stream()
                .filter(each -> !each.contains(key)).toList();
        return by.stream().anyMatch(one -> by.stream().anyMatch(other -> Collections.disjoint(one, other)));
    }
}
