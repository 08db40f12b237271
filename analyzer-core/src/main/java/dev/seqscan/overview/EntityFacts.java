package dev.seqscan.overview;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.flow.QueryUse;
import dev.seqscan.overview.Overview.Link;
import dev.seqscan.overview.Overview.MappedEntity;
import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.query.FetchPlans;
import dev.seqscan.rule.Model;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Entities, their associations, and the queries that load these. */
final class EntityFacts {

    private static final int MOST_QUERIES = 50;
    private static final Comparator<Statement> ORDER = Comparator.comparing(Statement::label)
            .thenComparing(Statement::place).thenComparing(Statement::text);

    private final Map<String, Entity> entities = new TreeMap<>();
    private final Map<String, SortedSet<Statement>> loaders = new TreeMap<>();
    /** What modules say of how an association is loaded besides; they may have settings of their own. */
    private final Map<String, SortedSet<String>> otherwise = new TreeMap<>();

    void add(Model model) {
        model.entities().all().stream().filter(each -> each.kind() == Entity.Kind.ENTITY)
                .forEach(each -> entities.putIfAbsent(each.className(), each));
        model.flow().queryUses().forEach(use -> addFetches(use, model.entities()));
        Map<String, QueryUse> byModule = new TreeMap<>();
        model.flow().queryUses().forEach(use -> byModule.putIfAbsent(use.module(), use));
        byModule.values().forEach(use -> addPlans(model, new FetchPlans(model.entities(), model.settings(use))));
    }

    private void addPlans(Model model, FetchPlans plans) {
        model.entities().all().forEach(entity -> associations(entity).forEach(each -> otherwise
                .computeIfAbsent(key(each), name -> new TreeSet<>()).add(plans.loadedOtherwise(each))));
    }

    private static Stream<Association> associations(Entity entity) {
        return entity.attributes().stream().filter(Association.class::isInstance).map(Association.class::cast);
    }

    private void addFetches(QueryUse use, EntityModel model) {
        for (String path : use.query().shape().fetches()) {
            model.ofClass(use.query().entity()).map(root -> model.resolve(root, Arrays.asList(path.split("\\."))))
                    .filter(steps -> !steps.isEmpty()).map(steps -> steps.get(steps.size() - 1))
                    .ifPresent(last -> loaders.computeIfAbsent(key(last), name -> new TreeSet<>(ORDER))
                            .add(Statements.of(use.query())));
        }
    }

    private static String key(Attribute attribute) {
        return attribute.owner() + "#" + attribute.name();
    }

    List<MappedEntity> all() {
        return entities.values().stream().map(this::mapped).toList();
    }

    private MappedEntity mapped(Entity entity) {
        List<Link> links = associations(entity).map(this::link).toList();
        return new MappedEntity(entity.name(), entity.className(), entity.table(), entity.batchSize(), entity.cached(),
                entity.place(), links);
    }

    private Link link(Association association) {
        String mode = association.fetchMode() == Association.FetchMode.DEFAULT ? "" : Statements.words(association.fetchMode());
        SortedSet<String> said = otherwise.getOrDefault(key(association), new TreeSet<>());
        List<Statement> loadedBy = loaders.getOrDefault(key(association), new TreeSet<>(ORDER)).stream()
                .limit(MOST_QUERIES).toList();
        return new Link(association.name(), association.owner(), association.target(),
                Statements.words(association.cardinality()), association.fetch() == Association.FetchType.EAGER,
                association.explicitFetch(), mode, association.batchSize(),
                said.size() == 1 ? said.first() : "", association.place(), loadedBy);
    }
}
