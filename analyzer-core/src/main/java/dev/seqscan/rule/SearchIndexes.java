package dev.seqscan.rule;

import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells indexes that somebody made because the table is too large to be walked from those that come with any table:
 * behind keys and constraints, for foreign keys, for the tenant.
 */
final class SearchIndexes {

    private static final Set<String> FLAGS = Set.of("boolean", "bool", "bit", "tinyint");

    private final Tenants tenants;

    SearchIndexes(Tenants tenants) {
        this.tenants = tenants;
    }

    /** How many the table has. */
    long of(Table table) {
        Constraints constraints = Constraints.of(table);
        return table.indexes().stream().filter(index -> isMade(index, table, constraints)).count();
    }

    /** Whether the table has one at all, also for what may refer to another table without saying so. */
    boolean hasAny(Table table) {
        Constraints constraints = Constraints.of(table);
        return table.indexes().stream().anyMatch(index -> index.origin() == Index.Origin.INDEX && !index.unique()
                && (isMade(index, table, constraints)
                || index.leadingColumns().size() > 1 && !constraints.has(index.leadingColumns())));
    }

    private boolean isMade(Index index, Table table, Constraints constraints) {
        if (index.origin() != Index.Origin.INDEX || index.unique()) {
            return false;
        }
        boolean ofExpression = index.leadingColumns().size() < index.parts().size();
        List<String> columns = index.leadingColumns().stream().filter(each -> !tenants.isPinnedBy(table.name(), each))
                .filter(each -> !isFlag(table, each)).toList();
        return ofExpression || !columns.isEmpty() && !constraints.has(columns) && !refers(columns, table, constraints);
    }

    private static boolean isFlag(Table table, String column) {
        return table.column(column).filter(each -> FLAGS.contains(each.type())).isPresent();
    }

    /** What a table's keys and constraints hold, read once for all its indexes. */
    private record Constraints(List<Index> indexes, Set<String> foreign) {

        static Constraints of(Table table) {
            List<Index> unique = table.indexes().stream()
                    .filter(each -> each.unique() || each.origin() == Index.Origin.PRIMARY_KEY)
                    .filter(each -> !each.leadingColumns().isEmpty() && each.isWhole()).toList();
            Set<String> foreign = new HashSet<>();
            table.foreignKeys().forEach(each -> foreign.addAll(each.columns()));
            return new Constraints(unique, foreign);
        }

        boolean has(List<String> columns) {
            return indexes.stream().anyMatch(each -> each.leadingColumns().containsAll(columns)
                    || each.leadingColumns().size() == each.parts().size() && columns.containsAll(each.leadingColumns()));
        }
    }

    /** One column of the type of the key may refer to another table without saying so. */
    private static boolean refers(List<String> columns, Table table, Constraints constraints) {
        boolean likeKey = columns.size() == 1 && table.primaryKey().filter(key -> key.leadingColumns().stream()
                .anyMatch(each -> type(table, each).equals(type(table, columns.get(0))))).isPresent();
        return constraints.foreign().containsAll(columns) || likeKey;
    }

    private static String type(Table table, String column) {
        return table.column(column).map(Column::type).orElse("");
    }
}
