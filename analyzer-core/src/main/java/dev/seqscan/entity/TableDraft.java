package dev.seqscan.entity;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A table that grows as the mapping is read. Key and index parts of unknown name are left out with the whole. */
final class TableDraft {

    private final String name;
    private final Place place;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    /** An index serves only what begins with its first column, so that thousands are not all compared with each other. */
    private final Map<String, List<Index>> byFirstColumn = new HashMap<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();

    TableDraft(String name, Place place) {
        this.name = name;
        this.place = place;
    }

    void columns(List<String> names, Place at) {
        names.stream().filter(each -> !each.isEmpty())
                .forEach(each -> columns.putIfAbsent(each, new Column(each, "", true, at)));
    }

    /** Sets the primary key; the first one stays, as the classes of one hierarchy share it. */
    void primaryKey(List<String> key, Place at) {
        boolean has = indexes.stream().anyMatch(each -> each.origin() == Index.Origin.PRIMARY_KEY);
        if (!has && isKnown(key)) {
            key.forEach(each -> columns.put(each, new Column(each, "", false, at)));
            add(0, index("", Index.Origin.PRIMARY_KEY, true, key, at));
        }
    }

    void index(String indexName, Index.Origin origin, List<String> parts, Place at) {
        boolean unique = origin != Index.Origin.INDEX && origin != Index.Origin.FOREIGN_KEY;
        if (!isKnown(parts)) {
            return;
        }
        boolean served = beginningWith(parts).stream()
                .anyMatch(each -> each.leadingColumns().equals(parts) && (each.unique() || !unique));
        if (!served) {
            add(indexes.size(), index(indexName, origin, unique, parts, at));
        }
    }

    /** Adds a foreign key and, where the product makes one and no other serves, its index. */
    void foreignKey(List<String> key, String referenced, Place at, boolean indexed) {
        if (!isKnown(key) || referenced.isEmpty()) {
            return;
        }
        columns(key, at);
        boolean has = foreignKeys.stream()
                .anyMatch(each -> each.columns().equals(key) && each.referencedTable().equals(referenced));
        if (!has) {
            foreignKeys.add(new ForeignKey("", List.copyOf(key), referenced, List.of(), at));
        }
        boolean served = beginningWith(key).stream().map(Index::leadingColumns)
                .anyMatch(each -> each.size() >= key.size() && each.subList(0, key.size()).equals(key));
        if (indexed && !served) {
            add(indexes.size(), index("", Index.Origin.FOREIGN_KEY, false, key, at));
        }
    }

    private List<Index> beginningWith(List<String> columnNames) {
        return byFirstColumn.getOrDefault(columnNames.get(0), List.of());
    }

    private void add(int at, Index index) {
        indexes.add(at, index);
        byFirstColumn.computeIfAbsent(index.parts().get(0).column(), none -> new ArrayList<>(1)).add(index);
    }

    private static boolean isKnown(List<String> names) {
        return !names.isEmpty() && names.stream().noneMatch(String::isEmpty);
    }

    private static Index index(String name, Index.Origin origin, boolean unique, List<String> parts, Place at) {
        return new Index(name, origin, unique, parts.stream().map(Index.Part::of).toList(), "", "", at);
    }

    Table table() {
        return new Table(name, Table.Kind.TABLE, List.copyOf(columns.values()), List.copyOf(indexes),
                List.copyOf(foreignKeys), 0, Table.Source.MAPPING, place);
    }
}
