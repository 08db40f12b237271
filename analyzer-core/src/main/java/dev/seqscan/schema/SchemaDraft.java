package dev.seqscan.schema;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All tables while the scripts are replayed. */
final class SchemaDraft {

    private final Map<String, TableDraft> tables = new TreeMap<>();
    private final Product product;
    private final Map<String, Table> mapped;

    SchemaDraft(Product product) {
        this(product, Map.of());
    }

    /** Begins with tables that stand there once somebody looks for them. */
    SchemaDraft(Product product, Map<String, Table> mapped) {
        this.product = product;
        this.mapped = new TreeMap<>(mapped);
    }

    Product product() {
        return product;
    }

    /** Whether dropping a column or a foreign key leaves the index, as InnoDB does. */
    boolean keepsIndexes() {
        return product == Product.MYSQL || product == Product.MARIADB;
    }

    Optional<TableDraft> find(String name) {
        Table known = tables.containsKey(name) ? null : mapped.remove(name);
        if (known != null) {
            tables.put(name, TableDraft.of(known));
        }
        return Optional.ofNullable(tables.get(name));
    }

    /** The table of that name that a statement made. */
    Optional<TableDraft> made(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    void put(TableDraft table) {
        tables.put(table.name(), table);
    }

    void drop(String name, boolean cascade) {
        tables.remove(name);
        mapped.remove(name);
        if (cascade) {
            tables.values().forEach(each -> each.foreignKeys().removeIf(key -> key.referencedTable().equals(name)));
        }
    }

    void rename(String from, String to) {
        TableDraft table = find(from).orElse(null);
        tables.remove(from);
        if (table != null) {
            table.rename(to);
            tables.put(to, table);
            tables.values().forEach(each -> {
                each.renameReferencedTable(from, to);
                if (each.partitionOf().equals(from)) {
                    each.partitionOf(to);
                }
            });
        }
    }

    void renameColumn(TableDraft table, String from, String to) {
        table.renameColumn(from, to);
        tables.values().forEach(each -> each.renameReferencedColumn(table.name(), from, to));
    }

    /** The table that has an index of that name. */
    Optional<TableDraft> ownerOfIndex(String index) {
        for (TableDraft table : tables.values()) {
            if (ConstraintNames.named(table, index).isPresent()) {
                return Optional.of(table);
            }
        }
        return tables.values().stream().filter(table -> index.startsWith(table.name() + "_"))
                .filter(table -> ConstraintNames.unnamed(table, index).isPresent()).findFirst();
    }

    /** Drops a foreign key; the index that InnoDB made for it stays. */
    void dropForeignKey(TableDraft table, ForeignKey key) {
        if (keepsIndexes() && !isServed(key, table.indexes())) {
            table.add(indexOf(key));
        }
        table.foreignKeys().remove(key);
    }

    /** How many indexes each table has. */
    Map<TableDraft, Integer> indexCounts() {
        Map<TableDraft, Integer> counts = new IdentityHashMap<>();
        tables.values().forEach(each -> counts.put(each, each.indexes().size()));
        return counts;
    }

    Schema build() {
        Map<String, Table> facts = new TreeMap<>();
        Map<String, List<Dropped>> dropped = new TreeMap<>();
        Map<String, String> views = new TreeMap<>();
        for (TableDraft table : tables.values()) {
            facts.put(table.name(), table.toTable(allIndexes(table)));
            dropped.put(table.name(), table.dropped());
            if (table.kind() == Table.Kind.VIEW && !table.query().isEmpty()) {
                views.put(table.name(), table.query());
            }
        }
        return new Schema(product, facts, dropped, views);
    }

    private List<Index> allIndexes(TableDraft table) {
        List<Index> all = new ArrayList<>(table.indexes());
        find(table.partitionOf()).ifPresent(parent -> parent.indexes().stream()
                .filter(index -> all.stream().noneMatch(each -> each.parts().equals(index.parts())))
                .forEach(all::add));
        if (product.indexesForeignKeys()) {
            for (ForeignKey key : table.foreignKeys()) {
                if (!isServed(key, all)) {
                    all.add(indexOf(key));
                }
            }
        }
        return keepsIndexes() ? all.stream().map(SchemaDraft::asStored).toList() : all;
    }

    /** InnoDB makes a B-tree of an index for which a hash is asked (MySQL manual, "CREATE INDEX Statement", "Index Options"). */
    private static Index asStored(Index index) {
        return !index.method().equals("hash") ? index : new Index(index.name(), index.origin(), index.unique(), index.parts(),
                index.condition(), "", index.included(), index.visible(), index.place());
    }

    private static Index indexOf(ForeignKey key) {
        List<Index.Part> parts = key.columns().stream().map(Index.Part::of).toList();
        return new Index(key.name(), Index.Origin.FOREIGN_KEY, false, parts, "", "", key.place());
    }

    private static boolean isServed(ForeignKey key, List<Index> indexes) {
        int size = key.columns().size();
        return indexes.stream().filter(index -> index.isWhole() && index.method().isEmpty())
                .map(Index::leadingColumns)
                .anyMatch(columns -> columns.size() >= size && columns.subList(0, size).equals(key.columns()));
    }
}
