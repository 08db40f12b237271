package dev.seqscan.rules.fetching.selectstar;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableSearch;
import java.util.List;
import java.util.function.Consumer;

/** Reports statements that fetch all columns of a table, although large ones among them, or most of them, are never read. */
@AutoService(Rule.class)
public final class SelectStar implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        int wide = model.options(card).number("wide");
        Ordinals ordinals = new Ordinals();
        for (QueryUse use : model.flow().queryUses()) {
            UnreadColumns.of(use, model, wide)
                    .ifPresent(unread -> findings.accept(finding(use, unread, model, card, ordinals)));
        }
    }

    private static Finding finding(QueryUse use, UnreadColumns unread, Model model, RuleCard card, Ordinals ordinals) {
        Certainty certainty = model.flow().unusedMethods().contains(use.site().enclosing())
                ? Certainty.possible("nobody calls the method that sends it") : unread.certainty();
        String table = unread.table().name();
        String message = use.query().label() + " fetches all columns of " + table + ", but the code " + unread.words()
                + ". Name the columns that are read: " + String.join(", ", unread.read()) + ".";
        return card.finding(certainty, TableSearch.place(use), message)
                .about(use.query().label(), ordinals.next(use.site(), use.query().label()))
                .path(TableSearch.path(use))
                .related(List.of(new Step(unread.table().place(), "the table " + table)))
                .costing(unread.table().columns().size() + " columns of each row, instead of " + unread.read().size())
                .reachedFrom(use.site().entryPoint())
                .weighing(new Weight(0, model.size(unread.table())));
    }
}
