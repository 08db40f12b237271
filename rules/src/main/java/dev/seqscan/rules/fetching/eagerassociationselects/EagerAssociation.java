package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.entity.Association;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.FurtherSelect;
import dev.seqscan.query.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An eager association with the calls of the queries that leave it to further statements. */
final class EagerAssociation {

    private static final int MOST_SHOWN = 10;

    private final Association association;
    private final Map<String, QueryUse> byQuery = new LinkedHashMap<>();
    private FurtherSelect first;
    private String entryPoint = "";

    EagerAssociation(Association association) {
        this.association = association;
    }

    void add(QueryUse use, FurtherSelect select) {
        first = first == null ? select : first;
        byQuery.putIfAbsent(use.query().label() + use.query().place(), use);
        entryPoint = entryPoint.isEmpty() ? use.site().entryPoint() : entryPoint;
    }

    Association association() {
        return association;
    }

    String entryPoint() {
        return entryPoint;
    }

    /**
     * How many other targets there are among the rows of a to-one is not known; they may be few. A query that is put
     * together in code may fetch where nobody sees it.
     */
    Precision precision(SmallTables small) {
        boolean shared = first.repeat() == FurtherSelect.Repeat.PER_TARGET;
        boolean few = byQuery.values().stream().allMatch(use -> shared ? small.hold(association, use)
                : SmallTables.isNamedAsKind(use.query().entity()));
        if (few) {
            return Precision.POSSIBLE;
        }
        boolean planIsKnown = byQuery.values().stream().map(QueryUse::query).anyMatch(EagerAssociation::isPlanKnown);
        return shared || !planIsKnown ? Precision.LIKELY : Precision.PROVEN;
    }

    private static boolean isPlanKnown(Query query) {
        return query.shape().unknown().isEmpty() && query.kind() != Query.Kind.CRITERIA;
    }

    String message() {
        Query query = query();
        int others = byQuery.size() - 1;
        String more = others == 0 ? "" : others == 1 ? " and one more query" : " and " + others + " more queries";
        String rows = first.repeat() == FurtherSelect.Repeat.PER_TARGET
                ? "each distinct " + simple(association.target()) + " among the rows" : "each row";
        return association.label() + " " + nature() + ", but " + query.label() + more + " for many rows "
                + (others == 0 ? "does" : "do") + " not load it: a statement follows for " + rows + ". " + cure(query);
    }

    private String nature() {
        if (association.fetch() != Association.FetchType.EAGER) {
            return "cannot be lazy, since the other side holds the foreign key";
        }
        return association.explicitFetch() ? "is eager" : "is eager by default";
    }

    private String cure(Query query) {
        String way = query.advice().fetch().isEmpty() ? "" : " (" + query.advice().fetch() + ")";
        return association.fetch() == Association.FetchType.EAGER
                ? "Map it lazy and load it with the queries that need it" + way + ", or set a batch size for it."
                : "Load it with the query" + way + ", or let both sides share the primary key and say that it is not optional.";
    }

    String cost() {
        String rows = "the rows of " + query().label();
        return "1 + N statements, N = " + (first.repeat() == FurtherSelect.Repeat.PER_TARGET
                ? "distinct " + simple(association.target()) + " among " + rows : rows);
    }

    List<Step> related() {
        List<Step> steps = new ArrayList<>();
        for (QueryUse use : byQuery.values()) {
            if (steps.size() < MOST_SHOWN) {
                steps.add(new Step(use.query().place(), use.query().label() + " yields many rows without it"));
            }
        }
        return List.copyOf(steps);
    }

    private Query query() {
        return byQuery.values().iterator().next().query();
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
