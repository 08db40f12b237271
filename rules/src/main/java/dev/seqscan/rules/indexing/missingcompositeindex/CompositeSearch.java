package dev.seqscan.rules.indexing.missingcompositeindex;

import dev.seqscan.query.IndexOrder;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one statement asks of a table of which indexes find rows by values alone that many rows share. */
final class CompositeSearch {

    /** Further columns make an index larger and hardly more selective. */
    private static final int MOST_COLUMNS = 3;

    private final TableSearch search;
    private final Table table;
    private final SharedValues values;
    private final List<Predicate> own;

    CompositeSearch(TableSearch search, SharedValues values) {
        this.search = search;
        this.table = search.table();
        this.values = values;
        this.own = search.access().mandatory(table.name());
    }

    /**
     * An index that finds what is asked for.
     *
     * @param used the index that finds too much
     * @param shared conditions that many rows fulfil, of which it finds them
     * @param parts what the index holds
     * @param pinned how many of the parts are compared with one value each; they come first
     * @param goal what the statement wants of the rows that are read, as the end of a sentence
     */
    record Missing(Index used, List<Predicate> shared, List<Index.Part> parts, int pinned, String goal) {

        /** Whether the index that is there begins like the other, which then does all that it does. */
        boolean replacesUsed() {
            return !used.unique() && used.isWhole() && used.included().isEmpty() && used.origin() == Index.Origin.INDEX
                    && used.parts().size() < parts.size() && parts.subList(0, used.parts().size()).equals(used.parts());
        }
    }

    Optional<Missing> missing() {
        List<Index> usable = table.indexes().stream().filter(index -> own.stream().anyMatch(each -> isServedBy(index, each))).toList();
        Map<String, Predicate> shared = new LinkedHashMap<>();
        for (Index index : usable) {
            List<Predicate> found = found(index);
            if (found.isEmpty() || !found.stream().allMatch(each -> values.isShared(search, each))) {
                return Optional.empty();
            }
            found.forEach(each -> shared.putIfAbsent(each.column(), each));
        }
        boolean kinds = shared.values().stream().allMatch(each -> values.isKind(table, each));
        boolean parent = shared.size() == 1 && telling().isEmpty();
        return usable.isEmpty() || !kinds && !parent ? Optional.empty()
                : parts(List.copyOf(shared.values()))
                        .map(parts -> new Missing(usable.get(0), List.copyOf(shared.values()), parts,
                                pinned(parts), goal()));
    }

    private int pinned(List<Index.Part> parts) {
        return (int) parts.stream().takeWhile(part -> own.stream()
                .anyMatch(each -> Selectivity.pins(each) && each.column().equals(part.column()))).count();
    }

    private String goal() {
        return telling().isPresent() ? "to find a few of them" : range().isPresent() ? "to find those of a range"
                : "to sort them and give a page";
    }

    private boolean isServedBy(Index index, Predicate predicate) {
        Table alone = new Table(table.name(), table.kind(), table.columns(), List.of(index), table.foreignKeys(),
                table.seededRows(), table.source(), table.place());
        return IndexUse.isServed(alone, predicate, own);
    }

    /** The conditions by which an ordered index finds rows: its first columns as far as they are pinned, and a range. */
    private List<Predicate> found(Index index) {
        List<Predicate> found = new ArrayList<>();
        boolean plain = index.isWhole() && index.method().matches("|btree|hash");
        for (String column : plain ? index.leadingColumns() : List.<String>of()) {
            Optional<Predicate> asked = own.stream().filter(each -> each.column().equals(column) && each.function().isEmpty()
                    && each.operator().isSearchable()).findFirst();
            if (asked.isEmpty()) {
                return found;
            }
            found.add(asked.get());
        }
        return found;
    }

    private Optional<Predicate> telling() {
        return own.stream().filter(each -> Selectivity.pins(each) && isTelling(each)).findFirst();
    }

    private boolean isTelling(Predicate predicate) {
        return values.isTelling(table, predicate) && !values.isShared(search, predicate);
    }

    private Optional<List<Index.Part>> parts(List<Predicate> shared) {
        List<Index.Part> parts = new ArrayList<>();
        telling().ifPresent(each -> parts.add(Index.Part.of(each.column())));
        shared.stream().filter(Selectivity::pins).forEach(each -> parts.add(Index.Part.of(each.column())));
        int before = parts.size();
        boolean narrows = telling().isPresent();
        boolean exact = shared.stream().allMatch(each -> each.operator() == Operator.EQUAL);
        if (!narrows) {
            range().ifPresentOrElse(each -> parts.add(Index.Part.of(each.column())), () -> {
                if (exact && isPage()) {
                    parts.addAll(keys());
                }
            });
        }
        boolean more = narrows || parts.size() > before;
        return more && before > 0 && parts.size() <= MOST_COLUMNS + 1 ? Optional.of(parts) : Optional.empty();
    }

    private Optional<Predicate> range() {
        return own.stream().filter(each -> each.operator() == Operator.RANGE && isTelling(each)).findFirst();
    }

    private boolean isPage() {
        return search.use().query().paging().form() != Query.Paging.Form.NONE
                && search.use().query().paging().form() != Query.Paging.Form.SKIPPED && search.product().sortsBehindPinned()
                && search.access().sorted().filter(each -> each.name().equals(table.name())).isPresent()
                && !search.access().isOrderGiven(table);
    }

    private List<Index.Part> keys() {
        List<SortKey> keys = search.access().order().stream()
                .filter(each -> !IndexOrder.pinned(own).contains(each.column())).limit(2).toList();
        boolean mixed = keys.stream().map(SortKey::descending).distinct().count() > 1;
        boolean ordered = keys.stream().allMatch(each -> Selectivity.isOrdered(table, each.column()));
        return !ordered ? List.of() : keys.stream().map(each -> new Index.Part(each.column(), "", mixed && each.descending())).toList();
    }
}
