package dev.seqscan.schema;

import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A table while the scripts are replayed. */
final class TableDraft {

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Index> indexes = new ArrayList<>();
    /** Of all indexes that ever were here, so that only a name that was met before is looked for among them. */
    private final Set<String> namesOfIndexes = new HashSet<>();
    private final List<ForeignKey> foreignKeys = new ArrayList<>();
    private final Set<String> checks = new TreeSet<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final Place place;
    private String name;
    private Table.Kind kind;
    private String partitionOf = "";
    private String query = "";
    private int seededRows;
    private Table.Source source = Table.Source.MIGRATION;

    TableDraft(String name, Table.Kind kind, Place place) {
        this.name = name;
        this.kind = kind;
        this.place = place;
    }

    /** A table that is known already; the indexes that its product makes for foreign keys are worked out anew. */
    static TableDraft of(Table known) {
        TableDraft draft = new TableDraft(known.name(), known.kind(), known.place());
        known.columns().forEach(draft::add);
        known.indexes().stream().filter(index -> index.origin() != Index.Origin.FOREIGN_KEY).forEach(draft::know);
        draft.foreignKeys.addAll(known.foreignKeys());
        draft.seededRows = known.seededRows();
        draft.source = known.source();
        return draft;
    }

    private void know(Index index) {
        indexes.add(index);
        namesOfIndexes.add(index.name());
    }

    String name() {
        return name;
    }

    void rename(String newName) {
        name = newName;
    }

    Table.Kind kind() {
        return kind;
    }

    void kind(Table.Kind newKind) {
        kind = newKind;
    }

    /** The table this is a partition of, or empty. */
    String partitionOf() {
        return partitionOf;
    }

    void partitionOf(String parent) {
        partitionOf = parent;
    }

    /** The query that gives the rows of a view, or empty. */
    String query() {
        return query;
    }

    void query(String text) {
        query = text;
    }

    void addRows(int rows) {
        seededRows += rows;
    }

    Map<String, Column> columns() {
        return columns;
    }

    List<Index> indexes() {
        return indexes;
    }

    /** Whether there is an index of a name; none has an empty one. */
    boolean hasIndex(String index) {
        return !index.isEmpty() && namesOfIndexes.contains(index) && indexes.stream().anyMatch(each -> each.name().equals(index));
    }

    /** Gives the index at a place of the list another name. */
    void renameIndex(int at, String to) {
        indexes.set(at, indexes.get(at).named(to));
        namesOfIndexes.add(to);
    }

    List<ForeignKey> foreignKeys() {
        return foreignKeys;
    }

    Set<String> checks() {
        return checks;
    }

    /** What statements took away. */
    List<Dropped> dropped() {
        return List.copyOf(dropped);
    }

    void add(Column column) {
        dropped.removeIf(each -> each instanceof Dropped.OfColumn old && old.column().equals(column.name()));
        columns.put(column.name(), column);
    }

    /**
     * Adds an index; the columns of a primary key are not null from here on. A second one of a name is none: a folder may hold
     * the whole definition beside the steps that led to it. A table has one primary key (ISO/IEC 9075-2, 11.7): where another
     * comes, something that was not read, as a migration in Java, has dropped the one before.
     */
    void add(Index index) {
        boolean isKey = index.origin() == Index.Origin.PRIMARY_KEY;
        boolean isThere = isKey && indexes.stream().anyMatch(each -> each.origin() == Index.Origin.PRIMARY_KEY
                && each.leadingColumns().equals(index.leadingColumns()));
        if (isThere || hasIndex(index.name())) {
            return;
        }
        if (isKey) {
            dropPrimaryKey();
        }
        know(index);
        if (isKey) {
            index.leadingColumns().forEach(column -> setNullable(column, false));
        }
    }

    /**
     * Removes indexes that came after so many others and are like one of these: a condition that is not known, as whether there
     * is such an index, stood before the statement that made them.
     */
    void removeRepeatsAfter(int count) {
        int first = Math.min(count, indexes.size());
        List<Index> earlier = List.copyOf(indexes.subList(0, first));
        indexes.subList(first, indexes.size()).removeIf(index -> earlier.stream().anyMatch(index::isLike));
    }

