package dev.seqscan.rules.fetching.countinsteadofexists;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.ResultUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.RowEstimate;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import java.util.List;
import java.util.function.Consumer;

/** Reports counts of many rows of which is asked only whether there are any. */
@AutoService(Rule.class)
public final class CountInsteadOfExists implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "the first that matches");
        Selectivity selectivity = new Selectivity(model.entities());
        ReferenceTables references = new ReferenceTables(model.flow().queryUses());
        TableSearch.forEach(model, access -> access.root().stream(), search -> {
            QueryUse use = search.use();
            RowEstimate rows = model.rows(use);
            if (asksWhetherAny(use) && !rows.isOne()) {
                boolean names = rows.isLimited() || use.query().shape().predicates().stream()
                        .anyMatch(each -> namesFew(search, each, selectivity, references));
                Certainty certainty = names ? Certainty.possible("few rows may match, which are counted as fast") : Certainty.PROVEN;
                found.add(search, List.of(use.query().label()), certainty, message(search));
            }
        });
        found.give(findings);
    }

    private static boolean asksWhetherAny(QueryUse use) {
        QueryShape shape = use.query().shape();
        return use.result() == ResultUse.WHETHER_ANY && shape.command() == QueryShape.Command.SELECT && !shape.grouped()
                && shape.limit().equals(QueryShape.Limit.NONE);
    }

    /** A value that is told at run time and names no kind, as an address, is shared by a few rows most often. */
    private static boolean namesFew(TableSearch search, Predicate predicate, Selectivity selectivity, ReferenceTables references) {
        return predicate.table().equals(search.table().name()) && predicate.clause() == Clause.WHERE && !predicate.optional()
                && predicate.disjunction() == 0 && predicate.value() == Value.PARAMETER && Selectivity.pins(predicate)
                && search.table().foreignKeys().stream().noneMatch(key -> key.columns().contains(predicate.column()))
                && selectivity.isSelective(search.table(), predicate) && !selectivity.isOneOfFew(search.table(), predicate)
                && !references.tellsKind(search.table(), predicate, search.access().schema());
    }

    private static String message(TableSearch search) {
        Query query = search.use().query();
        String name = query.label().substring(query.label().lastIndexOf('.') + 1);
        boolean derived = query.kind() == Query.Kind.DERIVED && name.startsWith("count");
        String exists = derived ? "exists" + name.substring("count".length()) : "EXISTS";
        return search.database() + " counts all rows of " + search.table().name() + " that match (" + query.label()
                + "), but it is asked only whether there is one. Ask that with " + exists + ", which ends at the first row.";
    }
}
