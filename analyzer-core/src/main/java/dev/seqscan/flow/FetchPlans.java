package dev.seqscan.flow;

import dev.seqscan.config.Settings;
import dev.seqscan.entity.Association;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import java.util.List;

/** Tells what a query has loaded with its entities, and what the mapping loads without further statements per row. */
final class FetchPlans {

    private final EntityModel entities;
    private final int defaultBatchSize;

    FetchPlans(EntityModel entities, Settings settings) {
        this.entities = entities;
        this.defaultBatchSize = settings.number("spring.jpa.properties.hibernate.default-batch-fetch-size",
                "spring.jpa.properties.hibernate.default_batch_fetch_size", "hibernate.default-batch-fetch-size",
                "hibernate.default_batch_fetch_size", "quarkus.hibernate-orm.fetch.batch-size").orElse(1);
    }

    /** Whether reading the last association of a path costs a statement per row whichever query came before. */
    boolean isLazyPerRow(Association association) {
        if (association.fetch() == Association.FetchType.EAGER || defaultBatchSize > 1 || association.batchSize() > 1
                || association.fetchMode() == Association.FetchMode.SUBSELECT || association.cached()) {
            return false;
        }
        if (association.cardinality().isToOne()) {
            return !isInverseOneToOne(association) && entities.ofClass(association.target())
                    .map(target -> target.batchSize() <= 1 && !target.cached()).orElse(false);
        }
        return true;
    }

    /**
     * The side of a one-to-one without the foreign key has no proxy: it is loaded with its owner, whatever the mapping
     * says (Hibernate User Guide, "Bidirectional @OneToOne lazy association").
     */
    private static boolean isInverseOneToOne(Association association) {
        return association.cardinality() == Association.Cardinality.ONE_TO_ONE && !association.mappedBy().isEmpty();
    }

    /** Whether rows of an entity are kept in the second level cache. */
    boolean isCached(String entity) {
        return entities.ofClass(entity).map(Entity::cached).orElse(false);
    }

    /** Whether the rows of a query have the last association of a path loaded. */
    boolean isLoaded(Query query, List<Association> path) {
        String dotted = String.join(".", path.stream().map(Association::name).toList());
        if (query.shape().fetches().stream().anyMatch(fetch -> fetch.equals(dotted) || fetch.startsWith(dotted + "."))) {
            return true;
        }
        return path.size() == 1 && isPinned(query, path.get(0));
    }

    /** {@code where o.customer = :c}: all rows have the same one, so at most one statement loads it. */
    private boolean isPinned(Query query, Association association) {
        if (!association.cardinality().isToOne()) {
            return false;
        }
        return query.shape().predicates().stream().anyMatch(predicate -> !predicate.optional()
                && predicate.disjunction() == 0 && predicate.operator() == QueryShape.Operator.EQUAL
                && (association.joinColumns().contains(predicate.column())
                        || predicate.path().equals(association.name()) || predicate.path().startsWith(association.name() + ".id")));
    }

    /** Whether a query yields entities of a class or of one related to it. */
    boolean yields(Query query, String entity, EntityTypes types) {
        return !query.entity().isEmpty() && !query.writes() && types.related(query.entity(), entity)
                && entities.ofClass(query.entity()).map(Entity::kind).orElse(null) != null;
    }
}
