package dev.seqscan.rules.indexing.unindexedfilter;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Column;
import dev.seqscan.schema.Index;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An index that is missing, with all statements that it would serve. */
final class Cure {

    /**
     * A statement that needs an index.
     *
     * @param oneOfSeveral whether the application runs on several products
     */
    record Need(QueryUse use, Unserved unserved, Certainty certainty, boolean oneOfSeveral) {

        Precision precision() {
            return certainty.precision();
        }

        /** Where the query is declared; if it is put together in code and sent by a later call, that call. */
        Place place() {
            return TableSearch.place(use);
        }

        /** Where it filters, which in a long statement is lines below its beginning. */
        private Place filter() {
            Query query = use.query();
            boolean apart = !query.filter().equals(query.place()) && query.filter().file().equals(place().file());
            return apart ? query.filter() : place();
        }

        /** A query that an entry point reaches shows best what is slow. */
        private boolean isUnreached() {
            return use.site().entryPoint().isEmpty();
        }

        private String key() {
            return unserved.table().name() + (unserved.alternatives() ? " or " : " and ") + unserved.names();
        }

        /** Whether an index for the other one serves this one too. */
        private boolean isServedWith(Need other) {
            return !unserved.alternatives() && !other.unserved.alternatives()
                    && unserved.table().name().equals(other.unserved.table().name())
                    && unserved.names().containsAll(other.unserved.names()) && other.precision().compareTo(precision()) >= 0;
        }
    }

    private final List<Need> needs = new ArrayList<>();

    private Cure(Need first) {
        needs.add(first);
    }

    /** The fewest indexes that serve all needs: one that begins with {@code status} also helps {@code status and city}. */
    static List<Cure> of(List<Need> needs) {
        Map<String, Cure> cures = new TreeMap<>();
        List<Need> ordered = needs.stream().sorted(Comparator.comparing(Need::precision).reversed()
                .thenComparing(each -> each.unserved().names().size()).thenComparing(Need::place)).toList();
        for (Need need : ordered) {
            Cure cure = cures.get(need.key());
            if (cure == null) {
                cure = cures.values().stream().filter(each -> need.isServedWith(each.needs.get(0))).findFirst().orElse(null);
            }
            if (cure == null) {
                cures.put(need.key(), new Cure(need));
            } else {
                cure.needs.add(need);
            }
        }
        return List.copyOf(cures.values());
    }

    Finding finding(RuleCard card, Model model) {
        Unserved cured = needs.get(0).unserved();
        Precision precision = needs.get(0).precision();
        Need first = needs.stream().filter(each -> each.precision() == precision)
                .min(Comparator.comparing(Need::isUnreached).thenComparing(Need::place)).orElseThrow();
        String table = cured.table().name();
        String entryPoint = needs.stream().filter(each -> each.place().equals(first.place()))
                .map(each -> each.use().site().entryPoint()).filter(each -> !each.isEmpty()).findFirst().orElse("");
        return card.finding(first.certainty(), first.place(), message(cured, first))
                .about(table + "." + String.join("+", cured.names()),
                        new Finding.Identity(table, cured.alternatives() ? "or" : "and", 0))
                .path(TableSearch.path(first.use()))
                .related(related(cured, first))
                .costing("rows of " + table + " read, instead of the rows that match; " + model.sizeWords(cured.table()))
                .reachedFrom(entryPoint)
                .weighing(new Weight(0, model.size(cured.table())))
                .needing(needs.stream().flatMap(each -> wanted(each, first)).toList());
    }

    /** Of what a statement that is less sure asks for, the index holds what the surest one asks for, too. */
    private static Stream<IndexNeed> wanted(Need need, Need first) {
        Unserved asked = need.precision() == first.precision() ? need.unserved() : first.unserved();
        return asked.wanted(need.unserved().product(), need.place(), need.use().query().label());
    }

    private String message(Unserved cured, Need first) {
        String names = String.join(" or ", cured.names());
        String rows = cured.tenant().isEmpty() ? " walks the whole table " + cured.table().name()
                : " reads all rows of the tenant (" + cured.tenant() + ") in " + cured.table().name();
        return products() + rows + " for "
                + first.unserved().condition() + " (" + first.use().query().label() + "): no index begins with " + names
                + ". It reads every row to find a few, and takes longer as the table grows. " + cured.cure(tail(cured), prefixes())
                + others();
    }

    /** Says on which products it holds, where the application runs on several. */
    private String products() {
        List<String> titles = needs.stream().filter(Need::oneOfSeveral).map(each -> each.unserved().product().title())
                .distinct().sorted().toList();
        int last = titles.size() - 1;
        return switch (titles.size()) {
            case 0 -> "The database";
            case 1 -> "On " + titles.get(0) + " the database";
            default -> "On " + String.join(", ", titles.subList(0, last)) + " and " + titles.get(last) + " the database";
        };
    }

    /** What the index holds after its leading columns: what the first statement that has more to ask for asks for. */
    private List<Index.Part> tail(Unserved cured) {
        return needs.stream().map(Need::unserved).filter(each -> each.names().equals(cured.names()))
                .map(Unserved::following).filter(each -> !each.isEmpty()).findFirst().orElse(List.of());
    }

    /** An index for prefixes finds equal values too, but no ranges (PostgreSQL, "Operator Classes"). */
    private Set<String> prefixes() {
        Set<String> prefixes = new HashSet<>();
        needs.forEach(each -> prefixes.addAll(each.unserved().searched(Operator.LIKE_PREFIX)));
        needs.forEach(each -> prefixes.removeAll(each.unserved().searched(Operator.RANGE)));
        return prefixes;
    }

    private String others() {
        long more = needs.stream().map(Need::place).distinct().count() - 1;
        return more == 0 ? "" : more == 1 ? " It helps one more query." : " It helps " + more + " more queries.";
    }

    private List<Step> related(Unserved cured, Need first) {
        List<Step> related = new ArrayList<>();
        Set<Place> seen = new HashSet<>(Set.of(first.place()));
        needs.stream().sorted(Comparator.comparing(Need::place)).filter(each -> seen.add(each.place()))
                .forEach(each -> related.add(new Step(each.filter(), each.use().query().label() + " also filters by "
                        + String.join(", ", cured.names()))));
        Place filter = first.use().query().filter();
        if (seen.add(filter) && !filter.equals(first.use().query().place())) {
            related.add(new Step(filter, "it filters here"));
        }
        related.add(new Step(cured.table().place(), "the table " + cured.table().name() + " has no index that begins with "
                + String.join(" or ", cured.names())));
        leadingColumn(cured).filter(each -> !each.place().equals(cured.table().place()))
                .ifPresent(each -> related.add(new Step(each.place(), "the column " + each.name())));
        return List.copyOf(related);
    }

    private static Optional<Column> leadingColumn(Unserved cured) {
        return cured.leading().stream().flatMap(each -> cured.table().column(each.column()).stream()).findFirst();
    }
}
