package dev.seqscan.rules.writing.deriveddeleteloadsentities;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.query.FetchPlans;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Delivery;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.rule.Model;
import dev.seqscan.rule.Ordinals;
import dev.seqscan.rule.Rule;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reports deletes of many rows that load the entities and remove them one by one. */
@AutoService(Rule.class)
public final class DerivedDeleteLoadsEntities implements Rule {

    @Override
    public void check(Model model, Consumer<Finding> findings) {
        Ordinals ordinals = new Ordinals();
        Set<Place> inLoops = model.flow().repeatedStatements().stream()
                .map(each -> each.chain().get(each.chain().size() - 1).place()).collect(Collectors.toSet());
        Map<Place, List<QueryUse>> declared = new LinkedHashMap<>();
        for (QueryUse use : model.flow().queryUses()) {
            if (removesMany(use, model) && !inLoops.contains(use.site().place())) {
                declared.computeIfAbsent(use.query().place(), key -> new ArrayList<>()).add(use);
            }
        }
        declared.values().forEach(uses -> finding(uses, model, ordinals).ifPresent(findings));
    }

    /** Rows that are loaded already and removed in a batch cost no more than one statement, if nothing else goes with them. */
    private static boolean removesMany(QueryUse use, Model model) {
        Query query = use.query();
        boolean cheap = !query.writing().asksFirst() && query.writing().changes() == Delivery.BATCHED
                && loadedForEach(use, model).isEmpty();
        return query.shape().command() == Command.DELETE && query.writing().eachRow() && !use.given().few() && !cheap
                && !model.rows(use).isOne();
    }

    private static Optional<Entity> entity(QueryUse use, Model model) {
        return use.query().shape().roots().stream().limit(1)
                .flatMap(root -> model.entities().ofClass(root.entity()).stream()).findFirst();
    }

    private static List<String> loadedForEach(QueryUse use, Model model) {
        FetchPlans plans = new FetchPlans(model.entities(), model.settings(use));
        return entity(use, model).map(each -> LoadingReasons.loadedForEach(each, model.entities(), plans).stream()
                .map(Association::label).toList()).orElse(List.of());
    }

    /** One finding for each method of a repository that is called; the first call stands for all. */
    private Optional<Finding> finding(List<QueryUse> uses, Model model, Ordinals ordinals) {
        QueryUse first = uses.get(0);
        Query query = first.query();
        return entity(first, model).map(each -> {
            List<String> reasons = LoadingReasons.of(each, model.entities());
            List<String> loaded = loadedForEach(first, model);
            boolean parts = !loaded.isEmpty() && LoadingReasons.areCascades(each, model.entities());
            Certainty certainty = reasons.isEmpty() || parts
                    ? Certainty.likely("how many rows there are is not known")
                    : Certainty.possible("a removal does more than to delete the row");
            boolean declared = !query.place().equals(first.site().place());
            String entryPoint = uses.stream().map(use -> use.site().entryPoint()).filter(name -> !name.isEmpty()).findFirst()
                    .orElse("");
            Finding.Identity identity = declared ? new Finding.Identity(query.label(), query.text(), 0)
                    : ordinals.next(first.site(), query.label());
            return card().finding(certainty, query.place(), message(first, each, reasons, loaded))
                    .about(query.label(), identity)
                    .path(path(first, declared))
                    .related(related(uses, declared))
                    .costing(cost(first, !loaded.isEmpty()))
                    .reachedFrom(entryPoint);
        });
    }

    private static String message(QueryUse use, Entity entity, List<String> reasons, List<String> loaded) {
        Query query = use.query();
        String name = entity.className().substring(entity.className().lastIndexOf('.') + 1);
        String loads = query.writing().asksFirst() || use.given().elements().isEmpty() ? " loads the rows of " + name + " and" : "";
        String parts = loaded.isEmpty() ? "" : " For each of them it loads " + String.join(", ", loaded) + ", to remove that too.";
        String what = query.label() + loads + " deletes them one by one." + parts
                + " One statement does it: " + query.advice().many() + ".";
        return reasons.isEmpty() ? what
                : what + " It would leave out what else a removal does: " + String.join(", ", reasons)
                + (loaded.isEmpty() ? "." : "; delete what hangs on the rows with one statement before.");
    }

    private static String cost(QueryUse use, boolean parts) {
        String elements = use.given().elements();
        String rows = elements.isEmpty() ? "rows that " + use.query().label() + " deletes" : elements;
        if (parts || use.query().writing().asksFirst() && !elements.isEmpty()) {
            return (elements.isEmpty() ? "1 + " : "") + "N selects + N deletes, N = " + rows;
        }
        return (elements.isEmpty() ? "1 + N statements, N = " : "N deletes, N = ") + rows;
    }

    private static List<Step> path(QueryUse use, boolean declared) {
        return !declared ? List.of() : List.of(new Step(use.site().place(), "calls " + use.query().label()),
                new Step(use.query().place(), use.query().label() + " loads the rows and deletes each"));
    }

    private static List<Step> related(List<QueryUse> uses, boolean declared) {
        return !declared ? List.of() : uses.stream().map(QueryUse::site).distinct()
                .map(site -> new Step(site.place(), "called here")).toList();
    }
}
