package dev.seqscan.rules.paging.expensivepagecount;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.ResultUse;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.NamedValues;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableSearch;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports pages whose rows are counted as a whole each time, although nobody reads the number. */
@AutoService(Rule.class)
public final class ExpensivePageCount implements Rule {

    private static final Certainty FEW = Certainty.possible("few rows may match, which are counted fast");

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model, "a page of them");
        NamedValues values = new NamedValues(model);
        Set<String> shown = model.flow().queryUses().stream().filter(each -> each.result() != ResultUse.ROWS_ALONE)
                .map(each -> each.query().label()).collect(Collectors.toSet());
        TableSearch.forEach(model, access -> access.root().stream(), search -> {
            QueryUse use = search.use();
            boolean unread = use.result() == ResultUse.ROWS_ALONE && !shown.contains(use.query().label());
            if (unread && !model.rows(use).isOne()) {
                found.add(search, List.of(use.query().label()), values.findFew(search) ? FEW : Certainty.PROVEN, message(search));
            }
        });
        found.give(findings);
    }

    private static String message(TableSearch search) {
        return "With each page " + search.use().query().label() + " counts all rows of " + search.table().name()
                + " that match, but the number is never read. Ask for a part without a number (Slice, List), "
                + "which reads the page alone.";
    }
}
