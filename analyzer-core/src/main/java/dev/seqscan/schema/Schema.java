package dev.seqscan.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tables of one application on one database product. */
public final class Schema {

    private final Product product;
    private final SortedMap<String, Table> tables;
    private final Map<String, List<Dropped>> dropped;
    private final Map<String, String> views;

    /** Takes the tables by their normalised names. */
    public Schema(Product product, Map<String, Table> tables) {
        this(product, tables, Map.of());
    }

    /** Takes tables, and by the same names what scripts took away from them. */
    public Schema(Product product, Map<String, Table> tables, Map<String, List<Dropped>> dropped) {
        this(product, tables, dropped, Map.of());
    }

    /** Takes tables, what scripts took away from them, and by the same names the queries of views. */
    public Schema(Product product, Map<String, Table> tables, Map<String, List<Dropped>> dropped, Map<String, String> views) {
        this.views = Map.copyOf(views);
        this.product = product;
        this.tables = new TreeMap<>(tables);
        this.dropped = Map.copyOf(dropped);
    }

    /** The same product and history with other tables. */
    public Schema with(Map<String, Table> others) {
        return new Schema(product, others, dropped, views);
    }

    /** The database product on which this holds. */
    public Product product() {
        return product;
    }

    /** All tables, ordered by name. */
    public Collection<Table> tables() {
        return tables.values();
    }

    /** What scripts took away from a table of that normalised name, in the order of the scripts. */
    public List<Dropped> dropped(String table) {
        return dropped.getOrDefault(table, List.of());
    }

    /** Whether the query of any view is known. */
    public boolean hasViews() {
        return !views.isEmpty();
    }

    /** The query of the view of a normalised name. */
    public Optional<String> view(String name) {
        return Optional.ofNullable(views.get(name));
    }

    /** The table of a name in any spelling, with or without quotes and schema. */
    public Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(Names.normalise(name)));
    }
}
