package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the lists that calls give to where their elements come from: queries, or what the called methods return. */
final class ListResults {

    private static final int LONGEST_WAY = 6;
    private static final int LONGEST_CHAIN = 24;

    private final World world;
    private final Map<MethodFlow, ElementSource> returned = new IdentityHashMap<>();
    private final Set<CallEvent> calls = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodFlow> open = Collections.newSetFromMap(new IdentityHashMap<>());

    ListResults(World world) {
        this.world = world;
    }

    /** The same source with nothing but parameters of the method left open. */
    ElementSource resolve(MethodFlow flow, ElementSource source) {
        ElementSource found = source.ofParameters();
        for (Span call : source.results()) {
            CallEvent event = found.isMany() ? null : flow.results.get(call);
            if (event == null || calls.size() >= LONGEST_CHAIN) {
                found = found.and(ElementSource.UNKNOWN);
            } else if (calls.add(event)) {
                found = found.and(of(event, flow));
                calls.remove(event);
            }
        }
        return found;
    }

    private ElementSource of(CallEvent event, MethodFlow flow) {
        if (event.query.isPresent()) {
            Query query = event.query.get();
            return query.rows() != Query.Rows.MANY ? ElementSource.PARTS
                    : query.kind() == Query.Kind.CRUD && query.acceptsMany() ? ofKeys(event, flow)
                    : isOfOne(query) ? ElementSource.CHILDREN : ElementSource.MANY;
        }
        List<MethodFlow> targets = world.targets(event, flow);
        ElementSource given = targets.stream().map(target -> seenFrom(event, flow, returned(target)))
                .reduce(targets.isEmpty() ? ElementSource.UNKNOWN : ElementSource.PARTS, ElementSource::and);
        if (given.turns() != Turns.UNKNOWN) {
            return given;
        }
        ElementSource wrapped = resolve(flow, event.wrapped);
        return wrapped.turns() == Turns.UNKNOWN && comesFromOutside(event, flow, targets) ? ElementSource.MANY : wrapped;
    }

    /** Whether a call reads a file, or asks another program. */
    private boolean comesFromOutside(CallEvent event, MethodFlow flow, List<MethodFlow> targets) {
        boolean elsewhere = targets.isEmpty()
                && (event.target.owner().startsWith("java.") || world.isDeclared(event.target.owner(), flow));
        return elsewhere || event.target.parameters().stream().anyMatch(world.library()::isFile);
    }

    /** There are as many rows as there are keys, as a rule. */
    private ElementSource ofKeys(CallEvent event, MethodFlow flow) {
        return event.hanging.sources().values().stream().map(source -> resolve(flow, source))
                .reduce(ElementSource::and).orElse(ElementSource.MANY);
    }

    private ElementSource seenFrom(CallEvent event, MethodFlow flow, ElementSource given) {
        return given.parameters().stream().map(index -> resolve(flow, event.hanging.source(index)))
                .reduce(given.ofTurns(), ElementSource::and);
    }

    private ElementSource returned(MethodFlow target) {
        ElementSource known = returned.get(target);
        if (known != null) {
            return known;
        }
        if (target.returned == null || open.size() >= LONGEST_WAY || !open.add(target)) {
            return ElementSource.UNKNOWN;
        }
        ElementSource found = resolve(target, target.returned);
        open.remove(target);
        returned.put(target, found);
        return found;
    }

    /** Whether all rows hang on one row of another table: the lines of one order. */
    private boolean isOfOne(Query query) {
        return query.shape().predicates().stream().anyMatch(each -> each.operator() == QueryShape.Operator.EQUAL
                && each.value() == QueryShape.Value.PARAMETER && !each.optional() && each.disjunction() == 0
                && each.clause() == QueryShape.Clause.WHERE && isAssociation(query.entity(), each.path()));
    }

    private boolean isAssociation(String entity, String path) {
        int dot = path.indexOf('.');
        return world.types().association(entity, dot < 0 ? path : path.substring(0, dot))
                .filter(each -> each.cardinality().isToOne()).isPresent();
    }
}
