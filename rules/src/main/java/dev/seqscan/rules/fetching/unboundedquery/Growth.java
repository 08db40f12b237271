package dev.seqscan.rules.fetching.unboundedquery;

import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.flow.RepeatedStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.schema.Table;
import dev.seqscan.source.Place;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What tells that a table grows: how the program and the schema treat it. */
final class Growth {

    private final Map<String, Step> reasons = new TreeMap<>();
    private final Model model;
    private final ReferenceTables references;

    private Growth(Model model) {
        this.model = model;
        this.references = new ReferenceTables(model.flow().queryUses());
    }

    static Growth of(Model model) {
        Growth growth = new Growth(model);
        for (RepeatedStatement each : model.flow().repeatedStatements()) {
            each.queries().stream().filter(query -> query.shape().command() == QueryShape.Command.INSERT)
                    .forEach(query -> growth.note(query, each.site().place(), "rows are inserted in a loop"));
        }
        model.flow().queryUses().forEach(growth::note);
        return growth;
    }

    private void note(QueryUse use) {
        Query query = use.query();
        if (query.paging().form() == Query.Paging.Form.OFFSET || query.paging().form() == Query.Paging.Form.KEYSET) {
            note(query, use.site().place(), "the table is read in pages elsewhere");
        }
        boolean purges = query.shape().command() == QueryShape.Command.DELETE && query.shape().predicates().stream()
                .anyMatch(each -> each.operator() == QueryShape.Operator.RANGE);
        if (purges) {
            note(query, use.site().place(), "old rows are purged");
        }
    }

    private void note(Query query, Place place, String reason) {
        String table = query.shape().roots().isEmpty() ? entityTable(query) : query.shape().roots().get(0).table();
        if (!table.isEmpty()) {
            reasons.putIfAbsent(table, new Step(place, reason));
        }
    }

    private String entityTable(Query query) {
        return model.entities().ofClass(query.entity()).map(each -> each.table()).orElse("");
    }

    /** Why a table grows; empty where nothing tells. */
    Optional<Step> reason(Table table) {
        if (!model.isWritten(table.name()) || references.holds(table) && !reasons.containsKey(table.name())) {
            return Optional.empty();
        }
        if (table.kind() == Table.Kind.PARTITIONED) {
            return Optional.of(new Step(table.place(), "it is partitioned"));
        }
        return Optional.ofNullable(reasons.get(table.name()));
    }
}
