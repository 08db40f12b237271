package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether an index gives rows in the order that is asked for, so that a page ends the reading. An index is read in both
 * directions, but not in a mix that it does not have (PostgreSQL documentation, "Indexes and ORDER BY"; MySQL manual, "ORDER BY
 * Optimization"); columns that are pinned to one value may stand anywhere in it. Where in doubt, an index is taken to help.
 */
public final class IndexOrder {

    private final List<Predicate> all;
    private final List<SortKey> keys;
    private final Set<String> pinned;
    private final Product product;

    private IndexOrder(List<Predicate> all, List<SortKey> keys, Product product) {
        this.all = all;
        this.pinned = pinned(all);
        this.keys = keys.stream().filter(each -> !pinned.contains(each.column())).toList();
        this.product = product;
    }

    /**
     * Whether some index of the table gives its rows in order.
     *
     * @param all what must hold of the rows
     * @param keys columns of the table
     */
    public static boolean isGiven(Table table, List<Predicate> all, List<SortKey> keys, Product product) {
        IndexOrder order = new IndexOrder(all, keys, product);
        return order.keys.isEmpty() || table.indexes().stream().anyMatch(index -> order.isGiven(index, table));
    }

    /** The columns of which all rows that are asked for have the same value. */
    public static Set<String> pinned(List<Predicate> all) {
        return all.stream().filter(IndexOrder::pins).map(Predicate::column).collect(Collectors.toSet());
    }

    private static boolean pins(Predicate predicate) {
        boolean one = predicate.operator() == Operator.EQUAL
                && (predicate.value() == Value.PARAMETER || predicate.value() == Value.CONSTANT);
        boolean same = one || predicate.operator() == Operator.IS_NULL || predicate.operator() == Operator.IS_TRUE;
        return same && predicate.function().isEmpty() && !predicate.optional() && predicate.disjunction() == 0;
    }

    private boolean isGiven(Index index, Table table) {
        boolean ordered = index.method().isEmpty() || index.method().equals("btree");
        if (!ordered || !IndexUse.covers(index, all)) {
            return false;
        }
        List<Index.Part> parts = parts(index, table);
        int sorted = sortedBy(parts);
        return sorted == keys.size() || sorted > 0 && (product.sortsWithinOrder() || index.unique() && sorted == parts.size());
    }

    private List<Index.Part> parts(Index index, Table table) {
        List<Index.Part> parts = new ArrayList<>(index.parts());
        if (product.indexesCarryKey()) {
            table.primaryKey().ifPresent(key -> parts.addAll(key.parts()));
        }
        return parts;
    }

    /** By how many of the keys the rows come sorted. */
    private int sortedBy(List<Index.Part> parts) {
        int sorted = 0;
        boolean backward = false;
        for (Index.Part part : parts) {
            if (sorted == keys.size()) {
                return sorted;
            }
            SortKey key = keys.get(sorted);
            boolean opposite = part.descending() != key.descending();
            if (part.column().equals(key.column()) && !IndexUse.byCharacters(part) && (sorted == 0 || opposite == backward)) {
                backward = opposite;
                sorted++;
            } else if (!pinned.contains(part.column()) && !isSorted(part.column(), sorted)) {
                return sorted;
            }
        }
        return sorted;
    }

    private boolean isSorted(String column, int sorted) {
        return keys.subList(0, sorted).stream().anyMatch(each -> each.column().equals(column));
    }
}
