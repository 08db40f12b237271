package dev.seqscan.flow;

import dev.seqscan.program.Variable;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which targets of associations a query before has loaded into the session, so that reading the association finds them
 * there (Hibernate User Guide, "Persistence contexts"): all rows of a table, those whose identifiers are the foreign keys, or
 * those that the same list of keys chooses.
 */
final class LoadedTargets {

    private final MethodFlow flow;
    private final World world;
    private final HeldRows held;

    LoadedTargets(MethodFlow flow, World world, HeldRows held) {
        this.flow = flow;
        this.world = world;
        this.held = held;
    }

    /** The query before a call that has loaded the single objects at the end of a path from the rows of another one. */
    Optional<Query> before(CallEvent at, Value value) {
        boolean single = value.origin() instanceof Origin.Rows
                && value.last().filter(last -> last.cardinality().isToOne()).isPresent();
        return !single ? Optional.empty() : flow.calls.stream().takeWhile(each -> each != at)
                .filter(each -> yieldsTargets(each, value) && at.region.isWithin(each.region))
                .filter(each -> loads(each, value)).findFirst().flatMap(each -> each.query);
    }

    private boolean yieldsTargets(CallEvent event, Value value) {
        return event.query.filter(query -> query.rows() == Query.Rows.MANY && !query.entity().isEmpty()
                && query.shape().projection() == QueryShape.Projection.ENTITY && query.shape().unknown().isEmpty()
                && query.shape().limit().equals(QueryShape.Limit.NONE) && query.paging().form() == Query.Paging.Form.NONE
                && world.types().isOrAbove(query.entity(), value.entity())).isPresent() && !event.entity.isEmpty();
    }

    private boolean loads(CallEvent event, Value value) {
        Query query = event.query.orElseThrow();
        List<QueryShape.Predicate> conditions = query.shape().predicates();
        boolean whole = conditions.isEmpty() && query.shape().roots().size() < 2;
        if (whole && (query.kind() == Query.Kind.JPQL || event.arguments.isEmpty())) {
            return true;
        }
        boolean byIdentifier = conditions.isEmpty() ? query.acceptsMany() : conditions.size() == 1 && isList(conditions.get(0))
                && world.types().isIdentifier(query.entity(), conditions.get(0).path());
        return byIdentifier && isGivenKeysOf(event, value)
                || conditions.size() == 1 && isList(conditions.get(0)) && chooses(event, conditions.get(0), value);
    }

    private boolean isGivenKeysOf(CallEvent event, Value value) {
        return event.hanging.identified().keySet().stream().flatMap(index -> held.identified(event, index).stream())
                .anyMatch(key -> key.origin().equals(value.origin()) && key.path().equals(value.path()));
    }

    /** Whether the query that gives the rows takes its targets by the same list and the same column. */
    private static boolean chooses(CallEvent event, QueryShape.Predicate condition, Value value) {
        CallEvent rows = ((Origin.Rows) value.origin()).call();
        Map<Integer, Variable> lists = rows.lists;
        String through = String.join(".", value.path().stream().map(each -> each.name()).toList()) + "." + condition.path();
        return event.lists.values().stream().anyMatch(lists::containsValue) && ((Origin.Rows) value.origin()).query().shape()
                .predicates().stream().anyMatch(each -> isList(each) && (each.path().equals(through)
                        || !each.table().isEmpty() && each.table().equals(condition.table())
                                && each.column().equals(condition.column())));
    }

    private static boolean isList(QueryShape.Predicate predicate) {
        return predicate.operator() == QueryShape.Operator.IN && !predicate.optional() && predicate.disjunction() == 0
                && Set.of(QueryShape.Value.PARAMETER, QueryShape.Value.UNKNOWN).contains(predicate.value());
    }
}
