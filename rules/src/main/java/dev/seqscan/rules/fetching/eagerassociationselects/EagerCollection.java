package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.Site;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A collection that always comes with its owner, by a statement for each, with the calls that bring many owners. */
final class EagerCollection {

    private static final int MOST_SHOWN = 10;

    private final NestedSelect select;
    private final List<QueryUse> uses = new ArrayList<>();

    private EagerCollection(NestedSelect select) {
        this.select = select;
    }

    /** One for each collection; queries for so few rows, as a constant, are no problem. */
    static Collection<EagerCollection> of(Model model, int handful) {
        Map<Place, EagerCollection> byPlace = new TreeMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            Query query = use.query();
            int limit = query.shape().limit().rows();
            boolean many = query.rows() == Query.Rows.MANY && (limit < 0 || limit > handful) && !model.rows(use).isOne()
                    && !query.cached() && !model.flow().unusedMethods().contains(use.site().enclosing());
            query.nested().stream().filter(each -> many && each.reason() == NestedSelect.Reason.COLLECTION)
                    .forEach(each -> byPlace.computeIfAbsent(each.place(), place -> new EagerCollection(each)).uses.add(use));
        }
        return byPlace.values();
    }

    Finding finding(RuleCard card, Ordinals ordinals) {
        List<QueryUse> sorted = uses.stream().sorted(Comparator.comparing((QueryUse each) ->
                each.site().entryPoint().isEmpty()).thenComparing(each -> each.site().place())).toList();
        QueryUse first = sorted.get(0);
        Site site = new Site(select.place(), select.statement(), select.property(), false, first.site().entryPoint());
        String message = "The collection " + select.property() + " always comes with its object, by a statement for each that "
                + first.query().label() + " yields: " + select.statement() + ". Ask for a projection without it where the list"
                + " does not need it, or for its rows by the keys of all objects, or turn single query loading on.";
        List<Step> related = sorted.stream().limit(MOST_SHOWN)
                .map(each -> new Step(each.site().place(), "asks " + each.query().label() + " for many objects")).toList();
        return card.finding(Certainty.PROVEN, select.place(), message)
                .about(select.property(), ordinals.next(site, select.property()))
                .related(related)
                .costing("1 + N statements, N = rows of " + first.query().label())
                .reachedFrom(first.site().entryPoint());
    }
}
