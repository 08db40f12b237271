package dev.seqscan.rules.paging.nondeterministicpagination;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports pages whose rows come in no order, or in one that leaves open which of several equal rows comes first. */
@AutoService(Rule.class)
public final class NonDeterministicPagination implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        Set<List<Object>> told = new HashSet<>();
        for (QueryUse use : model.flow().queryUses()) {
            Optional<PageOrder> order = turnsPages(use) && !model.rows(use).isOne()
                    ? PageOrder.of(use.query(), model.schemas(use)) : Optional.empty();
            order.filter(each -> !model.isSmall(each.table()) && !model.growth(each.table().name()).isSmall())
                    .filter(each -> told.add(List.of(use.query().label(), place(use))))
                    .ifPresent(each -> findings.accept(finding(use, each, model, card, ordinals)));
        }
    }

    /** What is mended: the call where it says how rows are sorted, else the query. */
    private static Place place(QueryUse use) {
        boolean byCall = use.query().paging().argument() >= 0 && !use.query().paging().sorts();
        return byCall ? use.site().place() : TableSearch.place(use);
    }

    /** The first page, and one that is always the same, is not cut from a row of others. */
    private static boolean turnsPages(QueryUse use) {
        Query query = use.query();
        boolean constant = query.paging().argument() < 0 && query.shape().limit().offset() >= 0;
        boolean some = switch (use.page()) {
            case ANY, LOOP, UNKNOWN -> true;
            case NONE, FIRST -> false;
        };
        return query.paging().form() == Query.Paging.Form.OFFSET && !constant && some
                && query.shape().command() == QueryShape.Command.SELECT;
    }

    private static Certainty certainty(QueryUse use, PageOrder order, Model model) {
        if (model.flow().unusedMethods().contains(use.site().enclosing())) {
            return Certainty.possible("nobody calls the method that asks for pages");
        }
        if (!order.isEmpty() && use.query().paging().sorts()) {
            return Certainty.possible("who asks for a page may add a further sort column");
        }
        if (order.isEmpty() && use.query().kind() == Query.Kind.CRITERIA) {
            return Certainty.possible("the order may be added elsewhere");
        }
        if (!model.growth(order.table().name()).isGrowing()) {
            return Certainty.possible("nothing tells that the table has more than one page");
        }
        return order.isByTime() ? Certainty.possible("rows of the very same time are rare")
                : Certainty.likely("which order the database chooses is not known");
    }

    private static Finding finding(QueryUse use, PageOrder order, Model model, RuleCard card, Ordinals ordinals) {
        RuleCard graded = order.isEmpty() ? card.at(Level.WARNING) : card;
        Query query = use.query();
        List<Step> path = place(use).equals(use.site().place()) ? List.of()
                : List.of(new Step(use.site().place(), "asks for a page"));
        return graded.finding(certainty(use, order, model), place(use), order.message(query.label()))
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(path)
                .related(List.of(new Step(order.table().place(), "the table " + order.table().name())))
                .costing("rows shown twice or never")
                .reachedFrom(use.site().entryPoint())
                .weighing(new Weight(0, model.size(order.table())));
    }
}
