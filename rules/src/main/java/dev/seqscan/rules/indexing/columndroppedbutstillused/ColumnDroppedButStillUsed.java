package dev.seqscan.rules.indexing.columndroppedbutstillused;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Dropped;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reports migrations that drop a column by which a statement still filters or sorts. */
@AutoService(Rule.class)
public final class ColumnDroppedButStillUsed implements Rule {

    private static final Certainty LIKELY = Certainty.likely("the statement may run on another schema");

    /** A column of a table as a statement names it. */
    private record Named(String table, String column) {
    }

    /** A statement that names a column which is gone. */
    private record Use(QueryUse use, Named named, Place dropped) {

        private boolean isUnreached() {
            return use.site().entryPoint().isEmpty();
        }
    }

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Map<Place, List<Use>> uses = new TreeMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            names(use.query().shape()).distinct().forEach(named -> dropped(named, model.schemas(use)).ifPresent(place ->
                    uses.computeIfAbsent(place, key -> new ArrayList<>()).add(new Use(use, named, place))));
        }
        uses.values().forEach(each -> findings.accept(finding(each, model, card)));
    }

    private static Stream<Named> names(QueryShape shape) {
        return Stream.concat(shape.predicates().stream().map(each -> new Named(each.table(), each.column())),
                shape.order().stream().map(each -> new Named(each.table(), each.column())))
                .filter(each -> !each.table().isEmpty() && !each.column().isEmpty());
    }

    /** Where it was dropped, if no schema that has the table has the column. */
    private static Optional<Place> dropped(Named named, List<Schema> schemas) {
        List<Schema> having = schemas.stream().filter(schema -> schema.table(named.table()).isPresent()).toList();
        boolean kept = having.stream().flatMap(schema -> schema.table(named.table()).stream())
                .anyMatch(table -> table.column(named.column()).isPresent());
        return kept ? Optional.empty() : having.stream().flatMap(schema -> schema.dropped(named.table()).stream())
                .filter(each -> each instanceof Dropped.OfColumn column && column.column().equals(named.column()))
                .map(Dropped::place).reduce((earlier, last) -> last);
    }

    private static Finding finding(List<Use> uses, Model model, RuleCard card) {
        Use first = uses.stream().min(Comparator.comparing((Use each) -> certainty(each, model).precision(), Comparator.reverseOrder())
                .thenComparing(Use::isUnreached).thenComparing(each -> TableSearch.place(each.use()))).orElseThrow();
        Named named = first.named();
        String message = "This drops the column " + named.column() + " of " + named.table() + ", and "
                + first.use().query().label() + " still asks for it: from this version on the statement fails. Change the "
                + "statement first, and drop the column with a later release.";
        Set<Step> related = new LinkedHashSet<>();
        uses.stream().sorted(Comparator.comparing(each -> TableSearch.place(each.use()))).forEach(each -> related.add(
                new Step(TableSearch.place(each.use()), each.use().query().label() + " names the column")));
        return card.finding(certainty(first, model), first.dropped(), message)
                .about(named.table() + "." + named.column(), new Finding.Identity(named.table(), named.column(), 0))
                .related(List.copyOf(related))
                .reachedFrom(first.use().site().entryPoint());
    }

    private static Certainty certainty(Use use, Model model) {
        if (model.flow().unusedMethods().contains(use.use().site().enclosing())) {
            return Certainty.possible("nobody calls the method that sends it");
        }
        if (use.use().atStart()) {
            return Certainty.possible("the statement runs once, when the application is installed");
        }
        return use.use().query().shape().unknown().isEmpty() ? LIKELY
                : Certainty.possible("the statement is not known in full");
    }
}
