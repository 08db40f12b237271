package dev.seqscan.rules.indexing.indexdroppedbutstillused;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Weight;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Dropped;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports migrations that drop an index by which a statement still searches, and that no other index replaces. */
@AutoService(Rule.class)
public final class IndexDroppedButStillUsed implements Rule {

    /** A statement that walks the table since the index is gone. */
    private record Loss(TableSearch search, Dropped.OfIndex dropped) {

        private boolean isUnreached() {
            return search.use().site().entryPoint().isEmpty();
        }
    }

    private static final Comparator<Loss> SUREST_FIRST = Comparator
            .comparing((Loss each) -> each.search().certainty().precision(), Comparator.reverseOrder())
            .thenComparing(Loss::isUnreached).thenComparing(each -> each.search().place());

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Map<Place, List<Loss>> losses = new TreeMap<>();
        TableSearch.forEach(model, search -> {
            for (Dropped dropped : search.access().schema().dropped(search.table().name())) {
                if (dropped instanceof Dropped.OfIndex index && wouldServe(index.index(), search)) {
                    losses.computeIfAbsent(index.place(), key -> new ArrayList<>()).add(new Loss(search, index));
                }
            }
        });
        losses.values().forEach(each -> findings.accept(finding(each, model, card)));
    }

    private static boolean wouldServe(Index index, TableSearch search) {
        Table table = search.table();
        Table before = new Table(table.name(), table.kind(), table.columns(), List.of(index), table.foreignKeys(),
                table.seededRows(), table.source(), table.place());
        List<Predicate> conditions = search.access().mandatory(table.name());
        return conditions.stream().anyMatch(each -> table.column(each.column()).isPresent()
                && IndexUse.isServed(before, each, conditions) && !IndexUse.isServed(table, each, conditions));
    }

    private static Finding finding(List<Loss> losses, Model model, RuleCard card) {
        Loss first = losses.stream().min(SUREST_FIRST).orElseThrow();
        TableSearch search = first.search();
        Index index = first.dropped().index();
        String table = search.table().name();
        String columns = index.parts().stream().map(part -> part.column().isEmpty() ? part.expression() : part.column())
                .collect(Collectors.joining(", "));
        long others = losses.stream().map(each -> each.search().place()).distinct().count() - 1;
        String message = "This drops the index" + (index.name().isEmpty() ? "" : " " + index.name()) + " on " + table + " ("
                + columns + "), and " + search.use().query().label() + " still searches by it" + others(others)
                + ": no other index serves that, so the database walks the whole table. Keep the index, replace it by one that "
                + "begins with the same columns, or drop it once nobody asks so any more.";
        return card.finding(search.certainty(), first.dropped().place(), message)
                .about(table + "." + columns.replace(", ", "+"), new Finding.Identity(table, index.name(), 0))
                .related(related(losses, index))
                .costing("rows of " + table + " read, instead of the rows that match")
                .reachedFrom(search.use().site().entryPoint())
                .weighing(new Weight(0, model.size(search.table())));
    }

    private static List<Step> related(List<Loss> losses, Index index) {
        Set<Step> steps = new LinkedHashSet<>();
        losses.stream().sorted(SUREST_FIRST).forEach(each -> steps.add(new Step(each.search().place(),
                each.search().use().query().label() + " searches by it")));
        steps.add(new Step(index.place(), "the index is made here"));
        return List.copyOf(steps);
    }

    private static String others(long others) {
        return others == 0 ? "" : others == 1 ? ", as does one more place" : ", as do " + others + " more places";
    }
}
