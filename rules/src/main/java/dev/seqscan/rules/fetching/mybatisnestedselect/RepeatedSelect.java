package dev.seqscan.rules.fetching.mybatisnestedselect;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.Site;
import dev.seqscan.query.NestedSelect;
import dev.seqscan.query.Query;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A statement that follows for each row, with the calls that bring rows. */
final class RepeatedSelect {

    private static final int MOST_SHOWN = 10;
    private static final Comparator<QueryUse> TELLING = Comparator
            .comparing((QueryUse each) -> each.site().entryPoint().isEmpty())
            .thenComparing(each -> each.site().place());

    private final NestedSelect select;
    private final List<QueryUse> uses = new ArrayList<>();

    RepeatedSelect(NestedSelect select) {
        this.select = select;
    }

    void add(QueryUse use) {
        uses.add(use);
    }

    Finding finding(RuleCard card, Ordinals ordinals) {
        Certainty certainty = select.shared()
                ? Certainty.likely("rows with the same key share one statement, and how many keys there are is not known")
                : Certainty.PROVEN;
        Site first = first().site();
        String subject = select.property() + " by " + select.statement();
        Site site = new Site(select.place(), select.statement(), select.property(), false, first.entryPoint());
        return card.finding(certainty, select.place(), message())
                .about(subject, ordinals.next(site, subject))
                .related(related())
                .costing("1 + N statements, N = " + rows())
                .reachedFrom(first.entryPoint());
    }

    private QueryUse first() {
        return uses.stream().min(TELLING).orElseThrow();
    }

    private String rows() {
        return (select.shared() ? "distinct keys among the rows of " : "rows of ") + first().query().label();
    }

    private String message() {
        Query query = first().query();
        String each = select.shared() ? "each distinct key among the rows" : "each row";
        String way = query.advice().fetch().isEmpty() ? "" : " (" + query.advice().fetch() + ")";
        return "The property " + select.property() + " is loaded by a statement of its own, " + select.statement()
                + ", which follows for " + each + " that " + query.label() + " yields. Load it with the rows" + way
                + ", or ask once for the keys of all rows.";
    }

    private List<Step> related() {
        Map<String, QueryUse> byQuery = new LinkedHashMap<>();
        uses.stream().sorted(TELLING).forEach(each -> byQuery.putIfAbsent(each.query().label(), each));
        List<Step> steps = new ArrayList<>();
        for (QueryUse use : byQuery.values()) {
            if (steps.size() < MOST_SHOWN) {
                steps.add(new Step(use.site().place(), "asks " + use.query().label() + " for many rows"));
            }
        }
        return List.copyOf(steps);
    }
}
