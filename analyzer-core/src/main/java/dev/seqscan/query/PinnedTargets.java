package dev.seqscan.query;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells whether the condition of a query leaves one target of an association for all its rows: it names the target itself,
 * its identifier, its foreign key, or another attribute that is unique.
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
        return equalities.stream().anyMatch(each -> names(each.path(), path, last) || isCopied(query, each.path(), path, last))
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

    private boolean names(String compared, String path, Association last) {
        return compared.equals(path) || compared.startsWith(path + ".") && isUnique(compared.substring(path.length() + 1), last);
    }

    /**
     * Whether the one parent of all rows has an association of that name to the same target: rows that name the target
     * beside their parent copy it from there, as the action of a rollout that names the rollout's distribution.
     */
    private boolean isCopied(Query query, String compared, String path, Association last) {
        String first = compared.contains(".") ? compared.substring(0, compared.indexOf('.')) : compared;
        return !path.contains(".") && !first.equals(path) && entities.ofClass(query.entity())
                .flatMap(entity -> entities.attributeOf(entity, first)).filter(Association.class::isInstance)
                .map(Association.class::cast).filter(parent -> parent.cardinality().isToOne() && names(compared, first, parent))
                .flatMap(parent -> entities.ofClass(parent.target())).flatMap(parent -> entities.attributeOf(parent, path))
                .filter(Association.class::isInstance).map(Association.class::cast)
                .filter(same -> same.cardinality().isToOne() && same.target().equals(last.target())).isPresent();
    }

    private boolean isUnique(String attribute, Association of) {
        Entity target = entities.ofClass(of.target()).orElse(null);
        if (attribute.equals("id") || target == null) {
            return attribute.equals("id");
        }
        List<Attribute> identifier = target.identifier();
        return identifier.size() == 1 && isWhole(identifier.get(0), attribute)
                || target.attribute(attribute).filter(each -> isUnique(target, columns(each))).isPresent();
    }

    /** The identifier, or the one value that is embedded in it. */
    private static boolean isWhole(Attribute identifier, String attribute) {
        return identifier.name().equals(attribute) || identifier instanceof Attribute.Embedded embedded
                && embedded.nested().size() == 1 && attribute.equals(embedded.name() + "." + embedded.nested().get(0));
    }

    private static List<String> columns(Attribute attribute) {
        return attribute instanceof Attribute.Basic basic ? Stream.of(basic.column()).filter(each -> !each.isEmpty()).toList()
                : attribute instanceof Association association && association.cardinality().isToOne() ? association.joinColumns()
                : List.of();
    }

    private static boolean isUnique(Entity entity, List<String> columns) {
        return !columns.isEmpty() && entity.indexes().stream().anyMatch(each -> each.unique() && each.columns().equals(columns));
    }

    /** Whether a column is one of the rows' own table, not of one that is joined. */
    private static boolean ofRows(QueryShape.Predicate predicate, QueryShape shape) {
        return predicate.table().isEmpty() || shape.roots().isEmpty() || shape.roots().get(0).table().equals(predicate.table())
                || shape.roots().stream().noneMatch(each -> each.table().equals(predicate.table()));
    }
}
