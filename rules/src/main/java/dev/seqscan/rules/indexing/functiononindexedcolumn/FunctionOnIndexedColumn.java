package dev.seqscan.rules.indexing.functiononindexedcolumn;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.Alternatives;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.HiddenIndex;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports conditions with a function around a column that has an index, so that the database walks the table all the same. */
@AutoService(Rule.class)
public final class FunctionOnIndexedColumn implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        TableSearch.forEach(model, search -> check(search, found));
        found.give(findings);
    }

    private static void check(TableSearch search, SearchFindings found) {
        for (Map.Entry<Integer, List<Predicate>> group : search.conditions().entrySet()) {
            boolean served = Alternatives.branches(group.getValue()).stream().allMatch(each -> isServed(search, each));
            if (group.getKey() == 0 || served) {
                group.getValue().forEach(each -> hidden(search, each).ifPresent(index ->
                        report(search, each, index, Certainty.PROVEN, found)));
            }
        }
        List<Predicate> optional = search.access().optional(search.table().name());
        if (!search.access().servesSome(search.table(), optional)) {
            optional.forEach(each -> hidden(search, each).ifPresent(index -> report(search, each, index,
                    Certainty.possible("a parameter may switch the condition off"), found)));
        }
    }

    /** Whether an alternative is found by an index, or would be without the function. */
    private static boolean isServed(TableSearch search, List<Predicate> alternative) {
        return search.access().servesBranch(search.table(), alternative) || alternative.stream()
                .anyMatch(each -> each.table().equals(search.table().name()) && hidden(search, each).isPresent());
    }

    private static Optional<Index> hidden(TableSearch search, Predicate predicate) {
        return HiddenIndex.of(search.table(), predicate, search.product());
    }

    private static void report(TableSearch search, Predicate predicate, Index index, Certainty certainty, SearchFindings found) {
        String on = search.oneOfSeveral() ? "On " + search.product().title() + " the database" : "The database";
        String name = index.origin() == Index.Origin.PRIMARY_KEY ? "the primary key"
                : index.name().isEmpty() ? "the index on " + predicate.column() : "the index " + index.name();
        String asked = predicate.function() + "(" + predicate.column() + ")";
        found.add(search, List.of(asked), certainty, on + " walks the whole table " + search.table().name()
                + " although " + predicate.column() + " has an index (" + search.use().query().label() + "): " + name
                + " cannot be searched for " + asked + ". "
                + PlainColumn.advice(search, predicate));
    }
}
