package dev.seqscan.rules.indexing.redundantindexprefix;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Index.Origin;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Schema;
import dev.seqscan.schema.Table;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** Reports indexes with whose columns a longer index of the table begins. */
@AutoService(Rule.class)
public final class RedundantIndexPrefix implements Rule {

    /** Of a much longer index fewer entries fit into memory, so that the short one may be worth its cost. */
    private static final int MOST_COLUMNS_MORE = 2;

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        for (Schema schema : model.schemas()) {
            for (Table table : schema.tables()) {
                if (table.source() == Table.Source.MIGRATION && !model.isSmall(table)) {
                    check(schema, table, model, card, findings);
                }
            }
        }
    }

    private static void check(Schema schema, Table table, Model model, RuleCard card, Consumer<Finding> findings) {
        for (Index index : table.indexes()) {
            if (index.origin() == Origin.INDEX && !index.unique() && !sortsByKey(schema, table, index, model)
                    && table.indexes().stream().noneMatch(each -> each != index && each.isLike(index))) {
                table.indexes().stream().filter(index::isPrefixOf).min(Comparator.comparing(each -> each.parts().size()))
                        .ifPresent(longer -> findings.accept(finding(schema, table, index, longer, model, card)));
            }
        }
    }

    /** Where indexes carry the key, the short one gives the rows of one value in the order of the key, the long one does not. */
    private static boolean sortsByKey(Schema schema, Table table, Index index, Model model) {
        List<String> key = table.primaryKey().map(Index::leadingColumns).orElse(List.of());
        return schema.product().indexesCarryKey() && !key.isEmpty() && model.flow().queryUses().stream()
                .map(use -> use.query().shape()).anyMatch(shape -> isSortedByKey(shape, table.name(), key.get(0))
                        && shape.predicates().stream().anyMatch(each -> each.table().equals(table.name())
                                && each.operator().isEquality() && index.leadingColumns().contains(each.column())));
    }

    private static boolean isSortedByKey(QueryShape shape, String table, String key) {
        return shape.order().stream().limit(1).anyMatch(each -> each.table().equals(table) && each.column().equals(key));
    }

    private static Finding finding(Schema schema, Table table, Index index, Index longer, Model model, RuleCard card) {
        int more = longer.parts().size() - index.parts().size();
        Certainty certainty = more > MOST_COLUMNS_MORE
                ? Certainty.possible("the longer index is much larger, and the short one may stay in memory more often")
                : model.isWritten(table.name()) ? Certainty.likely("the short one may be read a little faster")
                : Certainty.possible("nothing is seen to write the table");
        String columns = names(index);
        String message = "The index" + (index.name().isEmpty() ? "" : " " + index.name()) + " on " + table.name() + " (" + columns + ") is the beginning of "
                + (longer.name().isEmpty() ? "another one" : longer.name()) + " (" + names(longer) + "), which serves the same "
                + "queries. Each insert and delete maintains both." + IndexStatement.drop(schema.product(), table, index)
                        .map(statement -> " Drop the short one: " + statement + ".").orElse("");
        return card.finding(certainty, index.place(), message)
                .about(table.name() + "." + columns.replace(", ", "+"), new Finding.Identity(table.name(), index.name(), 0))
                .related(List.of(new Step(longer.place(), "this index begins with the same columns")))
                .costing("one more index entry for each row that is written to " + table.name())
                .weighing(new Weight(0, model.size(table)));
    }

    private static String names(Index index) {
        return String.join(", ", index.parts().stream()
                .map(part -> part.column().isEmpty() ? part.expression() : part.column()).toList());
    }
}
