package dev.seqscan.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the index or foreign key of a name, also where the script left the name to the database. PostgreSQL makes
 * {@code orders_pkey}, {@code orders_status_key}, {@code orders_status_idx} and {@code orders_customer_id_fkey}
 * ({@code ChooseIndexName} of its sources); MySQL names an index by its first column ("CREATE TABLE", indexes) and a
 * foreign key {@code orders_ibfk_1} ("FOREIGN KEY Constraints").
 */
final class ConstraintNames {

    private ConstraintNames() {
    }

    /** The index of that name, whether the script or the database gave it. */
    static Optional<Index> index(TableDraft table, String name) {
        return named(table, name).or(() -> unnamed(table, name));
    }

    /** The index to which the script gave that name. */
    static Optional<Index> named(TableDraft table, String name) {
        for (Index index : table.indexes()) {
            if (index.name().equals(name)) {
                return Optional.of(index);
            }
        }
        return Optional.empty();
    }

    /** The index to which the database gave that name. */
    static Optional<Index> unnamed(TableDraft table, String name) {
        return table.indexes().stream()
                .filter(index -> index.name().isEmpty() && defaults(table, index).contains(name)).findFirst();
    }

    /** The foreign key of that name. */
    static Optional<ForeignKey> foreignKey(TableDraft table, String name) {
        List<ForeignKey> keys = table.foreignKeys();
        Optional<ForeignKey> named = keys.stream().filter(key -> key.name().equals(name)).findFirst();
        return named.or(() -> keys.stream()
                .filter(key -> key.name().isEmpty() && defaults(table, key).contains(name)).findFirst());
    }

    private static List<String> defaults(TableDraft table, ForeignKey key) {
        String ofPostgres = table.name() + "_" + String.join("_", key.columns()) + "_fkey";
        String ofMySql = table.name() + "_ibfk_" + (table.foreignKeys().indexOf(key) + 1);
        return List.of(ofPostgres, ofMySql);
    }

    private static List<String> defaults(TableDraft table, Index index) {
        List<String> columns = index.leadingColumns();
        String stem = table.name() + "_" + String.join("_", columns);
        List<String> names = new ArrayList<>();
        switch (index.origin()) {
            case PRIMARY_KEY -> names.addAll(List.of(table.name() + "_pkey", "primary"));
            case UNIQUE_CONSTRAINT -> names.add(stem + "_key");
            default -> names.add(stem + "_idx");
        }
        if (!columns.isEmpty() && index.origin() != Index.Origin.PRIMARY_KEY) {
            names.add(columns.get(0));
        }
        return names;
    }
}
