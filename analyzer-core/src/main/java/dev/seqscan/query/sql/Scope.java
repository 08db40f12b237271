package dev.seqscan.query.sql;

import dev.seqscan.schema.Names;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.sf.jsqlparser.schema.Column;

/** The tables that a column's name may mean at one place of a statement. */
final class Scope {

    /**
     * What a column's name means.
     *
     * @param table normalised, or empty where not known
     * @param rowNumber whether it counts the rows of its query, as {@code ROWNUM} and {@code ROW_NUMBER()}
     * @param function what makes the value, as {@code max} or {@code case}; empty for a column as it is stored
     */
    record Meaning(String table, String column, boolean rowNumber, String function) {
        static final Meaning ROW_NUMBER = new Meaning("", "", true, "");

        /** A column as it is stored. */
        Meaning(String table, String column) {
            this(table, column, false, "");
        }

        /** A value that is made for the result and is of no table. */
        static Meaning computed(String name, String function) {
            return new Meaning("", name, false, function);
        }

        static Meaning unknown(String column) {
            return new Meaning("", column);
        }
    }

    /**
     * A table, or a query in place of one.
     *
     * @param alias normalised, its own name where it has no other
     * @param table normalised, empty for a query
     * @param outputs what the columns of a query mean
     */
    record Source(String alias, String table, Map<String, Meaning> outputs) {
    }

    /** Stands among the outputs of a query for columns that are not known by name. */
    static final String ALL = "*";

    private final Scope outer;
    private final Schema schema;
    private final List<Source> sources = new ArrayList<>();
    private final JoinGraph joins = new JoinGraph(this);
    private final Map<String, Map<String, Meaning>> commonTables = new HashMap<>();

    Scope(Scope outer, Schema schema) {
        this.outer = outer;
        this.schema = schema;
    }

    /** The scope around, or null. */
    Scope outer() {
        return outer;
    }

    void add(Source source) {
        sources.add(source);
    }

    List<Source> sources() {
        return sources;
    }

    /** What links the tables of this query. */
    JoinGraph joins() {
        return joins;
    }

    /** The sources of this query that a column may be of; empty where it is of one around, or not known. */
    List<Source> holders(Column column) {
        String name = Names.normalise(column.getColumnName());
        String qualifier = column.getTable() == null || column.getTable().getName() == null ? ""
                : Names.normalise(column.getTable().getName());
        return sources.stream().filter(each -> qualifier.isEmpty() ? isOpen(each) || holds(each, name)
                : each.alias().equals(qualifier) || each.table().equals(qualifier)).toList();
    }

    /** Makes a query of a WITH clause known by its name. */
    void addCommonTable(String name, Map<String, Meaning> outputs) {
        commonTables.put(name, outputs);
    }

    /** The columns of the query of that name in a WITH clause around. */
    Optional<Map<String, Meaning>> commonTable(String name) {
        if (commonTables.containsKey(name)) {
            return Optional.of(commonTables.get(name));
        }
        return outer == null ? Optional.empty() : outer.commonTable(name);
    }

    Meaning meaning(Column column) {
        String name = Names.normalise(column.getColumnName());
        String qualifier = column.getTable() == null || column.getTable().getName() == null ? ""
                : Names.normalise(column.getTable().getName());
        return qualifier.isEmpty() ? unqualified(name) : qualified(qualifier, name);
    }

    private Meaning qualified(String qualifier, String name) {
        for (Source source : sources) {
            if (source.alias().equals(qualifier)) {
                return of(source, name);
            }
        }
        for (Source source : sources) {
            if (!source.table().isEmpty() && source.table().equals(qualifier)) {
                return of(source, name);
            }
        }
        return outer == null ? Meaning.unknown(name) : outer.qualified(qualifier, name);
    }

    private static Meaning of(Source source, String name) {
        if (!source.table().isEmpty()) {
            return new Meaning(source.table(), name);
        }
        Meaning all = source.outputs().get(ALL);
        Meaning otherwise = all == null ? Meaning.unknown(name) : new Meaning(all.table(), name);
        return source.outputs().getOrDefault(name, otherwise);
    }

    private Meaning unqualified(String name) {
        List<Source> holders = sources.stream().filter(source -> holds(source, name)).toList();
        if (holders.size() == 1) {
            return of(holders.get(0), name);
        }
        List<Source> open = sources.stream().filter(this::isOpen).toList();
        if (holders.isEmpty() && open.size() == 1) {
            return of(open.get(0), name);
        }
        boolean mayBeOuter = holders.isEmpty() && open.isEmpty() && outer != null && !outer.sources.isEmpty();
        if (mayBeOuter) {
            return outer.unqualified(name);
        }
        boolean only = holders.isEmpty() && sources.size() == 1;
        return only ? of(sources.get(0), name) : Meaning.unknown(name);
    }

    /** Whether a source is known to hold that column. */
    boolean holds(Source source, String name) {
        if (source.table().isEmpty()) {
            return source.outputs().containsKey(name);
        }
        return schema.table(source.table()).flatMap(table -> table.column(name)).isPresent();
    }

    /** Whether it may hold columns that are not known. */
    private boolean isOpen(Source source) {
        if (source.table().isEmpty()) {
            return source.outputs().isEmpty() || source.outputs().containsKey(ALL);
        }
        return schema.table(source.table()).map(Table::columns).filter(columns -> !columns.isEmpty()).isEmpty();
    }
}
