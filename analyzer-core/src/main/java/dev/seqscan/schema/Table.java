package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;

/**
 * A table as it stands after the last migration.
 *
 * @param name the normalised name, see {@link Names}
 * @param indexes indexes and the indexes behind constraints, those of foreign keys as far as the product makes them
 * @param seededRows how many rows the migrations themselves insert, as far as they can be counted
 * @param kind what sort of table it is
 */
public record Table(String name, Kind kind, List<Column> columns, List<Index> indexes, List<ForeignKey> foreignKeys,
        int seededRows, Source source, Place place) {

    /** Sorts of tables. */
    public enum Kind { TABLE, VIEW, PARTITIONED, TEMPORARY }

    /** Who says so; what the database itself says counts as made by migrations. */
    public enum Source {
        MIGRATION, MAPPING,
        /** Classes that were generated from a database and tell its indexes. */
        GENERATED,
        /** Classes that were generated from a database and tell its keys, but none of its other indexes. */
        GENERATED_KEYS
    }

    /** Whether the migrations themselves insert rows. */
    public boolean seeded() {
        return seededRows > 0;
    }

    /** The same with so many rows that migrations insert. */
    public Table seededWith(int rows) {
        return new Table(name, kind, columns, indexes, foreignKeys, rows, source, place);
    }

    /** The column of that normalised name. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(each -> each.name().equals(column)).findFirst();
    }

    /** The index of the primary key. */
    public Optional<Index> primaryKey() {
        return indexes.stream().filter(each -> each.origin() == Index.Origin.PRIMARY_KEY).findFirst();
    }
}
