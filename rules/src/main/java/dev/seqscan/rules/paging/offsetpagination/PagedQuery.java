package dev.seqscan.rules.paging.offsetpagination;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.PageArgument;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A query that is asked for pages by their offset, with all calls that do so. */
record PagedQuery(List<PagedQuery.Call> calls) {

    /** A call that fetches any page, and how sure it is that this costs. */
    record Call(QueryUse use, KeysetPage page, Certainty certainty, Weight weight) {

        /** Calls of one query have one cure; a loop that turns its pages has one of its own. */
        List<Object> query() {
            Query query = use.query();
            return use.page() == PageArgument.LOOP ? List.of(query.label(), query.place(), use.site().place())
                    : List.of(query.label(), query.place(), query.text());
        }

        /** What an entry point reaches is called for sure. */
        private boolean isUnreached() {
            return use.site().entryPoint().isEmpty();
        }
    }

    /** One finding a query, at the call that costs most. */
    Finding finding(RuleCard card, Ordinals ordinals) {
        Call first = calls.stream().min(Comparator.comparing((Call each) -> each.certainty().precision(), Comparator.reverseOrder())
                .thenComparing(Call::isUnreached).thenComparing(each -> each.use().site().place())).orElseThrow();
        QueryUse use = first.use();
        Query query = use.query();
        return card.finding(first.certainty(), use.site().place(), message(use, first.page()))
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(path(use))
                .related(related(first))
                .costing(cost(use))
                .reachedFrom(use.site().entryPoint())
                .weighing(first.weight());
    }

    private static String message(QueryUse use, KeysetPage page) {
        Query query = use.query();
        boolean loop = use.page() == PageArgument.LOOP;
        String counts = query.paging().counts() ? ", and counts all matching rows each time" : "";
        String cost = loop
                ? "This loop turns pages by offset: for each page " + query.label() + " reads all pages before it once more"
                        + counts + ", so twice the rows take four times as long."
                : "Any page may be asked for here: for page k " + query.label() + " reads and throws away k x size rows"
                        + counts + ".";
        return cost + " " + page.advice(query.advice().keyset(), loop);
    }

    private static String cost(QueryUse use) {
        boolean counts = use.query().paging().counts();
        if (use.page() == PageArgument.LOOP) {
            return "N x N / (2 x size) rows read for N rows" + (counts ? " + N / size counts of all rows" : "");
        }
        return "offset + size rows read for size rows, offset = page x size" + (counts ? " + 1 count of all rows" : "");
    }

    private static List<Step> path(QueryUse use) {
        Query query = use.query();
        return query.place().equals(use.site().place()) ? List.of()
                : List.of(new Step(use.site().place(), "asks for a page by its offset"),
                        new Step(query.place(), query.label() + " reads from the first row on"));
    }

    private List<Step> related(Call first) {
        List<Step> related = new ArrayList<>();
        calls.stream().map(each -> each.use().site()).filter(each -> !each.place().equals(first.use().site().place()))
                .forEach(each -> related.add(new Step(each.place(), "fetches any page of it, too")));
        first.page().table().ifPresent(table -> related.add(new Step(table.place(), "the table " + table.name())));
        return List.copyOf(related);
    }
}