    void setNullable(String column, boolean nullable) {
        columns.computeIfPresent(column, (key, old) -> new Column(key, old.type(), nullable, old.place()));
    }

    void setType(String column, String type) {
        columns.computeIfPresent(column, (key, old) -> new Column(key, type, old.nullable(), old.place()));
    }

    /**
     * Drops a column. MySQL takes it out of its indexes (MySQL manual, "ALTER TABLE"), the others drop every index and
     * constraint that holds it.
     */
    void dropColumn(String column, boolean keepsIndexes, Place at) {
        if (columns.remove(column) != null) {
            dropped.add(new Dropped.OfColumn(column, at));
        }
        foreignKeys.removeIf(key -> key.columns().contains(column));
        if (keepsIndexes) {
            replaceParts(part -> part.column().equals(column) ? null : part);
            indexes.removeIf(index -> index.parts().isEmpty());
        } else {
            Pattern word = word(column);
            indexes.removeIf(index -> index.parts().stream()
                    .anyMatch(part -> part.column().equals(column) || word.matcher(part.expression()).find()));
        }
    }

    /** Renames a column in the table, its indexes and its foreign keys. */
    void renameColumn(String from, String to) {
        Map<String, Column> old = new LinkedHashMap<>(columns);
        columns.clear();
        old.values().forEach(each -> add(each.name().equals(from)
                ? new Column(to, each.type(), each.nullable(), each.place()) : each));
        Pattern word = word(from);
        String replacement = Matcher.quoteReplacement(to);
        replaceParts(part -> new Index.Part(part.column().equals(from) ? to : part.column(),
                word.matcher(part.expression()).replaceAll(replacement), part.descending(), part.variant()));
        foreignKeys.replaceAll(key -> key.renamed(key.name(), replaced(key.columns(), from, to),
                key.referencedTable(), key.referencedColumns()));
    }

    /** Follows the new name of a referenced table. */
    void renameReferencedTable(String from, String to) {
        foreignKeys.replaceAll(key -> key.referencedTable().equals(from)
                ? key.renamed(key.name(), key.columns(), to, key.referencedColumns()) : key);
    }

    /** Follows the new name of a referenced column. */
    void renameReferencedColumn(String table, String from, String to) {
        foreignKeys.replaceAll(key -> key.referencedTable().equals(table) ? key.renamed(key.name(), key.columns(),
                table, replaced(key.referencedColumns(), from, to)) : key);
    }

    /** Drops the index of that name; false without one. */
    boolean dropIndex(String index, Place at) {
        Optional<Index> found = ConstraintNames.index(this, index);
        found.ifPresent(each -> {
            indexes.remove(each);
            dropped.add(new Dropped.OfIndex(each, at));
        });
        return found.isPresent();
    }

    /** Lets queries use an index from here on, or not. */
    void showIndex(String index, boolean visible) {
        ConstraintNames.index(this, index).ifPresent(each ->
                indexes.replaceAll(known -> known == each ? known.shown(visible) : known));
    }

    /** Drops the primary key; false without one. */
    boolean dropPrimaryKey() {
        return indexes.removeIf(index -> index.origin() == Index.Origin.PRIMARY_KEY);
    }

    /** The table as a fact, with its indexes as given. */
    Table toTable(List<Index> allIndexes) {
        return new Table(name, kind, List.copyOf(columns.values()), List.copyOf(allIndexes), List.copyOf(foreignKeys),
                seededRows, source, place);
    }

    private void replaceParts(UnaryOperator<Index.Part> change) {
        indexes.replaceAll(index -> index.with(index.parts().stream().map(change).filter(part -> part != null).toList()));
    }

    private static List<String> replaced(List<String> names, String from, String to) {
        return names.stream().map(each -> each.equals(from) ? to : each).toList();
    }

    private static Pattern word(String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])");
    }
}
