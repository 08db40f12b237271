package dev.seqscan.rule;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what a join over an association compares: the foreign key of one side with the identifier of the other. */
public final class AssociationLinks {

    private final EntityModel entities;

    /** Takes the mapping. */
    public AssociationLinks(EntityModel entities) {
        this.entities = entities;
    }

    /** The statement with the comparisons of its joined associations; those over a table of their own are left out. */
    public QueryShape with(QueryShape shape) {
        List<Predicate> all = new ArrayList<>(shape.predicates());
        Optional<Entity> first = shape.roots().stream().findFirst().flatMap(each -> entities.ofClass(each.entity()));
        shape.roots().stream().filter(each -> !each.path().isEmpty() && !each.subquery())
                .forEach(each -> first.ifPresent(entity -> all.addAll(links(entity, each))));
        return shape.withPredicates(all);
    }

    private List<Predicate> links(Entity first, Root joined) {
        List<Attribute> steps = entities.resolve(first, List.of(joined.path().split("\\.")));
        boolean association = !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Association;
        if (!association) {
            return List.of();
        }
        Association last = (Association) steps.get(steps.size() - 1);
        Optional<Entity> target = entities.ofClass(last.target());
        Optional<Entity> owner = steps.size() == 1 ? Optional.of(first)
                : steps.get(steps.size() - 2) instanceof Association before ? entities.ofClass(before.target()) : Optional.empty();
        return target.isEmpty() || owner.isEmpty() ? List.of() : links(owner.get(), last, target.get());
    }

    private List<Predicate> links(Entity owner, Association association, Entity target) {
        if (!association.mappedBy().isEmpty()) {
            Optional<Attribute> other = entities.attributeOf(target, association.mappedBy());
            return other.filter(Association.class::isInstance).map(Association.class::cast)
                    .filter(each -> each.mappedBy().isEmpty()).map(each -> links(target, each, owner)).orElse(List.of());
        }
        List<Attribute> key = target.identifier();
        boolean plain = association.cardinality().isToOne() && association.joinTable().isEmpty()
                && association.joinColumns().size() == 1 && key.size() == 1 && key.get(0) instanceof Attribute.Basic;
        return !plain ? List.of() : List.of(link(entities.tableOf(owner, association), association.joinColumns().get(0)),
                link(entities.tableOf(target, key.get(0)), ((Attribute.Basic) key.get(0)).column()));
    }

    private static Predicate link(String table, String column) {
        return new Predicate(table, column, column, Operator.EQUAL, "", false, 0, Value.COLUMN, Clause.ON);
    }
}
