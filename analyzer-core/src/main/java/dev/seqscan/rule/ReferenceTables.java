package dev.seqscan.rule;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tells tables that look as if they hold a few kinds, types or units: they depend on no other table, and the migrations
 * fill them with several rows or the program reads them whole. How many rows they have is not known, so this is a doubt and no
 * proof; migrations that bring hundreds of rows disprove it.
 */
public final class ReferenceTables {

    /** Rows of which nobody thinks as a few kinds, and that are more than the database reads at once. */
    private static final int HUNDREDS = 200;

    private final Set<String> readWhole = new HashSet<>();

    /** Takes all calls that send statements. */
    public ReferenceTables(List<QueryUse> uses) {
        uses.stream().map(QueryUse::query).filter(ReferenceTables::readsWhole)
                .forEach(query -> readWhole.add(query.shape().roots().get(0).table()));
    }

    private static boolean readsWhole(Query query) {
        QueryShape shape = query.shape();
        boolean rows = switch (shape.projection()) {
            case ENTITY, ALL_COLUMNS, COLUMNS, CONSTRUCTOR -> true;
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
        };
        return shape.command() == QueryShape.Command.SELECT && rows && query.rows() == Query.Rows.MANY
                && query.paging().form() == Query.Paging.Form.NONE && shape.limit().equals(QueryShape.Limit.NONE)
                && shape.predicates().isEmpty() && shape.roots().size() == 1 && shape.unknown().isEmpty();
    }

    /** Whether the table looks small. */
    public boolean holds(Table table) {
        return !dependsOnOthers(table) && table.seededRows() < HUNDREDS && (table.seededRows() > 1 || readWhole.contains(table.name()));
    }

    /** Whether it depends on no other table and the migrations give it several rows. */
    static boolean isSeeded(Table table) {
        return !dependsOnOthers(table) && table.seededRows() > 1;
    }

    /** Whether it grows with other tables, as its foreign keys tell. */
    public static boolean dependsOnOthers(Table table) {
        return table.foreignKeys().stream().anyMatch(each -> !each.referencedTable().equals(table.name()));
    }

    /** Whether the column of a predicate tells of a row one of a few kinds. */
    public boolean tellsKind(Table table, Predicate predicate, Schema schema) {
        return table.foreignKeys().stream().filter(each -> each.columns().equals(List.of(predicate.column())))
                .anyMatch(each -> !each.referencedTable().equals(table.name())
                        && schema.table(each.referencedTable()).filter(this::holds).isPresent());
    }
}
