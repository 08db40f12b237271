package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a method puts into fields of classes that are no entities, by itself or by the methods that it calls. */
final class FieldWrites {

    private static final int MOST_FIELDS = 32;
    private static final int MOST_VALUES = 16;

    private final MethodFlow flow;
    private final World world;
    private final Resolver resolver;
    private Map<String, Set<Value>> all;

    FieldWrites(MethodFlow flow, World world, Resolver resolver) {
        this.flow = flow;
        this.world = world;
        this.resolver = resolver;
    }

    /** By field, all values whose origin is known; those of parameters are what the callers give. */
    Map<String, Set<Value>> all() {
        if (all == null) {
            all = find();
        }
        return all;
    }

    private Map<String, Set<Value>> find() {
        Map<String, Set<Value>> writes = new TreeMap<>();
        flow.fieldWrites.forEach((field, values) -> add(writes, field, resolver.resolve(values)));
        for (CallEvent event : flow.calls) {
            if (givesEntities(event)) {
                world.targets(event, flow).forEach(target -> world.summary(target).writes.forEach((field, values) ->
                        values.forEach(each -> add(writes, field, resolver.substitute(each, event)))));
            }
        }
        return writes;
    }

    private static boolean givesEntities(CallEvent event) {
        for (Set<Value> each : event.arguments) {
            if (!each.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static void add(Map<String, Set<Value>> writes, String field, Set<Value> values) {
        if (values.isEmpty()) {
            return;
        }
        Set<Value> known = writes.computeIfAbsent(field, key -> new LinkedHashSet<>());
        values.stream().limit(Math.max(0, MOST_VALUES - known.size())).forEach(known::add);
    }

    /** Tells callers which of their arguments end up in which fields. */
    void summarise(Summary summary) {
        all().forEach((field, values) -> {
            Set<Value> given = new LinkedHashSet<>();
            values.stream().filter(each -> each.origin() instanceof Origin.Parameter parameter && parameter.index() >= 0)
                    .forEach(each -> given.add(new Value(each.origin(), each.path(), null)));
            if (!given.isEmpty() && summary.writes.size() < MOST_FIELDS) {
                summary.writes.put(field, given);
            }
        });
    }
}
