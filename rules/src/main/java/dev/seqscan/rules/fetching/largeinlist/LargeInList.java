package dev.seqscan.rules.fetching.largeinlist;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.FilledList;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reports statements whose IN list holds a value for each row of a table that grows. */
@AutoService(Rule.class)
public final class LargeInList implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        Map<QueryUse, List<LongList>> byUse = new LinkedHashMap<>();
        for (FilledList each : model.flow().filledLists()) {
            LongList.of(each, model).ifPresent(list -> byUse.computeIfAbsent(each.use(), key -> new ArrayList<>()).add(list));
        }
        byUse.forEach((use, lists) -> findings.accept(finding(use, lists, model, card, ordinals)));
    }

    private static Finding finding(QueryUse use, List<LongList> lists, Model model, RuleCard card, Ordinals ordinals) {
        LongList longest = lists.stream().max(Comparator.comparing((LongList each) -> each.certainty().precision()))
                .orElseThrow();
        Certainty certainty = model.flow().unusedMethods().contains(use.site().enclosing())
                ? Certainty.possible("nobody calls the method that sends it") : longest.certainty();
        Query query = use.query();
        Table table = longest.table();
        List<Step> related = new ArrayList<>();
        lists.stream().filter(each -> each != longest).forEach(each -> related.add(
                new Step(each.rows().site().place(), each.rows().query().label() + " fills the list as well")));
        related.add(new Step(table.place(), "the table " + table.name()));
        String rows = longest.rows().query().label();
        return card.finding(certainty, use.site().place(), message(query, longest))
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(List.of(new Step(longest.rows().site().place(), rows + " finds the rows"),
                        new Step(use.site().place(), "their values go into one IN list")))
                .related(related)
                .costing("N parameters in one statement, N = rows of " + rows + "; " + model.sizeWords(table))
                .reachedFrom(use.site().entryPoint())
                .weighing(new Weight(0, model.size(table)));
    }

    private static String message(Query query, LongList list) {
        return "The IN list of " + query.label() + " gets a value for each row that " + list.rows().query().label()
                + " finds, as many as " + list.table().name() + " has: " + list.limit() + " Let the statement find the rows "
                + "itself (join or subquery), or send the list in parts of a fixed size.";
    }
}
