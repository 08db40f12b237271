package dev.seqscan.flow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts how many loops stand one within the other around a region, those of the callers included, and tells whether all
 * of them go over the parts of one object.
 */
final class LoopNesting {

    private static final int MOST_CALLERS = 12;
    private static final int MOST_LEVELS = 3;
    /** A list is handed on farther than loops are worth to be counted. */
    private static final int LONGEST_WAY = 6;

    private final World world;
    private final Callers callers;
    private final Map<MethodFlow, Bindings> bindings = new IdentityHashMap<>();
    private final Map<MethodFlow, Integer> outside = new IdentityHashMap<>();

    LoopNesting(World world, Callers callers) {
        this.world = world;
        this.callers = callers;
    }

    /** The loops around a region, itself included if it is one. */
    int around(MethodFlow flow, Region region) {
        return inside(flow, region) + outside(flow, MOST_LEVELS);
    }

    private int inside(MethodFlow flow, Region region) {
        int loops = 0;
        for (Region each = region; each != null; each = each.parent) {
            LoopHead head = each.kind == Region.Kind.METHOD ? null
                    : each.kind == Region.Kind.LOOP ? each.head : bindings(flow).head(each);
            loops += head != null && head.exclusion().isEmpty() ? 1 : 0;
        }
        return loops;
    }

    /** Whether all loops around a region, itself included, go over parts of one object, in whatever way it is reached. */
    boolean isOfOne(MethodFlow flow, Region region) {
        return isOfOne(flow, region, LONGEST_WAY, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean isOfOne(MethodFlow flow, Region region, int levels, Set<MethodFlow> open) {
        ElementSource source = ElementSource.PARTS;
        for (Region each = region; each != null; each = each.parent) {
            LoopHead head = each.kind == Region.Kind.METHOD ? null
                    : each.kind == Region.Kind.LOOP ? each.head : bindings(flow).head(each);
            source = head == null || !head.exclusion().isEmpty() ? source : source.and(head.source());
        }
        return !source.many() && isOfOne(flow, source.parameters(), levels, open);
    }

    /** Whether all callers give parts of one object for some parameters, and call in no other loop. */
    private boolean isOfOne(MethodFlow flow, Set<Integer> parameters, int levels, Set<MethodFlow> open) {
        List<MethodFlow> from = callers.of(flow).stream().distinct().toList();
        if (from.isEmpty() || levels == 0 || !open.add(flow)) {
            return parameters.isEmpty();
        }
        boolean all = from.size() <= MOST_CALLERS && from.stream().allMatch(caller -> callsOf(caller, flow).stream()
                .allMatch(event -> isOfOne(caller, event, parameters, levels - 1, open)));
        open.remove(flow);
        return all;
    }

    private boolean isOfOne(MethodFlow caller, CallEvent event, Set<Integer> parameters, int levels, Set<MethodFlow> open) {
        ElementSource given = parameters.stream().map(event.hanging::source).reduce(ElementSource.PARTS, ElementSource::and);
        return !given.many() && isOfOne(caller, given.parameters(), levels, open) && isOfOne(caller, event.region, levels, open);
    }

    private Bindings bindings(MethodFlow flow) {
        return bindings.computeIfAbsent(flow, key -> {
            Bindings bound = new Bindings();
            new Binder(key, world, bound, new Summary()).bind();
            return bound;
        });
    }

    /** The most loops in which a caller stands; a method that is under way calls itself, and adds none. */
    private int outside(MethodFlow flow, int levels) {
        Integer known = outside.get(flow);
        if (known != null || levels == 0) {
            return known == null ? 0 : known;
        }
        outside.put(flow, 0);
        int most = 0;
        Set<MethodFlow> distinct = new java.util.LinkedHashSet<>(callers.of(flow));
        for (MethodFlow caller : distinct.stream().limit(MOST_CALLERS).toList()) {
            for (CallEvent event : callsOf(caller, flow)) {
                most = Math.max(most, inside(caller, event.region) + outside(caller, levels - 1));
            }
        }
        outside.put(flow, most);
        return most;
    }

    private List<CallEvent> callsOf(MethodFlow caller, MethodFlow called) {
        return caller.calls.stream().filter(event -> world.targets(event, caller).contains(called)).toList();
    }
}
