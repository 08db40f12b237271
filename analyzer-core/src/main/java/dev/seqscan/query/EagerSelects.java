package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.FurtherSelect.Repeat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the eager associations that a query leaves to statements of their own. A query joins what it fetches and nothing
 * else; only a look-up by identifier joins the eager associations of the mapping (Hibernate User Guide, "Fetching", "Direct
 * fetching vs. entity queries"). The statement that loads a target is such a look-up, so that chains end there, but for
 * what even that does not join: what is mapped to be selected, each bag after the first, and what lies too deep.
 */
final class EagerSelects {

    private static final int DEEPEST = 6;

    private final EntityModel entities;
    private final FetchPlans plans;
    private final Query query;
    private final List<FurtherSelect> found = new ArrayList<>();
    private final Set<Association> loaded = new HashSet<>();
    /** Paths at the end of which all rows have the same object. */
    private final Set<String> shared = new HashSet<>();

    EagerSelects(EntityModel entities, FetchPlans plans, Query query) {
        this.entities = entities;
        this.plans = plans;
        this.query = query;
    }

    List<FurtherSelect> find() {
        if (yieldsEntities()) {
            entities.ofClass(query.entity()).ifPresent(entity -> walk(entity, "", null, 0));
        }
        found.sort(Comparator.comparing(FurtherSelect::path));
        return List.copyOf(found);
    }

    private boolean yieldsEntities() {
        boolean whole = switch (query.shape().projection()) {
            case ENTITY, ALL_COLUMNS -> true;
            case COLUMNS, CONSTRUCTOR, COUNT, EXISTS, AGGREGATE, NONE -> false;
        };
        return whole && query.shape().command() == QueryShape.Command.SELECT && query.kind() != Query.Kind.LOOKUP_BY_ID
                && !query.cached();
    }

    /** Walks what the statement loads together; {@code by} is the association that leads to it. */
    private void walk(Entity entity, String prefix, Association by, int depth) {
        for (Attribute attribute : attributes(entity)) {
            String path = prefix + attribute.name();
            if (depth < DEEPEST && attribute instanceof Attribute.Embedded embedded) {
                entities.ofClass(embedded.type()).ifPresent(type -> walk(type, path + ".", null, depth + 1));
            } else if (attribute instanceof Association association && !leadsBack(by, association) && !isAmongRows(entity, association)) {
                association(association, path, depth);
            }
        }
    }

    /** The rows of a query may be of any subclass. */
    private Set<Attribute> attributes(Entity entity) {
        Set<Attribute> attributes = new LinkedHashSet<>(entity.attributes());
        if (entity.kind() == Entity.Kind.ENTITY) {
            entities.subclasses(entity).forEach(each -> attributes.addAll(each.attributes()));
        }
        return attributes;
    }

    private static boolean leadsBack(Association by, Association back) {
        return by != null && (back.name().equals(by.mappedBy()) || by.name().equals(back.mappedBy()))
                && back.cardinality().isToOne();
    }

    /** {@code select c from Category c}: the parent of each is one of the rows. */
    private boolean isAmongRows(Entity entity, Association association) {
        boolean whole = query.shape().predicates().isEmpty() && query.shape().limit().equals(QueryShape.Limit.NONE)
                && query.paging().form() == Query.Paging.Form.NONE && query.shape().unknown().isEmpty();
        return whole && association.cardinality() == Association.Cardinality.MANY_TO_ONE
                && association.target().equals(entity.className());
    }

    private void association(Association association, String path, int depth) {
        remember(association, path);
        if (plans.isFetched(query, path)) {
            if (depth < DEEPEST) {
                entities.ofClass(association.target()).ifPresent(target -> walk(target, path + ".", association, depth + 1));
            }
            return;
        }
        boolean asked = plans.isEager(association) && (!query.fetchesNothingElse() || plans.cannotBeLazy(association));
        if (asked && isKnown(association) && !isCached(association)) {
            found.add(select(association, path));
            loader(association, path, 1);
        }
    }

    /** Walks what the statement of a look-up joins; {@code level} is how many joins deep that is. */
    private void loader(Association by, String path, int level) {
        Entity target = entities.ofClass(by.target()).orElse(null);
        if (target == null || level > DEEPEST || !loaded.add(by)) {
            return;
        }
        boolean bag = by.container() == Association.Container.BAG;
        for (Attribute attribute : attributes(target)) {
            if (!(attribute instanceof Association association) || !plans.isEager(association) || leadsBack(by, association)
                    || !isKnown(association) || isCached(association)) {
                continue;
            }
            boolean secondBag = bag && association.container() == Association.Container.BAG;
            bag |= association.container() == Association.Container.BAG;
            remember(association, path + "." + association.name());
            boolean joined = !secondBag && level <= plans.deepestJoin() && joins(association);
            if (!joined) {
                found.add(select(association, path + "." + association.name()));
            }
            loader(association, path + "." + association.name(), joined ? level + 1 : 1);
        }
    }

    /** All rows have one target, or reach it from one that they have in common. */
    private void remember(Association association, String path) {
        if (association.cardinality().isToOne() && (isOfOne(path) || plans.isPinned(query, path, association))) {
            shared.add(path);
        }
    }

    /** Whether the owner of an association is one object for all rows. */
    private boolean isOfOne(String path) {
        return path.contains(".") && shared.contains(path.substring(0, path.lastIndexOf('.')));
    }

    private static boolean joins(Association association) {
        return association.fetchMode() == Association.FetchMode.DEFAULT || association.fetchMode() == Association.FetchMode.JOIN;
    }

    /** Of a target whose mapping is not read it is not known whether it is cached, or loaded in batches. */
    private boolean isKnown(Association association) {
        return !association.cardinality().isToOne() || entities.ofClass(association.target()).isPresent();
    }

    private boolean isCached(Association association) {
        boolean elements = plans.isCached(association.target())
                || association.cardinality() == Association.Cardinality.ELEMENT_COLLECTION;
        return elements && (association.cardinality().isToOne() ? association.mappedBy().isEmpty() : association.cached());
    }

    /** The inverse side of a one-to-one is looked up by the foreign key of the other side, which knows no batches. */
    private FurtherSelect select(Association association, String path) {
        boolean toOne = association.cardinality().isToOne();
        if (!toOne && association.fetchMode() == Association.FetchMode.SUBSELECT || isOfOne(path)
                || shared.contains(path)) {
            return new FurtherSelect(path, association, Repeat.ONCE, 1);
        }
        int size = plans.batchSize(association);
        if (size > 1 && !FetchPlans.isInverseOneToOne(association)) {
            return new FurtherSelect(path, association, Repeat.PER_BATCH, size);
        }
        boolean shared = association.cardinality() == Association.Cardinality.MANY_TO_ONE;
        return new FurtherSelect(path, association, shared ? Repeat.PER_TARGET : Repeat.PER_OWNER, 1);
    }
}
