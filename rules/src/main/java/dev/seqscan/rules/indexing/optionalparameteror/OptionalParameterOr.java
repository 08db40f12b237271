package dev.seqscan.rules.indexing.optionalparameteror;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.query.IndexUse;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.SearchFindings;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableSearch;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports statements in which parameters switch off all conditions that an index could find rows by. */
@AutoService(Rule.class)
public final class OptionalParameterOr implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        SearchFindings found = new SearchFindings(card(), model);
        Selectivity selectivity = new Selectivity(model.entities());
        TableSearch.forEach(model, search -> certainty(search)
                .ifPresent(certainty -> check(search, selectivity, certainty, found)));
        found.give(findings);
    }

    /**
     * Which products make one plan for all values: SQL Server and DB2 keep that of a text, Oracle looks at the first values but
     * leaves no condition out for them ("Query hints", RECOMPILE; "Bind Peeking"). PostgreSQL does so where plans for the
     * values were no cheaper in the first five runs (PREPARE, "Notes"). MySQL and MariaDB plan each run with its values.
     */
    private static Optional<Certainty> certainty(TableSearch search) {
        return switch (search.product()) {
            case SQLSERVER, ORACLE, DB2 -> Optional.of(Certainty.PROVEN);
            case POSTGRESQL -> Optional.of(Certainty.possible("PostgreSQL makes one plan for all values only where the "
                    + "first five runs, planned for their values, were no cheaper"));
            default -> Optional.empty();
        };
    }

    /** What another text leaves out, as a mapper file does, is searched where it is asked for. */
    private static void check(TableSearch search, Selectivity selectivity, Certainty certainty, SearchFindings found) {
        boolean picked = search.access().mandatory(search.table().name()).stream()
                .anyMatch(each -> selectivity.isSelective(search.table(), each));
        List<Predicate> lost = search.access().optional(search.table().name()).stream()
                .filter(each -> isFound(search, each, selectivity)).toList();
        if (!picked && !lost.isEmpty() && lost.stream().allMatch(Predicate::switched)) {
            report(search, lost.stream().map(Predicate::column).distinct().sorted().toList(), certainty, found);
        }
    }

    /** Whether an index would find few rows if the condition stood alone; a range may hold most of them. */
    private static boolean isFound(TableSearch search, Predicate predicate, Selectivity selectivity) {
        return predicate.operator() != Operator.RANGE && selectivity.isSelective(search.table(), predicate)
                && IndexUse.isServed(search.table(), predicate, List.of(predicate));
    }

    private static void report(TableSearch search, List<String> columns, Certainty certainty, SearchFindings found) {
        String on = search.oneOfSeveral() ? "On " + search.product().title() + " the database" : "The database";
        String names = String.join(" and ", columns);
        found.add(search, columns, certainty, on + " walks the whole table " + search.table().name() + " although " + names
                + (columns.size() == 1 ? " has an index (" : " have indexes (") + search.use().query().label()
                + "): a parameter may switch each condition off, and one plan must serve all cases, so that it cannot start from "
                + "an index. Leave out of the text what is not asked for: put the query together of the given conditions, "
                + "or write one query for each usual case.");
    }
}
