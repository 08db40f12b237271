package dev.seqscan.rules.fetching.eagerassociationselects;

import dev.seqscan.entity.Association;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.FurtherSelect;
import dev.seqscan.query.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An eager association with the calls of the queries that leave it to further statements. */
final class EagerAssociation {

    private static final int MOST_SHOWN = 10;

    /** What is asked for and by itself comes first, since who reads the finding looks at the first query. */
    private static final Comparator<Selects> TELLING = Comparator.comparing((Selects each) -> each.use().site().entryPoint().isEmpty())
            .thenComparing(each -> each.select().path().chars().filter(part -> part == '.').count());

    private final Association association;
    private final List<Selects> all = new ArrayList<>();

    /** A call of a query with a statement that follows for its rows. */
    private record Selects(QueryUse use, FurtherSelect select) {
        Query query() {
            return use.query();
        }
    }

    EagerAssociation(Association association) {
        this.association = association;
    }

    void add(QueryUse use, FurtherSelect select) {
        all.add(new Selects(use, select));
    }

    Association association() {
        return association;
    }

    String entryPoint() {
        return first().use().site().entryPoint();
    }

    /** One for each query, in the order in which a reader wants to see them. */
    private List<Selects> queries() {
        Map<String, Selects> byQuery = new LinkedHashMap<>();
        all.stream().sorted(TELLING).forEach(each -> byQuery.putIfAbsent(each.query().label() + each.query().place(), each));
        return List.copyOf(byQuery.values());
    }

    private Selects first() {
        return all.stream().min(TELLING).orElseThrow();
    }

    /**
     * How many other targets there are among the rows of a to-one is not known; they may be few. A query that is put
     * together in code may fetch where nobody sees it.
     */
    Certainty certainty(SmallTables small) {
        boolean shared = isShared();
        boolean few = queries().stream().map(Selects::use).allMatch(use -> shared ? small.hold(association, use)
                : SmallTables.isNamedAsKind(use.query().entity()));
        if (few) {
            String rows = simple(shared ? association.target() : first().query().entity());
            return Certainty.possible("there may be a few rows of " + rows + " only");
        }
        if (all.stream().map(Selects::query).noneMatch(Query::isPlanKnown)) {
            return Certainty.likely("what the query loads is not known in full");
        }
        return shared ? Certainty.likely("how many of the rows share a " + simple(association.target()) + " is not known")
                : Certainty.PROVEN;
    }

    private boolean isShared() {
        return first().select().repeat() == FurtherSelect.Repeat.PER_TARGET;
    }

    String message() {
        Query query = first().query();
        int others = queries().size() - 1;
        String more = others == 0 ? "" : others == 1 ? " and one more query" : " and " + others + " more queries";
        String rows = isShared() ? "each distinct " + simple(association.target()) + " among the rows" : "each row";
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
        return isInverse() ? "Load it with the query" + way
                        + "; to map it lazy helps only where both sides share the primary key and it is not optional."
                : "Map it lazy and load it with the queries that need it" + way + ", or set a batch size for it.";
    }

    /** The row of the owner does not say whether there is a target. */
    private boolean isInverse() {
        return association.cardinality() == Association.Cardinality.ONE_TO_ONE && !association.mappedBy().isEmpty();
    }

    String cost() {
        String rows = "the rows of " + first().query().label();
        return "1 + N statements, N = " + (isShared() ? "distinct " + simple(association.target()) + " among " + rows : rows);
    }

    List<Step> related() {
        List<Step> steps = new ArrayList<>();
        for (Selects each : queries()) {
            if (steps.size() < MOST_SHOWN) {
                steps.add(new Step(each.query().place(), each.query().label() + " yields many rows without it"));
            }
        }
        return List.copyOf(steps);
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
