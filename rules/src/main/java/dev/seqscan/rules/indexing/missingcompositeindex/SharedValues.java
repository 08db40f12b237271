package dev.seqscan.rules.indexing.missingcompositeindex;

import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.RowEstimate;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.ForeignKey;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells columns of which many rows have the same value, so that an index on such a column alone finds many rows. */
final class SharedValues {

    private final Model model;
    private final Selectivity selectivity;
    private final ReferenceTables references;
    /** {@code table.column} of what some statement compares with a value that is written there: it tells kinds apart. */
    private final Set<String> named = new HashSet<>();

    SharedValues(Model model) {
        this.model = model;
        this.selectivity = new Selectivity(model.entities());
        this.references = new ReferenceTables(model.flow().queryUses());
        for (QueryUse use : model.flow().queryUses()) {
            use.query().shape().predicates().stream().filter(SharedValues::namesKind)
                    .forEach(each -> named.add(each.table() + "." + each.column()));
        }
    }

    private static boolean namesKind(Predicate predicate) {
        boolean compares = predicate.operator() == Operator.EQUAL || predicate.operator() == Operator.IN
                || predicate.operator() == Operator.NOT_EQUAL || predicate.operator() == Operator.NOT_IN;
        return compares && predicate.value() == Value.CONSTANT && predicate.function().isEmpty();
    }

    /** Whether an index on the column alone would be of use to find one of many rows. */
    boolean isTelling(Table table, Predicate predicate) {
        return selectivity.isSelective(table, predicate) && !isKind(table, predicate) && predicate.function().isEmpty();
    }

    /** Whether many rows have the value that a condition asks for. */
    boolean isShared(TableSearch search, Predicate predicate) {
        return isKind(search.table(), predicate) || isOneOfFewParents(search, predicate.column());
    }

    /** Whether a column tells one of few kinds. */
    boolean isKind(Table table, Predicate predicate) {
        String column = predicate.column();
        return !isUnique(table, column) && (selectivity.isKind(table, column) || named.contains(table.name() + "." + column)
                || parent(table, column).filter(each -> model.growth(each.referencedTable()).isSmall()).isPresent());
    }

    private static boolean isUnique(Table table, String column) {
        return table.indexes().stream().anyMatch(each -> each.unique() && each.leadingColumns().equals(List.of(column))
                && each.parts().size() == 1);
    }

    /** The rows of one of few parents, or of one that gets rows without end, are many. */
    private boolean isOneOfFewParents(TableSearch search, String column) {
        Optional<ForeignKey> parent = parent(search.table(), column);
        return parent.isPresent() && model.growth(search.table().name()).isFed()
                && model.rows(search.use()).amount() == RowEstimate.Amount.OPEN
                || parent.isPresent() && search.access().schema().table(parent.get().referencedTable())
                        .filter(references::holds).isPresent();
    }

    private static Optional<ForeignKey> parent(Table table, String column) {
        return table.foreignKeys().stream().filter(each -> each.columns().equals(List.of(column))
                && !each.referencedTable().equals(table.name())).findFirst();
    }
}
