package dev.seqscan.rules.paging.offsetpagination;

import dev.seqscan.query.IndexUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the pages of a query go by key: its sort keys and, so that no two rows are equal, the primary key.
 *
 * @param table the table whose rows are paged, if it is known
 * @param pinned columns of that table that the query compares with one value
 * @param keys what the rows are sorted by; empty where it is not known
 */
record KeysetPage(Product product, Optional<Table> table, Set<String> pinned, List<SortKey> keys) {

    static KeysetPage of(Query query, List<Schema> schemas) {
        QueryShape shape = query.shape();
        boolean known = !shape.roots().isEmpty() && (!shape.roots().get(0).subquery() || isWrapped(shape));
        String name = known ? shape.roots().get(0).table() : "";
        Optional<Schema> schema = schemas.stream().filter(each -> each.table(name).isPresent()).findFirst();
        Optional<Table> table = schema.flatMap(each -> each.table(name));
        Set<String> pinned = shape.predicates().stream().filter(each -> each.table().equals(name) && pins(each))
                .map(Predicate::column).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean sortedByCaller = shape.order().isEmpty() && query.paging().sorts();
        List<SortKey> keys = table.isEmpty() || sortedByCaller ? List.of() : keys(table.get(), shape.order());
        return new KeysetPage(schema.map(Schema::product).orElse(Product.UNKNOWN), table, pinned, keys);
    }

    /** A query around another one that numbers its rows, as older products page. */
    static boolean isWrapped(QueryShape shape) {
        return shape.roots().size() == 1 && shape.roots().get(0).subquery();
    }

    private static boolean pins(Predicate predicate) {
        boolean one = predicate.value() == QueryShape.Value.PARAMETER || predicate.value() == QueryShape.Value.CONSTANT;
        return predicate.operator() == Operator.EQUAL && one && predicate.function().isEmpty() && !predicate.optional()
                && predicate.disjunction() == 0 && predicate.clause() == QueryShape.Clause.WHERE;
    }

    /** The sort keys and the columns of the primary key that are not among them, unless the sort keys are unique already. */
    private static List<SortKey> keys(Table table, List<SortKey> order) {
        if (order.stream().anyMatch(each -> !each.table().equals(table.name()) || table.column(each.column()).isEmpty())) {
            return List.of();
        }
        List<String> sorted = order.stream().map(SortKey::column).toList();
        boolean unique = table.indexes().stream().anyMatch(index -> index.unique() && index.isWhole()
                && index.leadingColumns().size() == index.parts().size() && sorted.containsAll(index.leadingColumns()));
        List<SortKey> keys = new ArrayList<>(order);
        boolean descending = !order.isEmpty() && order.get(order.size() - 1).descending();
        if (!unique) {
            table.primaryKey().map(Index::leadingColumns).orElse(List.of()).stream().filter(each -> !sorted.contains(each))
                    .forEach(each -> keys.add(new SortKey(table.name(), each, each, descending)));
        }
        return List.copyOf(keys);
    }

    /**
     * What to do instead.
     *
     * @param way how the framework pages by key, or empty
     */
    String advice(String way, boolean loop) {
        String go = loop ? "Continue behind the last row instead: " : "Page by key instead: ";
        String framework = way.isEmpty() ? "" : " (" + way + ")";
        if (keys.isEmpty()) {
            return go + "where (sort columns, " + primaryKey() + ") > (?, ?), in the order of these columns" + framework
                    + ". It needs an index on them.";
        }
        return go + "where " + condition() + " order by " + order() + framework + ". " + index();
    }

    private String primaryKey() {
        return table.flatMap(Table::primaryKey).map(index -> String.join(", ", index.leadingColumns()))
                .filter(each -> !each.isEmpty()).orElse("primary key");
    }

    private String condition() {
        boolean mixed = keys.stream().map(SortKey::descending).distinct().count() > 1;
        if (keys.size() > 1 && !mixed && product.comparesRows()) {
            String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
            return "(" + String.join(", ", columns()) + ")" + after(keys.get(0)) + "(" + marks + ")";
        }
        List<String> alternatives = new ArrayList<>();
        StringBuilder equal = new StringBuilder();
        for (SortKey key : keys) {
            alternatives.add(equal + key.column() + after(key) + "?");
            equal.append(key.column()).append(" = ? and ");
        }
        return alternatives.size() > 1 ? "(" + String.join(" or ", alternatives) + ")" : alternatives.get(0);
    }

    private static String after(SortKey key) {
        return key.descending() ? " < " : " > ";
    }

    private String order() {
        return keys.stream().map(key -> key.column() + (key.descending() ? " desc" : "")).collect(Collectors.joining(", "));
    }

    private List<String> columns() {
        return keys.stream().map(SortKey::column).toList();
    }

    /** An index on the sort keys alone will do: rows that are equal in them are few. */
    private List<String> withoutPrimaryKey(Table paged) {
        List<String> primary = paged.primaryKey().map(Index::leadingColumns).orElse(List.of());
        List<String> others = columns().stream().filter(each -> !primary.contains(each)).toList();
        return others.isEmpty() ? columns() : others;
    }

    private String index() {
        Table paged = table.orElseThrow();
        Optional<Index> there = IndexUse.ordering(paged, pinned, columns())
                .or(() -> IndexUse.ordering(paged, pinned, withoutPrimaryKey(paged)));
        if (there.isPresent()) {
            boolean isKey = there.get().origin() == Index.Origin.PRIMARY_KEY;
            String name = there.get().name().isEmpty() ? "" : " " + there.get().name();
            return (isKey ? "The primary key" : "The index" + name) + " serves it.";
        }
        boolean mixed = keys.stream().map(SortKey::descending).distinct().count() > 1;
        List<Index.Part> parts = Stream.concat(pinned.stream().map(Index.Part::of), keys.stream()
                .filter(key -> !pinned.contains(key.column()))
                .map(key -> new Index.Part(key.column(), "", mixed && key.descending()))).toList();
        return IndexStatement.create(product, paged, parts, Set.of()).map(text -> "It needs " + text + ".").orElse("");
    }
}
