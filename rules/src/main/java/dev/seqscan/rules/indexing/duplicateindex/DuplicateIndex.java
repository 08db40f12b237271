package dev.seqscan.rules.indexing.duplicateindex;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
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
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Reports indexes that hold the same columns in the same order as another one of their table. */
@AutoService(Rule.class)
public final class DuplicateIndex implements Rule {

    /** The more an index does beside finding rows, the rather it stays. */
    private static final Comparator<Index> MOST_NEEDED_FIRST = Comparator.comparing(DuplicateIndex::duty);

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        for (Schema schema : model.schemas()) {
            if (schema.product().allowsEqualIndexes()) {
                schema.tables().stream().filter(table -> table.source() == Table.Source.MIGRATION && !model.isSmall(table))
                        .forEach(table -> check(schema, table, model, card, findings));
            }
        }
    }

    private static void check(Schema schema, Table table, Model model, RuleCard card, Consumer<Finding> findings) {
        List<Index> indexes = table.indexes().stream().filter(each -> each.origin() != Origin.FOREIGN_KEY)
                .sorted(MOST_NEEDED_FIRST).toList();
        for (int i = 1; i < indexes.size(); i++) {
            Index index = indexes.get(i);
            IntStream.range(0, i).mapToObj(indexes::get).filter(index::isLike).findFirst()
                    .ifPresent(kept -> findings.accept(finding(schema, table, index, kept, model, card)));
        }
    }

    private static int duty(Index index) {
        return switch (index.origin()) {
            case PRIMARY_KEY -> 0;
            case UNIQUE_CONSTRAINT -> 1;
            case INDEX, FOREIGN_KEY -> index.unique() ? 2 : 3;
        };
    }

    private static Finding finding(Schema schema, Table table, Index index, Index kept, Model model, RuleCard card) {
        Certainty certainty = model.isWritten(table.name()) ? Certainty.PROVEN
                : Certainty.possible("nothing is seen to write the table");
        String columns = String.join("+", index.parts().stream().map(DuplicateIndex::text).toList());
        Optional<String> drop = IndexStatement.drop(schema.product(), table, index);
        String message = "The table " + table.name() + " has two indexes of (" + columns.replace("+", ", ") + "): "
                + title(kept) + " and " + title(index) + ". Each insert and delete maintains both, and no query gains from the second. "
                + drop.map(statement -> "Drop it: " + statement + ".").orElse("Leave one of them out.");
        return card.finding(certainty, index.place(), message)
                .about(table.name() + "." + columns, new Finding.Identity(table.name(), index.name(), 0))
                .related(List.of(new Step(kept.place(), "this one serves the same queries")))
                .costing("one more index entry for each row that is written to " + table.name())
                .weighing(new Weight(0, model.size(table)));
    }

    private static String text(Index.Part part) {
        return (part.column().isEmpty() ? part.expression() : part.column()) + (part.descending() ? " desc" : "");
    }

    private static String title(Index index) {
        String name = index.name().isEmpty() ? "" : " " + index.name();
        String article = name.isEmpty() ? "a " : "the ";
        return switch (index.origin()) {
            case PRIMARY_KEY -> "the primary key";
            case UNIQUE_CONSTRAINT -> article + "unique constraint" + name;
            case INDEX, FOREIGN_KEY -> (index.unique() ? article + "unique index" : name.isEmpty() ? "an index" : "the index") + name;
        };
    }
}
