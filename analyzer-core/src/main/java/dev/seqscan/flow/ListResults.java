package dev.seqscan.flow;

import dev.seqscan.entity.Attribute;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

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
            return query.rows() != Query.Rows.MANY || !query.isOfRows() ? ElementSource.PARTS
                    : query.kind() == Query.Kind.CRUD && query.acceptsMany() ? ofKeys(event, flow)
                    : isOfOne(query) ? ElementSource.CHILDREN : ElementSource.MANY;
        }
        if (world.library().said(event.target).filter(said -> said.bounded().isPresent()).isPresent()) {
            return ElementSource.MANY;
        }
        List<MethodFlow> targets = world.targets(event, flow);
        if (targets.isEmpty() && isOfParameter(event, flow)) {
            return ElementSource.parameter(event.hanging.passed().get(Hanging.RECEIVER));
        }
        ElementSource given = targets.stream().map(target -> seenFrom(event, flow, returned(target)))
                .reduce(targets.isEmpty() ? ElementSource.UNKNOWN : ElementSource.PARTS, ElementSource::and);
        if (given.turns() != Turns.UNKNOWN) {
            return given;
        }
        if (IntStream.range(0, event.arguments.size()).anyMatch(index -> flow.readsRows(event, index))) {
            return ElementSource.MANY;
        }
        ElementSource wrapped = resolve(flow, event.wrapped);
        return wrapped.turns() == Turns.UNKNOWN && comesFromOutside(event, flow, targets) ? outside(event) : wrapped;
    }

    /** Whether a call reads a file, asks another program, or leaves the program's code otherwise. */
    private boolean comesFromOutside(CallEvent event, MethodFlow flow, List<MethodFlow> targets) {
        boolean elsewhere = targets.isEmpty()
                && (event.target.owner().startsWith("java.") || world.isDeclared(event.target.owner(), flow));
        return elsewhere || isOfFile(event);
    }

    /** A list that an object carries which callers give. */
    private boolean isOfParameter(CallEvent event, MethodFlow flow) {
        return event.target.parameters().isEmpty() && event.hanging.passed().getOrDefault(Hanging.RECEIVER, Hanging.RECEIVER) >= 0
                && world.isDeclared(event.target.owner(), flow);
    }

    /** Files are imported, and so long; of what else comes from outside nothing is known. */
    private ElementSource outside(CallEvent event) {
        return isOfFile(event) ? ElementSource.MANY : ElementSource.ELSEWHERE;
    }

    private boolean isOfFile(CallEvent event) {
        return world.library().isFile(event.target.receiver()) || event.target.parameters().stream().anyMatch(world.library()::isFile);
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
                && each.clause() == QueryShape.Clause.WHERE
                && (isAssociation(query.entity(), each.path()) || isNumbered(query.entity(), each.path())));
    }

    /** Whether an attribute is a number of the kind that rows are identified by: those of another table, if not its own. */
    private boolean isNumbered(String entity, String path) {
        return world.types().attribute(entity, path).filter(Attribute.Basic.class::isInstance).map(Attribute.Basic.class::cast)
                .filter(Attribute.Basic::isLikeKey).isPresent();
    }

    private boolean isAssociation(String entity, String path) {
        int dot = path.indexOf('.');
        return world.types().association(entity, dot < 0 ? path : path.substring(0, dot))
                .filter(each -> each.cardinality().isToOne()).isPresent();
    }
}
