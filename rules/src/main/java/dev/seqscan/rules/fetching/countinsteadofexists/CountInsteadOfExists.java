package dev.seqscan.rules.fetching.countinsteadofexists;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.ResultUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.NamedValues;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Table;
import java.util.List;
import java.util.function.Consumer;

/** Reports counts of many rows of which is asked only whether there are any. */
@AutoService(Rule.class)
public final class CountInsteadOfExists implements Rule {

    private static final Certainty FEW = Certainty.possible("few rows may match, which are counted as fast");

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "the first that matches");
        NamedValues values = new NamedValues(model);
        TableSearch.forEach(model, access -> access.root().stream(), search -> {
            if (asksWhetherAny(search.use()) && !model.rows(search.use()).isOne()) {
                found.add(search, List.of(search.use().query().label()),
                        values.findFew(search) ? FEW : Certainty.PROVEN, message(search));
            }
        });
        TableSearch.forEach(model, TableAccess::all, search -> {
            if (counts(search.use().query().shape(), search.table())) {
                found.add(search, List.of(search.use().query().label()), Certainty.PROVEN, perRow(search));
            }
        });
        found.give(findings);
    }

    private static boolean asksWhetherAny(QueryUse use) {
        QueryShape shape = use.query().shape();
        return use.result() == ResultUse.WHETHER_ANY && shape.command() == QueryShape.Command.SELECT && !shape.grouped()
                && shape.limit().equals(QueryShape.Limit.NONE);
    }

    private static boolean counts(QueryShape shape, Table table) {
        return shape.traits(QueryShape.Trait.Kind.COUNTS_TO_TEST).stream().anyMatch(each -> each.tables().contains(table.name()));
    }

    private static String perRow(TableSearch search) {
        return search.database() + " counts the rows of " + search.table().name() + " in a subquery (" + search.use().query().label()
                + "), for each row around it once more, but the number is only compared with zero. Ask with EXISTS, which ends at the"
                + " first row and can be joined.";
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
