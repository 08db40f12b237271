package dev.seqscan.rules.paging.mybatisrowbounds;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.List;
import java.util.function.Consumer;

/** Reports pages that are made of the whole result, by skipping the rows before them as they arrive. */
@AutoService(Rule.class)
public final class MybatisRowBounds implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        for (QueryUse use : model.flow().queryUses()) {
            if (use.query().paging().form() == Query.Paging.Form.SKIPPED && !model.rows(use).isOne()) {
                findings.accept(finding(use, model, card, ordinals));
            }
        }
    }

    private static Finding finding(QueryUse use, Model model, RuleCard card, Ordinals ordinals) {
        Query query = use.query();
        Certainty certainty = model.flow().unusedMethods().contains(use.site().enclosing())
                ? Certainty.possible("nobody calls the method that asks for pages")
                : Certainty.likely("how many rows there are is not known");
        String message = query.label() + " is given a page, but the statement has no limit: the database makes the whole"
                + " result, and the rows before the page are skipped as they arrive. Put the limit into the statement, or use a"
                + " plugin that does.";
        List<Step> path = query.place().equals(use.site().place()) ? List.of()
                : List.of(new Step(use.site().place(), "asks for a page"),
                        new Step(query.place(), query.label() + " has no limit"));
        return card.finding(certainty, use.site().place(), message)
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(path)
                .costing("N rows read for a page, N = rows of " + query.label())
                .reachedFrom(use.site().entryPoint());
    }
}
