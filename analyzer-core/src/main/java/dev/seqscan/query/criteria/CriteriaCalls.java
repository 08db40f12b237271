package dev.seqscan.query.criteria;

import dev.seqscan.query.Building;
import dev.seqscan.source.code.Expression;
import java.util.Set;

/** What calls of the Criteria API do to a query or a list of predicates. */
final class CriteriaCalls implements Building.Library {

    static final CriteriaCalls INSTANCE = new CriteriaCalls();
    /** Calls that take the object and leave it as it is. */
    private static final Set<String> TAKING = Set.of("and", "or", "where", "having", "orderBy", "groupBy", "addAll",
            "createQuery",
            "select", "multiselect", "in", "exists", "isEmpty", "toArray", "copyOf", "unmodifiableList", "debug", "trace", "not");

    private CriteriaCalls() {
    }

    @Override
    public boolean makes(Expression.Call call) {
        return call.name().startsWith("create");
    }

    @Override
    public boolean leaves(Expression.Call call) {
        return TAKING.contains(call.name());
    }
}
