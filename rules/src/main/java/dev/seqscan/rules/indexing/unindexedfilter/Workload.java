package dev.seqscan.rules.indexing.unindexedfilter;

import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.flow.Site;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Selectivity;
import dev.seqscan.rule.TableDoubts;
import dev.seqscan.rule.Tenancy;
import java.util.Set;
import java.util.stream.Collectors;

/** What all statements and tables of an application tell that one statement alone does not. */
record Workload(Model model, Selectivity selectivity, Tenancy tenancy, TableDoubts doubts, ColumnOrder order, Set<Site> repeated) {

    static Workload of(Model model) {
        return new Workload(model, new Selectivity(model.entities()), model.tenancy(), new TableDoubts(model),
                new ColumnOrder(model.flow().queryUses()),
                model.flow().repeatedStatements().stream().map(RepeatedStatement::site).collect(Collectors.toSet()));
    }
}
