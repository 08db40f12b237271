package dev.seqscan.rule;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Columns of one schema that look as if they keep the rows of tenants apart: many tables carry one, it stands in most
 * indexes of several columns that these have, and most often in front. A column that people search by, as a name, may lead the
 * indexes of many tables too; but then other indexes do without it, or it has the tenant beside it wherever it stands.
 */
final class Discriminators {

    /** Tables whose indexes begin with the column, before it counts. */
    private static final int SEVERAL = 3;
    /** One table of so many carries the column. */
    private static final int SHARE = 3;

    private final int tables;
    private final Map<String, Counts> counts = new TreeMap<>();

    Discriminators(Schema schema) {
        this.tables = schema.tables().size();
        schema.tables().forEach(this::note);
    }

    /** What was counted of one column. */
    private static final class Counts {
        /** Tables that carry it; those with indexes of several columns that hold it; those with some that begin with it. */
        private int carrying;
        private int holding;
        private int led;
        /** Tables in which it is a key by itself. */
        private int keys;
        /** Indexes of several columns of the tables that carry it; those of them that hold it. */
        private int composed;
        private int within;
        /** Of those that hold it, how many hold the other column as well. */
        private final Map<String, Integer> beside = new HashMap<>();
    }

    private void note(Table table) {
        List<List<String>> composed = table.indexes().stream().filter(each -> each.parts().size() > 1)
                .map(Index::leadingColumns).filter(each -> !each.isEmpty()).toList();
        Map<String, Counts> carried = new HashMap<>();
        for (Column column : table.columns()) {
            carried.computeIfAbsent(column.name(), name -> counts.computeIfAbsent(name, none -> new Counts()));
        }
        carried.values().forEach(of -> {
            of.carrying++;
            of.composed += composed.size();
        });
        composed.forEach(each -> noteWithin(new LinkedHashSet<>(each), carried));
        known(composed.stream().flatMap(List::stream), carried).forEach(of -> of.holding++);
        known(composed.stream().map(each -> each.get(0)), carried).forEach(of -> of.led++);
        known(table.indexes().stream().filter(Index::unique).map(Index::leadingColumns).filter(each -> each.size() == 1)
                .map(each -> each.get(0)), carried).forEach(of -> of.keys++);
    }

    private static void noteWithin(Set<String> columns, Map<String, Counts> carried) {
        known(columns.stream(), carried).forEach(of -> of.within++);
        columns.stream().filter(carried::containsKey).forEach(column -> columns.stream().filter(other -> !other.equals(column))
                .forEach(other -> carried.get(column).beside.merge(other, 1, Integer::sum)));
    }

    /** What is counted of columns, each once; an index may name one that its table was not seen to have. */
    private static Stream<Counts> known(Stream<String> columns, Map<String, Counts> carried) {
        return columns.distinct().map(carried::get).filter(Objects::nonNull);
    }

    /** How many tables have indexes that begin with the column, by such columns. */
    Map<String, Integer> led() {
        return counts.entrySet().stream().filter(each -> keepsApart(each.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().led, Math::max, TreeMap::new));
    }

    private boolean keepsApart(Counts of) {
        boolean wide = of.led >= SEVERAL && of.carrying * SHARE >= tables;
        boolean leads = of.within * 5 >= of.composed * 3 && of.led * 2 >= of.holding;
        return wide && leads && of.keys <= 1 && !isBelowAnother(of);
    }

    /** Whether nearly all its indexes hold another column that stands in more: that one keeps rows apart, if any does. */
    private boolean isBelowAnother(Counts of) {
        return of.beside.entrySet().stream()
                .anyMatch(each -> each.getValue() * 10 >= of.within * 9 && within(each.getKey()) > of.within);
    }

    private int within(String column) {
        Counts of = counts.get(column);
        return of == null ? 0 : of.within;
    }
}
