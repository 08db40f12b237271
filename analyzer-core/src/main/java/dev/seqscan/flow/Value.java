package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an object, or the elements of a container, come from: an origin and the associations walked from there.
 * Containers are transparent: a list of orders, a stream of them and one of them have the same value, since the static
 * type tells which it is.
 *
 * @param varies the innermost loop in which each turn has another one, or null
 */
record Value(Origin origin, List<Association> path, Region varies) {

    /** Paths longer than this are not followed. */
    static final int LONGEST_PATH = 3;

    static Value of(Origin origin) {
        return new Value(origin, List.of(), null);
    }

    /** The value of an association of this one. */
    Optional<Value> then(Association association) {
        if (closesCircle(association)) {
            return Optional.of(new Value(origin, path.subList(0, path.size() - 1), around(varies)));
        }
        if (path.size() >= LONGEST_PATH) {
            return Optional.empty();
        }
        List<Association> longer = new ArrayList<>(path);
        longer.add(association);
        return Optional.of(new Value(origin, List.copyOf(longer), varies));
    }

    /** {@code order.lines.order} is the order itself, which is loaded already. */
    private boolean closesCircle(Association association) {
        if (path.isEmpty()) {
            return false;
        }
        Association last = path.get(path.size() - 1);
        return last.mappedBy().equals(association.name()) && association.cardinality().isToOne()
                && !last.mappedBy().isEmpty();
    }

    /** The owner of what a loop goes over stays the same in it, but may change in a loop around it. */
    private static Region around(Region loop) {
        Region outer = loop == null ? null : loop.parent;
        return outer == null || outer.kind == Region.Kind.METHOD ? null : outer;
    }

    Value varyingIn(Region loop) {
        boolean deeper = varies == null || loop != null && loop.depth > varies.depth;
        return loop == null || !deeper ? this : new Value(origin, path, loop);
    }

    /** The same where a loop asks the query that gives it, if there is one. */
    Value askedIn(Region loop) {
        return loop != null && origin instanceof Origin.Rows rows
                ? new Value(rows.repeated(), path, varies).varyingIn(loop) : varyingIn(loop);
    }

    /** Whether no more than one object of that kind can be there: a single row, and what is one with it. */
    boolean isSingle() {
        return origin instanceof Origin.Rows rows && !rows.many()
                && path.stream().limit(Math.max(0, path.size() - 1)).allMatch(each -> each.cardinality().isToOne());
    }

    /** The same as an element of what a loop goes over: each of its turns has another one. */
    Value elementOf(Region loop) {
        return loop == null ? this : new Value(origin, path, loop);
    }

    Value from(Value base) {
        List<Association> joined = new ArrayList<>(base.path());
        joined.addAll(path);
        return new Value(base.origin(), List.copyOf(joined), base.varies());
    }

    /** Whether it ends with some associations, as it does if nothing led back to where it came from. */
    boolean endsWith(List<Association> associations) {
        int start = path.size() - associations.size();
        return start >= 0 && path.subList(start, path.size()).equals(associations);
    }

    /** Canonical name of the entity that it is. */
    String entity() {
        return path.isEmpty() ? origin.entity() : path.get(path.size() - 1).target();
    }

    Optional<Association> last() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path.get(path.size() - 1));
    }

    static Set<Value> union(Set<Value> left, Set<Value> right) {
        Set<Value> all = new LinkedHashSet<>(left);
        all.addAll(right);
        return all;
    }
}
