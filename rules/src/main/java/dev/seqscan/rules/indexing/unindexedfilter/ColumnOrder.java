package dev.seqscan.rules.indexing.unindexedfilter;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which an index holds columns that are all compared with one value: those first by which most statements
 * search, so that one index serves many of them; else as the table has them, so that queries that ask alike look alike.
 */
final class ColumnOrder {

    private final Map<String, Set<Place>> asking = new HashMap<>();

    ColumnOrder(List<QueryUse> uses) {
        for (QueryUse use : uses) {
            for (Predicate each : use.query().shape().predicates()) {
                if (Selectivity.pins(each) && each.value() != Value.COLUMN) {
                    asking.computeIfAbsent(each.table() + "." + each.column(), key -> new HashSet<>()).add(use.query().place());
                }
            }
        }
    }

    /** Sorts columns of a table. */
    Comparator<String> of(Table table) {
        List<String> order = table.columns().stream().map(Column::name).toList();
        return Comparator.comparingInt((String column) -> -asking.getOrDefault(table.name() + "." + column, Set.of()).size())
                .thenComparingInt(order::indexOf);
    }
}
