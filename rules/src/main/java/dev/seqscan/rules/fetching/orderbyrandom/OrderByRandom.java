package dev.seqscan.rules.fetching.orderbyrandom;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.NamedValues;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableSearch;
import java.util.List;
import java.util.function.Consumer;

/** Reports statements that sort the rows of a table that grows by a random number. */
@AutoService(Rule.class)
public final class OrderByRandom implements Rule {

    private static final Certainty FEW = Certainty.possible("few rows may match, which are sorted fast");

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "those that are drawn");
        NamedValues values = new NamedValues(model);
        TableSearch.forEach(model, access -> access.root().stream(), search -> {
            QueryShape shape = search.use().query().shape();
            if (!shape.traits(QueryShape.Trait.Kind.RANDOM_ORDER).isEmpty() && !model.rows(search.use()).isOne()) {
                found.add(search, List.of(search.use().query().label()), values.findFew(search) ? FEW : Certainty.PROVEN,
                        message(search));
            }
        });
        found.give(findings);
    }

    private static String message(TableSearch search) {
        return search.database() + " reads all rows of " + search.table().name() + " that match and sorts them by a random number ("
                + search.use().query().label() + "), to give a few of them: no index helps, and it takes longer as the table grows. "
                + "Draw identifiers in the program and read these rows, or take a sample of the table.";
    }
}
