package dev.seqscan.overview;

import dev.seqscan.source.Place;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a program maps, stores and asks for, in words, so that a report can tell of it without the model.
 *
 * @param modules the directories of the modules, ordered; the root is empty
 * @param entities the mapped classes, ordered by class name
 * @param tables the known tables, ordered by name and product
 */
public record Overview(List<String> modules, List<MappedEntity> entities, List<StoredTable> tables) {

    /** Nothing is known. */
    public static final Overview NONE = new Overview(List.of(), List.of(), List.of());

    /** What is told of parts of a tree, of modules with these directories; an entity or table that two tell of counts once. */
    public static Overview joined(List<Overview> parts, Collection<String> modules) {
        SortedMap<String, MappedEntity> entities = new TreeMap<>();
        SortedMap<String, SortedMap<String, StoredTable>> tables = new TreeMap<>();
        for (Overview part : parts) {
            part.entities().forEach(each -> entities.putIfAbsent(each.className(), each));
            part.tables().forEach(each -> tables.computeIfAbsent(each.name(), name -> new TreeMap<>())
                    .putIfAbsent(each.product(), each));
        }
        return new Overview(modules.stream().sorted().distinct().toList(), List.copyOf(entities.values()),
                tables.values().stream().flatMap(each -> each.values().stream()).toList());
    }

    /**
     * An entity.
     *
     * @param table its normalised name, or empty
     * @param batchSize how many of its proxies one statement loads; 1 where nothing is declared
     * @param cached whether it is in the second-level cache
     */
    public record MappedEntity(String name, String className, String table, int batchSize, boolean cached, Place place,
            List<Link> links) {
    }

    /**
     * An association as it is mapped.
     *
     * @param owner canonical name of the class that declares it
     * @param target canonical class name, or empty where it is not known
     * @param cardinality as {@code many to one}
     * @param eager whether it is loaded with its owner
     * @param explicit whether that is written down
     * @param mode what the mapping says of how it is loaded, as {@code subselect}, or empty
     * @param batchSize how many of them one statement loads; 1 where nothing is declared
     * @param otherwise why reading it costs no statement for each row, as {@code it is loaded in batches of 20}; empty where it
     *        does, or where modules differ
     * @param loadedBy the queries that load it with their rows
     */
    public record Link(String name, String owner, String target, String cardinality, boolean eager, boolean explicit,
            String mode, int batchSize, String otherwise, Place place, List<Statement> loadedBy) {
    }

    /** A statement: how a reader knows it, its text with unknown parts as {@code ?!}, and where it is written. */
    public record Statement(String label, String text, Place place) {
    }

    /**
     * A table on one database product.
     *
     * @param size what is known of how many rows it has, as a sentence without its stop
     */
    public record StoredTable(String product, String name, String size, Place place, List<StoredIndex> indexes,
            List<TableQuery> queries) {
    }

    /**
     * An index.
     *
     * @param name empty where the database chooses it
     * @param columns in the order of the index, separated by commas
     * @param origin as {@code primary key}
     * @param condition of a partial index, else empty
     */
    public record StoredIndex(String name, String columns, String origin, String condition, Place place) {

        /** How a reader knows it. */
        public String title() {
            return (name.isEmpty() ? origin : name) + " (" + columns + ")";
        }
    }

    /** A statement that searches or writes a table: where it is reached from, and by what it searches. */
    public record TableQuery(Statement statement, List<String> entryPoints, List<Search> searches) {
    }

    /**
     * A comparison of one column.
     *
     * @param condition as {@code status equal}
     * @param required whether it holds each time: no part of an OR, nor switched off by a parameter
     * @param indexes titles of the indexes that find its rows; none where only a walk does
     */
    public record Search(String condition, boolean required, List<String> indexes) {
    }
}
