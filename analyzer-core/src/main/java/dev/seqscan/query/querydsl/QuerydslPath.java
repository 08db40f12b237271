package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A path of attributes that starts at the variable of an entity, as {@code order.customer.name}.
 *
 * @param entity the entity of the variable
 * @param variable its name
 * @param steps attributes on the way; none for the variable itself
 */
record QuerydslPath(Entity entity, String variable, List<String> steps) {

    /** Words of JPQL to whose variable Querydsl adds a number (its {@code Keywords.JPQL}). */
    private static final Set<String> RESERVED = Set.of("all", "and", "any", "as", "asc", "avg", "between", "both", "by",
            "case", "class", "count", "delete", "desc", "distinct", "else", "empty", "end", "entry", "escape", "exists",
            "fetch", "from", "function", "group", "having", "in", "index", "inner", "is", "join", "key", "leading", "left",
            "length", "like", "locate", "lower", "max", "member", "min", "mod", "new", "not", "null", "object", "of", "on",
            "or", "order", "outer", "position", "select", "set", "size", "some", "sum", "then", "trim", "true", "type",
            "unknown", "update", "upper", "value", "when", "where", "user", "date", "time", "year", "month", "day");

    QuerydslPath {
        steps = List.copyOf(steps);
    }

    /** The path one attribute further. */
    QuerydslPath step(String attribute) {
        List<String> longer = new ArrayList<>(steps);
        longer.add(attribute);
        return new QuerydslPath(entity, variable, longer);
    }

    /** The variable as JPQL has it. */
    String alias() {
        return RESERVED.contains(variable.toLowerCase(java.util.Locale.ROOT)) ? variable + "1" : variable;
    }

    /** The path as JPQL has it. */
    String text() {
        return steps.isEmpty() ? alias() : alias() + "." + String.join(".", steps);
    }

    /** The attribute at its end. */
    Optional<Attribute> last(EntityModel entities) {
        List<Attribute> all = entities.resolve(entity, steps);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** The entity at its end; empty for columns and embedded values. */
    Optional<Entity> target(EntityModel entities) {
        return steps.isEmpty() ? Optional.of(entity) : last(entities).filter(Association.class::isInstance)
                .flatMap(each -> entities.ofClass(((Association) each).target()))
                .filter(each -> each.kind() == Entity.Kind.ENTITY);
    }
}
