package dev.seqscan.schema;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of one application on one database product. */
public final class Schema {

    private final Product product;
    private final SortedMap<String, Table> tables;

    /** Takes the tables by their normalised names. */
    public Schema(Product product, Map<String, Table> tables) {
        this.product = product;
        this.tables = new TreeMap<>(tables);
    }

    /** The database product on which this holds. */
    public Product product() {
        return product;
    }

    /** All tables, ordered by name. */
    public Collection<Table> tables() {
        return tables.values();
    }

    /** The table of a name in any spelling, with or without quotes and schema. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(Names.normalise(name)));
    }
}
