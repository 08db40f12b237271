package dev.seqscan.rules.fetching.unboundedquery;

import com.google.auto.service.AutoService;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.LoadedRows;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.rule.Growth;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reports queries that a request or job sends and that load all rows of a table which grows. */
@AutoService(Rule.class)
public final class UnboundedQuery implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        Ordinals ordinals = new Ordinals();
        Set<QueryUse> judged = judgedElsewhere(model);
        for (QueryUse use : model.flow().queryUses()) {
            if (loadsAll(use.query()) && !use.site().entryPoint().isEmpty() && !judged.contains(use)) {
                stored(use, model).filter(table -> model.isWritten(table.name()) && !model.isSmall(table)
                        && !model.growth(table.name()).isSmall())
                        .ifPresent(table -> findings.accept(finding(use, table, model, card, ordinals)));
            }
        }
    }

    /** Where all uses of the rows are known, more can be said than that there are many. */
    private static Set<QueryUse> judgedElsewhere(Model model) {
        Set<QueryUse> judged = new HashSet<>();
        for (LoadedRows rows : model.flow().loadedRows()) {
            judged.addAll(rows.queries());
        }
        return judged;
    }

    private static boolean loadsAll(Query query) {
        QueryShape shape = query.shape();
        boolean whole = switch (shape.projection()) {
            case ENTITY, ALL_COLUMNS -> true;
            default -> false;
        };
        boolean one = shape.roots().stream().filter(each -> each.path().isEmpty()).count() == 1;
        return whole && one && query.rows() == Query.Rows.MANY && query.paging().form() == Query.Paging.Form.NONE
                && shape.limit().equals(Limit.NONE) && shape.predicates().isEmpty() && shape.unknown().isEmpty()
                && !shape.grouped() && !query.cached() && shape.command() == QueryShape.Command.SELECT;
    }

    private static Optional<Table> stored(QueryUse use, Model model) {
        String name = use.query().shape().roots().get(0).table();
        return model.schemas(use).stream().flatMap(schema -> schema.table(name).stream())
                .filter(table -> table.kind() == Table.Kind.TABLE || table.kind() == Table.Kind.PARTITIONED).findFirst();
    }

    private static Certainty certainty(QueryUse use, Growth growth, Model model) {
        if (!growth.isGrowing()) {
            return Certainty.possible("nothing tells that the table grows");
        }
        return model.flow().vagueMethods().contains(use.site().enclosing())
                ? Certainty.possible("who calls the method may mean many others as well")
                : Certainty.likely("how many rows there are is not known");
    }

    private static Finding finding(QueryUse use, Table table, Model model, RuleCard card, Ordinals ordinals) {
        Query query = use.query();
        Growth growth = model.growth(table.name());
        String grows = growth.isGrowing() ? ", and there may be many: " + growth.reason() : "";
        String message = query.label() + " loads all rows of " + table.name() + " at once" + grows
                + ". Ask for a page, or read the rows in chunks.";
        List<Step> path = query.place().equals(use.site().place()) ? List.of()
                : List.of(new Step(query.place(), query.label() + " is declared here"));
        return card.finding(certainty(use, growth, model), use.site().place(), message)
                .about(query.label(), ordinals.next(use.site(), query.label()))
                .path(path)
                .related(List.of(new Step(table.place(), "the table " + table.name())))
                .costing("N rows in memory, N = rows of " + table.name())
                .reachedFrom(use.site().entryPoint());
    }
}
