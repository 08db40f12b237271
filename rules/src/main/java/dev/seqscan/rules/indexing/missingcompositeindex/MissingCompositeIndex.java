package dev.seqscan.rules.indexing.missingcompositeindex;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.RowEstimate;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.TableAccess;
import dev.seqscan.rule.TableSearch;
import dev.seqscan.schema.Index;
import dev.seqscan.schema.IndexStatement;
import dev.seqscan.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports statements whose rows an index finds by a value alone that many rows share, where one over more columns finds a few. */
@AutoService(Rule.class)
public final class MissingCompositeIndex implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        SharedValues values = new SharedValues(model);
        TableSearch.forEach(model, MissingCompositeIndex::found, search -> check(search, values, model, found));
        found.give(findings);
    }

    private static Stream<Table> found(TableAccess access) {
        return access.tables().stream().filter(table -> access.standsAlone(table) && !access.walks(table)
                && access.optional(table.name()).isEmpty());
    }

    private static void check(TableSearch search, SharedValues values, Model model, SearchFindings found) {
        RowEstimate rows = model.rows(search.use());
        boolean few = rows.isOne() || rows.amount() == RowEstimate.Amount.FEW;
        if (!few) {
            new CompositeSearch(search, values).missing().ifPresent(missing -> found.add(search,
                    missing.parts().stream().map(Index.Part::column).toList(), certainty(search, missing, model), message(search, missing),
                    List.of(search.need(missing.parts().subList(0, missing.pinned()),
                            missing.parts().subList(missing.pinned(), missing.parts().size())))));
        }
    }

    private static Certainty certainty(TableSearch search, CompositeSearch.Missing missing, Model model) {
        if (!model.growth(search.table().name()).isLarge()) {
            return Certainty.possible("nothing tells that the table gets so many rows");
        }
        if (missing.shared().stream().anyMatch(each -> each.value() != Value.PARAMETER)) {
            return Certainty.possible("the value that is asked for may be that of a few rows");
        }
        return search.use().site().entryPoint().isEmpty() ? Certainty.possible("no request and no job is seen to send it")
                : Certainty.PROVEN;
    }

    private static String message(TableSearch search, CompositeSearch.Missing missing) {
        String table = search.table().name();
        String shared = missing.shared().stream().map(Predicate::column).collect(Collectors.joining(", "));
        String name = missing.used().name().isEmpty() ? "the index on " + String.join(", ", missing.used().leadingColumns())
                : missing.used().name();
        return search.database() + " reads all rows of " + table + " with one value of " + shared + " " + missing.goal() + " ("
                + search.use().query().label() + "): " + name + " holds nothing else that is asked for, and many rows may share a"
                + " value. One index finds just those: " + cure(search, missing);
    }

    private static String cure(TableSearch search, CompositeSearch.Missing missing) {
        List<Index.Part> parts = new ArrayList<>(missing.parts());
        if (!search.tenant().isEmpty()) {
            parts.add(0, Index.Part.of(search.tenant()));
        }
        boolean replaces = search.tenant().isEmpty() && missing.replacesUsed() && !missing.used().name().isEmpty();
        return IndexStatement.create(search.product(), search.table(), parts, Set.of()).orElseThrow() + "."
                + (replaces ? " It does what " + missing.used().name() + " does, which can go." : "");
    }
}
