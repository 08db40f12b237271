package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells whether the condition of a query leaves one target of an association for all its rows: it names the target itself,
 * its identifier, its foreign key, or other attributes that are unique, alone or together.
 */
final class PinnedTargets {

    private final EntityModel entities;

    PinnedTargets(EntityModel entities) {
        this.entities = entities;
    }

    /** Whether all rows have the same object at the end of a path of associations, each to one. */
    boolean isOne(Query query, String path, Association last) {
        if (!last.cardinality().isToOne()) {
            return false;
        }
        List<QueryShape.Predicate> equalities = query.shape().predicates().stream().filter(PinnedTargets::isOneValue).toList();
        List<String> compared = equalities.stream().map(QueryShape.Predicate::path).toList();
        return names(compared, path, last)
                || !path.contains(".") && !last.joinColumns().isEmpty() && last.joinColumns().stream().allMatch(column ->
                        equalities.stream().anyMatch(each -> each.column().equals(column) && ofRows(each, query.shape())));
    }

    /** A comparison that every row of the result passes, with a value that is the same for all of them. */
    private static boolean isOneValue(QueryShape.Predicate predicate) {
        boolean one = predicate.value() == QueryShape.Value.PARAMETER || predicate.value() == QueryShape.Value.CONSTANT
                || predicate.value() == QueryShape.Value.UNKNOWN;
        return one && predicate.operator() == QueryShape.Operator.EQUAL && predicate.clause() == QueryShape.Clause.WHERE
                && !predicate.optional() && predicate.disjunction() == 0 && predicate.function().isEmpty();
    }

    /** Whether paths that are compared name one object at the end of a path: itself, or what is unique of it. */
    private boolean names(List<String> compared, String path, Association last) {
        List<String> below = compared.stream().filter(each -> each.startsWith(path + "."))
                .map(each -> each.substring(path.length() + 1)).toList();
        return compared.contains(path) || below.contains("id")
                || entities.ofClass(last.target()).filter(target -> isUnique(target, below)).isPresent();
    }

    /** Whether objects that share the values of these attributes are one: they hold the identifier or a unique key. */
    private boolean isUnique(Entity target, List<String> attributes) {
        List<Attribute> identifier = target.identifier();
        if (!identifier.isEmpty() && identifier.stream().allMatch(each -> attributes.stream().anyMatch(own -> isWhole(each, own)))) {
            return true;
        }
        Set<String> pinned = attributes.stream().flatMap(each -> columns(target, each).stream()).collect(Collectors.toSet());
        return target.indexes().stream().filter(Entity.DeclaredIndex::unique).map(Entity.DeclaredIndex::columns)
                .anyMatch(key -> !key.isEmpty() && pinned.containsAll(key));
    }

    /** The identifier, or the one value that is embedded in it. */
    private boolean isWhole(Attribute identifier, String attribute) {
        return identifier.name().equals(attribute) || identifier instanceof Attribute.Embedded embedded
                && embedded.nested().size() == 1 && attribute.equals(embedded.name() + "." + embedded.nested().get(0))
                || isNamed(identifier, attribute);
    }

    /** The columns of an attribute, or of an association whose target is named: {@code customer}, {@code customer.id}. */
    private List<String> columns(Entity entity, String path) {
        Optional<Attribute> first = entity.attribute(path.contains(".") ? path.substring(0, path.indexOf('.')) : path);
        if (first.isPresent() && first.get() instanceof Association association) {
            return isNamed(association, path) ? association.joinColumns() : List.of();
        }
        return first.filter(Attribute.Basic.class::isInstance).map(Attribute.Basic.class::cast).map(Attribute.Basic::column)
                .filter(each -> !each.isEmpty()).map(List::of).orElse(List.of());
    }

    /** Whether a path leads to one target of an association, by no other attribute than its identifier. */
    private boolean isNamed(Attribute attribute, String path) {
        if (!(attribute instanceof Association association) || !association.cardinality().isToOne()) {
            return false;
        }
        String identifier = entities.ofClass(association.target()).map(Entity::identifier).filter(each -> each.size() == 1)
                .map(each -> each.get(0).name()).orElse("id");
        return path.equals(association.name()) || path.equals(association.name() + "." + identifier);
    }

    /** Whether a column is one of the rows' own table, not of one that is joined. */
    private static boolean ofRows(QueryShape.Predicate predicate, QueryShape shape) {
        return predicate.table().isEmpty() || shape.roots().isEmpty() || shape.roots().get(0).table().equals(predicate.table())
                || shape.roots().stream().noneMatch(each -> each.table().equals(predicate.table()));
    }
}
