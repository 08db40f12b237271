package dev.seqscan.rules.paging.nondeterministicpagination;

import dev.seqscan.query.IndexOrder;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An order that leaves open which of several rows comes first.
 *
 * @param table the table whose rows are paged
 * @param keys what its rows are sorted by; empty where they are not sorted at all
 */
record PageOrder(Table table, List<SortKey> keys) {

    /** The order of a query; empty where it is not known in full, or where no two rows are equal in it. */
    static Optional<PageOrder> of(Query query, List<Schema> schemas) {
        QueryShape shape = query.shape();
        boolean sortedByCaller = shape.order().isEmpty() && query.paging().sorts();
        if (!readsRows(shape) || sortedByCaller || !shape.unknown().isEmpty() || shape.roots().isEmpty()) {
            return Optional.empty();
        }
        Root root = shape.roots().get(0);
        boolean plain = shape.roots().size() == 1 || shape.roots().stream().filter(each -> !each.subquery()).count() == 1
                && !root.subquery();
        return schemas.stream().flatMap(each -> each.table(root.table()).stream()).findFirst()
                .filter(table -> plain && table.primaryKey().isPresent() && isOpen(table, shape))
                .map(table -> new PageOrder(table, shape.order()));
    }

    private static boolean readsRows(QueryShape shape) {
        boolean rows = switch (shape.projection()) {
            case ENTITY, ALL_COLUMNS, COLUMNS, CONSTRUCTOR -> true;
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
        };
        return rows && !shape.distinct() && !shape.grouped();
    }

    private static boolean isOpen(Table table, QueryShape shape) {
        List<Predicate> own = shape.predicates().stream().filter(each -> each.table().equals(table.name())).toList();
        Set<String> fixed = new HashSet<>(IndexOrder.pinned(own));
        shape.order().forEach(each -> fixed.add(each.column()));
        boolean known = shape.order().stream()
                .allMatch(each -> each.table().equals(table.name()) && table.column(each.column()).isPresent());
        return known && table.indexes().stream().noneMatch(index -> tellsApart(index, fixed));
    }

    private static boolean tellsApart(Index index, Set<String> fixed) {
        boolean unique = index.unique() || index.origin() == Index.Origin.PRIMARY_KEY;
        return unique && index.leadingColumns().size() == index.parts().size() && fixed.containsAll(index.leadingColumns());
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** Whether one of the keys is a point in time, which few rows share. */
    boolean isByTime() {
        return keys.stream().flatMap(each -> table.column(each.column()).stream()).map(Column::type)
                .anyMatch(each -> each.startsWith("timestamp") || each.startsWith("datetime"));
    }

    String message(String label) {
        String primary = String.join(", ", table.primaryKey().orElseThrow().leadingColumns());
        String written = keys.stream().map(each -> each.column() + (each.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return isEmpty()
                ? "Pages of " + table.name() + " are cut from rows in no order (" + label + "): the database may give them in another"
                        + " one for each page, so that a row is shown twice or never. Sort them: order by " + primary + "."
                : "Pages of " + table.name() + " are cut from rows that are sorted by " + written + " alone (" + label + "): of rows"
                        + " that are equal in it any may come first, so that one is shown twice or never. Add a key: order by "
                        + written + ", " + primary + ".";
    }
}
