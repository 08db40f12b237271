package dev.seqscan.rule;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells from its statements whether a program means one value of a column at a time. What the indexes begin with may also be a
 * column of which each value has a few rows, as those of a user: then some statements name it, and others do not.
 */
final class PinnedColumns {

    /** Statements before their habit counts. */
    private static final int MANY = 10;
    /** Tables whose indexes go on with what statements ask for, before that counts. */
    private static final int SEVERAL = 2;

    private final List<QueryShape> shapes;
    private final List<Table> tables;

    PinnedColumns(Model model) {
        shapes = model.flow().queryUses().stream().map(QueryUse::query).distinct().map(Query::shape)
                .filter(each -> each.command() != Command.INSERT && each.unknown().isEmpty() && !each.roots().isEmpty()).toList();
        tables = model.schemas().stream().flatMap(each -> each.tables().stream()).toList();
    }

    /** The tables of any schema that have the column. */
    Set<String> tablesWith(String column) {
        return tables.stream().filter(each -> each.column(column).isPresent()).map(Table::name).collect(Collectors.toSet());
    }

    /** Whether most statements pin it; or hardly any names it, since something pins it that is not seen. */
    boolean isPinned(String column) {
        Set<String> carrying = tablesWith(column);
        List<QueryShape> on = shapes.stream().filter(each -> carrying.contains(each.roots().get(0).table())).toList();
        long pinning = on.stream().filter(shape -> shape.predicates().stream().anyMatch(each -> pins(each, column))).count();
        long naming = on.stream().filter(shape -> names(shape, column)).count();
        return on.size() >= MANY
                && (pinning * 10 >= on.size() * 9L || naming * 10 <= on.size() && isPinnedUnseen(column, on));
    }

    private static boolean pins(Predicate predicate, String column) {
        return predicate.column().equals(column) && predicate.operator() == Operator.EQUAL && !predicate.optional();
    }

    private static boolean names(QueryShape shape, String column) {
        return shape.predicates().stream().anyMatch(each -> each.column().equals(column));
    }

    /**
     * An index serves statements that pin what it begins with. If they do not, and yet ask for what it goes on with, in several
     * tables, the framework adds the condition. A column that nobody asks for proves nothing.
     */
    private boolean isPinnedUnseen(String column, List<QueryShape> on) {
        Set<String> served = new HashSet<>();
        for (Table table : tables) {
            Set<String> next = table.indexes().stream().map(Index::leadingColumns)
                    .filter(each -> each.size() > 1 && each.get(0).equals(column)).map(each -> each.get(1))
                    .collect(Collectors.toSet());
            if (on.stream().filter(shape -> shape.roots().get(0).table().equals(table.name()) && !names(shape, column))
                    .anyMatch(shape -> next.stream().anyMatch(each -> shape.predicates().stream()
                            .anyMatch(predicate -> predicate.table().equals(table.name()) && pins(predicate, each))))) {
                served.add(table.name());
            }
        }
        return served.size() >= SEVERAL;
    }
}
