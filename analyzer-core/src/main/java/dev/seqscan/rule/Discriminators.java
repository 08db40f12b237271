package dev.seqscan.rule;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
        for (String column : table.columns().stream().map(Column::name).distinct().toList()) {
            Counts of = counts.computeIfAbsent(column, none -> new Counts());
            List<List<String>> within = composed.stream().filter(each -> each.contains(column)).toList();
            of.carrying++;
            of.holding += within.isEmpty() ? 0 : 1;
            of.led += within.stream().anyMatch(each -> each.get(0).equals(column)) ? 1 : 0;
            of.keys += table.indexes().stream().anyMatch(each -> each.unique() && each.leadingColumns().equals(List.of(column)))
                    ? 1 : 0;
            of.composed += composed.size();
            of.within += within.size();
            within.forEach(each -> each.stream().distinct().filter(other -> !other.equals(column))
                    .forEach(other -> of.beside.merge(other, 1, Integer::sum)));
        }
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
                .anyMatch(each -> each.getValue() * 10 >= of.within * 9 && counts.get(each.getKey()).within > of.within);
    }
}
