package dev.seqscan.rules.writing.deriveddeleteloadsentities;

import com.google.auto.service.AutoService;
import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.flow.QueryUse;
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

    /** Rows that are loaded already and removed in a batch cost no more than one statement. */
    private static boolean removesMany(QueryUse use, Model model) {
        Query query = use.query();
        boolean cheap = !query.writing().asksFirst() && query.writing().changes() == Delivery.BATCHED;
        return query.shape().command() == Command.DELETE && query.writing().eachRow() && !use.given().few() && !cheap
                && !model.rows(use).isOne();
    }

    /** One finding for each method of a repository that is called; the first call stands for all. */
    private Optional<Finding> finding(List<QueryUse> uses, Model model, Ordinals ordinals) {
        QueryUse first = uses.get(0);
        Query query = first.query();
        Optional<Entity> entity = query.shape().roots().stream().limit(1)
                .flatMap(root -> model.entities().ofClass(root.entity()).stream()).findFirst();
        return entity.map(each -> {
            List<String> reasons = LoadingReasons.of(each, model.entities());
            Precision precision = reasons.isEmpty() ? Precision.LIKELY : Precision.POSSIBLE;
            boolean declared = !query.place().equals(first.site().place());
            String entryPoint = uses.stream().map(use -> use.site().entryPoint()).filter(name -> !name.isEmpty()).findFirst()
                    .orElse("");
            Finding.Identity identity = declared ? new Finding.Identity(query.label(), query.text(), 0)
                    : ordinals.next(first.site(), query.label());
            return new Finding(card().id(), precision.cap(card().level()), precision, message(first, each, reasons),
                    query.place(), path(first, declared), related(uses, declared), query.label(), cost(first), identity, entryPoint);
        });
    }

    private static String message(QueryUse use, Entity entity, List<String> reasons) {
        Query query = use.query();
        String name = entity.className().substring(entity.className().lastIndexOf('.') + 1);
        String loads = query.writing().asksFirst() || use.given().elements().isEmpty() ? " loads the rows of " + name + " and" : "";
        String what = query.label() + loads + " deletes them one by one. One statement does it: " + query.advice().many() + ".";
        return reasons.isEmpty() ? what
                : what + " It would leave out what else a removal does: " + String.join(", ", reasons) + ".";
    }

    private static String cost(QueryUse use) {
        String elements = use.given().elements();
        if (elements.isEmpty()) {
            return "1 + N statements, N = rows that " + use.query().label() + " deletes";
        }
        return use.query().writing().asksFirst() ? "N selects + N deletes, N = " + elements : "N deletes, N = " + elements;
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
