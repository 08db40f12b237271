package dev.seqscan.rules.fetching.overfetching;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Attribute;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.LoadedRows;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.ReferenceTables;
import dev.seqscan.rule.RowEstimate;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCard;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reports whole entities that are loaded for their number, their existence, a column or two, or a few of them. */
@AutoService(Rule.class)
public final class OverFetching implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        RuleCard card = card();
        int wide = model.options(card).number("wide");
        Ordinals ordinals = new Ordinals();
        for (LoadedRows rows : model.flow().loadedRows()) {
            if (rows.queries().stream().allMatch(use -> loadsAll(use.query()) && !findsOne(use, model))) {
                String doubt = doubt(rows, model);
                Waste.of(rows, model, wide).ifPresent(waste -> findings.accept(finding(rows, waste, doubt, card, ordinals)));
            }
        }
    }

    /**
     * A page of rows, and rows that are limited in number, are few. A derived query whose name is not understood
     * yields entities all the same.
     */
    private static boolean loadsAll(Query query) {
        boolean derived = query.kind() == Query.Kind.DERIVED && query.shape().command() == QueryShape.Command.OTHER;
        return (query.shape().projection() == Projection.ENTITY || derived) && query.paging().form() == Query.Paging.Form.NONE
                && query.shape().limit().equals(Limit.NONE);
    }

    /** A row that is fetched with what belongs to it stands for all of that. */
    private static boolean findsOne(QueryUse use, Model model) {
        return use.query().shape().fetches().isEmpty() && model.rows(use).isOne();
    }

    /** Why the rows of all queries may be few; empty where nothing tells. */
    private static String doubt(LoadedRows rows, Model model) {
        String doubt = "";
        for (QueryUse use : rows.queries()) {
            doubt = doubt(use, rows, model);
            if (doubt.isEmpty()) {
                return "";
            }
        }
        return doubt;
    }

    /** Who asks whether a parent has children, or how many, has loaded a handful. Who compares them has reason to ask for less. */
    private static String doubt(QueryUse use, LoadedRows rows, Model model) {
        QueryShape shape = use.query().shape();
        if (isSmall(use, model)) {
            return "the table looks small";
        }
        if (!rows.uses().attributes().isEmpty() || !rows.uses().filters().isEmpty()) {
            return doubtOfColumns(use, rows, model);
        }
        if (use.query().kind() != Query.Kind.DERIVED && !shape.unknown().isEmpty()) {
            return "not all of its conditions are known, which may leave a few rows";
        }
        RowEstimate estimate = model.rows(use);
        return estimate.isOfOne() && shape.fetches().isEmpty() ? estimate.reason() : "";
    }

    /** Rows that belong to two others at once are a handful; who asks by identifiers has these in hand. */
    private static String doubtOfColumns(QueryUse use, LoadedRows rows, Model model) {
        boolean byIdentifier = use.query().kind() == Query.Kind.CRUD && use.query().acceptsMany()
                && model.entities().ofClass(use.query().entity()).filter(entity -> entity.identifier().stream()
                        .map(Attribute::name).toList().equals(List.copyOf(rows.uses().attributes()))).isPresent();
        if (byIdentifier) {
            return "the identifiers are at hand, and so few as are asked for";
        }
        RowEstimate estimate = model.rows(use);
        boolean few = estimate.amount() == RowEstimate.Amount.FEW && !rows.uses().filters().isEmpty();
        boolean ofOne = estimate.isOfOne() && !isGrowing(use, model) && use.query().shape().fetches().isEmpty();
        return few || ofOne ? estimate.reason() : "";
    }

    private static boolean isGrowing(QueryUse use, Model model) {
        return use.query().shape().roots().stream().limit(1).anyMatch(root -> model.growth(root.table()).isGrowing());
    }

    /** Kinds and units that the migrations bring: a handful of rows that belong to nothing else. */
    private static boolean isSmall(QueryUse use, Model model) {
        String table = use.query().shape().roots().stream().limit(1).map(QueryShape.Root::table).findFirst().orElse("");
        return model.schemas(use).stream().flatMap(schema -> schema.table(table).stream())
                .anyMatch(each -> model.isSmall(each) || each.seededRows() > 1 && !ReferenceTables.dependsOnOthers(each));
    }

    private static Finding finding(LoadedRows rows, Waste waste, String doubt, RuleCard card, Ordinals ordinals) {
        Query query = rows.queries().get(0).query();
        Certainty certainty = doubt.isEmpty() ? waste.certainty() : Certainty.possible(doubt);
        return card.finding(certainty, rows.site().place(), waste.message(query))
                .about(query.label(), ordinals.next(rows.site(), query.label()))
                .path(path(rows))
                .related(declared(rows, query))
                .costing(waste.cost(query))
                .reachedFrom(rows.site().entryPoint());
    }

    private static List<Step> path(LoadedRows rows) {
        List<Step> path = new ArrayList<>();
        for (QueryUse use : rows.queries()) {
            if (!use.site().place().equals(rows.site().place())) {
                path.add(new Step(use.site().place(), use.query().label() + " loads the rows"));
            }
        }
        return List.copyOf(path);
    }

    private static List<Step> declared(LoadedRows rows, Query query) {
        boolean elsewhere = !query.place().equals(rows.queries().get(0).site().place());
        return elsewhere ? List.of(new Step(query.place(), query.label() + " is declared here")) : List.of();
    }
}
