package dev.seqscan.query;

import dev.seqscan.config.BytecodeEnhancement;
import dev.seqscan.config.PersistenceProvider;
import dev.seqscan.config.Settings;
import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.List;
import java.util.Optional;

/** Tells what a query has loaded with its entities, and what the mapping loads without further statements per row. */
public final class FetchPlans {

    private final EntityModel entities;
    private final PinnedTargets pinned;
    private final int defaultBatchSize;
    private final int deepestJoin;
    private final boolean enhanced;
    private final boolean loadsInverseSides;
    private final boolean cachesAll;

    /** Takes the mapped classes and the settings of an application. */
    public FetchPlans(EntityModel entities, Settings settings) {
        this.entities = entities;
        this.pinned = new PinnedTargets(entities);
        this.defaultBatchSize = settings.number("spring.jpa.properties.hibernate.default-batch-fetch-size",
                "spring.jpa.properties.hibernate.default_batch_fetch_size", "hibernate.default-batch-fetch-size",
                "hibernate.default_batch_fetch_size", "quarkus.hibernate-orm.fetch.batch-size").orElse(1);
        this.deepestJoin = settings.number("hibernate.max-fetch-depth", "hibernate.max_fetch_depth",
                "quarkus.hibernate-orm.fetch.max-depth").orElse(Integer.MAX_VALUE);
        this.enhanced = BytecodeEnhancement.isOn(settings);
        this.loadsInverseSides = PersistenceProvider.of(settings).loadsInverseSides();
        this.cachesAll = PersistenceProvider.cachesAll(settings);
    }

    /** Whether reading the last association of a path costs a statement per row whichever query came before. */
    public boolean isLazyPerRow(Association association) {
        return loadedOtherwise(association).isEmpty();
    }

    /** Why reading an association costs no statement per row whichever query came before; empty where it does. */
    public String loadedOtherwise(Association association) {
        if (isEager(association)) {
            return cannotBeLazy(association) ? "the side of a one-to-one without the foreign key is loaded with its owner"
                    : "it is eager, so it comes with its owner";
        }
        if (batchSize(association) > 1) {
            return "it is loaded in batches of " + batchSize(association);
        }
        if (association.fetchMode() == Association.FetchMode.SUBSELECT) {
            return "one subselect loads it for all rows";
        }
        if (association.cached()) {
            return "it is kept in the second level cache";
        }
        return association.cardinality().isToOne() ? entities.ofClass(association.target())
                .map(target -> isCached(target.className()) ? "its target is kept in the second level cache" : "")
                .orElse("its target is no known entity") : "";
    }

    /** Whether an association is loaded with its owner, by its mapping or since it cannot be otherwise. */
    public boolean isEager(Association association) {
        return association.fetch() == Association.FetchType.EAGER || cannotBeLazy(association);
    }

    /**
     * The side of a one-to-one without the foreign key has no proxy, since nothing in its row says whether there is an
     * object: it is loaded with its owner, whatever the mapping says (Hibernate User Guide, "Bidirectional @OneToOne lazy
     * association"). Only an object that must exist and has the same identifier can be had as a proxy, and enhanced
     * entities do without one.
     */
    boolean cannotBeLazy(Association association) {
        return isInverseOneToOne(association) && loadsInverseSides && !enhanced && (association.optional() || !sharesKey(association));
    }

    static boolean isInverseOneToOne(Association association) {
        return association.cardinality() == Association.Cardinality.ONE_TO_ONE && !association.mappedBy().isEmpty();
    }

    private boolean sharesKey(Association inverse) {
        Optional<Entity> target = entities.ofClass(inverse.target());
        Optional<Association> owning = target.flatMap(each -> each.attribute(inverse.mappedBy()))
                .filter(Association.class::isInstance).map(Association.class::cast);
        List<String> identifier = target.flatMap(new EntityColumns(entities)::identifier).map(ColumnPath::columns).orElse(List.of());
        return owning.filter(each -> each.isId() || !identifier.isEmpty() && identifier.equals(each.joinColumns())).isPresent();
    }

    /** For how many owners, or for how many proxies, one statement loads an association. */
    int batchSize(Association association) {
        int declared = association.cardinality().isToOne()
                ? entities.ofClass(association.target()).map(Entity::batchSize).orElse(1) : association.batchSize();
        return Math.max(declared, defaultBatchSize);
    }

    /** How many joins deep a look-up by identifier loads what is eager. */
    int deepestJoin() {
        return deepestJoin;
    }

    /** Whether rows of an entity are kept in the second level cache. */
    public boolean isCached(String entity) {
        return entities.ofClass(entity).map(each -> each.cached() || cachesAll).orElse(false);
    }

    /** Whether the rows of a query have the last association of a path loaded. */
    public boolean isLoaded(Query query, List<Association> path) {
        String dotted = String.join(".", path.stream().map(Attribute::name).toList());
        return isFetched(query, dotted) || hangsOnOne(query, path) || isAmongLoaded(query, path, dotted);
    }

    /** The default version of a tool is one of its versions: where these were loaded with the tool, so was that one. */
    private boolean isAmongLoaded(Query query, List<Association> path, String dotted) {
        if (path.isEmpty() || !path.get(path.size() - 1).cardinality().isToOne()) {
            return false;
        }
        Association last = path.get(path.size() - 1);
        String owner = path.size() == 1 ? query.entity() : path.get(path.size() - 2).target();
        String before = dotted.substring(0, dotted.length() - last.name().length());
        return entities.ofClass(owner).stream().flatMap(each -> each.attributes().stream())
                .filter(Association.class::isInstance).map(Association.class::cast)
                .anyMatch(list -> list.cardinality() == Association.Cardinality.ONE_TO_MANY && holds(list, last.target())
                        && (isEager(list) || isFetched(query, before + list.name())));
    }

    /** Whether a list is of a class, or of one above it. */
    private boolean holds(Association list, String target) {
        return list.target().equals(target) || entities.ofClass(list.target()).stream()
                .flatMap(each -> entities.subclasses(each).stream()).anyMatch(each -> each.className().equals(target));
    }

    /** Whether a path starts with an object that all rows have in common and goes on over single ones. */
    private boolean hangsOnOne(Query query, List<Association> path) {
        String walked = "";
        for (int i = 0; i < path.size() && path.get(i).cardinality().isToOne(); i++) {
            walked += (i == 0 ? "" : ".") + path.get(i).name();
            if (isPinned(query, walked, path.get(i))) {
                return path.subList(i, path.size() - 1).stream().allMatch(each -> each.cardinality().isToOne());
            }
        }
        return false;
    }

    /** Whether the statement itself loads a path. */
    boolean isFetched(Query query, String path) {
        return query.shape().fetches().stream().anyMatch(fetch -> fetch.equals(path) || fetch.startsWith(path + "."));
    }

    /** {@code where o.customer = :c}: all rows have the same one, so at most one statement loads it. */
    boolean isPinned(Query query, String path, Association last) {
        return pinned.isOne(query, path, last);
    }

    /** The statements that the rows of a query bring about by themselves, in the order of the paths. */
    public List<FurtherSelect> furtherSelects(Query query) {
        return new EagerSelects(entities, this, query).find();
    }
}
