package dev.seqscan.rule;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Makes findings of statements that read too much of a table: one for all that ask the same columns in the same way. */
public final class SearchFindings {

    /**
     * A search that costs too much.
     *
     * @param subject the columns it is about, as {@code name} or {@code first_name+last_name}
     * @param message what it costs and what to do
     * @param needs the indexes that it calls for
     */
    private record Sighting(TableSearch search, String subject, Certainty certainty, String message, List<IndexNeed> needs) {

        private boolean isUnreached() {
            return search.use().site().entryPoint().isEmpty();
        }

        private Place place() {
            return search.place();
        }
    }

    private final RuleCard card;
    private final Model model;
    private final String instead;
    private final Map<List<String>, List<Sighting>> bySubject = new TreeMap<>(Comparator.comparing(List::toString));

    /** Takes the rule that speaks and the application. */
    public SearchFindings(RuleCard card, Model model) {
        this(card, model, "the rows that match");
    }

    /**
     * Takes the rule that speaks and the application.
     *
     * @param instead what would be read with an index, as {@code the rows that match}
     */
    public SearchFindings(RuleCard card, Model model, String instead) {
        this.card = card;
        this.model = model;
        this.instead = instead;
    }

    /** Adds a search with how sure it is and what there is to say. */
    public void add(TableSearch search, List<String> columns, Certainty certainty, String message) {
        add(search, columns, certainty, message, List.of());
    }

    /** Adds a search that indexes would help. */
    public void add(TableSearch search, List<String> columns, Certainty certainty, String message, List<IndexNeed> needs) {
        String subject = String.join("+", columns);
        bySubject.computeIfAbsent(List.of(search.table().name(), subject), key -> new ArrayList<>())
                .add(new Sighting(search, subject, search.certainty().and(certainty), message, needs));
    }

    /** Gives the findings. */
    public void give(Consumer<Finding> findings) {
        bySubject.values().forEach(each -> findings.accept(finding(each)));
    }

    private Finding finding(List<Sighting> sightings) {
        Sighting first = sightings.stream().min(Comparator.comparing((Sighting each) -> each.certainty().precision(),
                Comparator.reverseOrder()).thenComparing(Sighting::isUnreached).thenComparing(Sighting::place)
                .thenComparing(each -> each.search().product())).orElseThrow();
        String table = first.search().table().name();
        Precision precision = first.certainty().precision();
        return card.finding(first.certainty(), first.place(), first.message())
                .about(table + "." + first.subject(), new Finding.Identity(table, card.id(), 0))
                .path(TableSearch.path(first.search().use()))
                .related(related(first, sightings))
                .costing("rows of " + table + " read, instead of " + instead + "; " + model.sizeWords(first.search().table()))
                .reachedFrom(first.search().use().site().entryPoint())
                .weighing(new Weight(0, model.size(first.search().table())))
                .needing(sightings.stream().filter(each -> each.certainty().precision() == precision)
                        .flatMap(each -> each.needs().stream()).toList());
    }

    private static List<Step> related(Sighting first, List<Sighting> sightings) {
        List<Step> related = new ArrayList<>();
        Set<Place> seen = new HashSet<>(Set.of(first.place()));
        sightings.stream().sorted(Comparator.comparing(Sighting::place)).filter(each -> seen.add(each.place()))
                .forEach(each -> related.add(new Step(each.place(),
                        each.search().use().query().label() + " searches in the same way")));
        related.add(new Step(first.search().table().place(), "the table " + first.search().table().name()));
        return List.copyOf(related);
    }
}
