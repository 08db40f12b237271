package dev.seqscan.flow;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts how many loops stand one within the other around a region, those of the callers included, and tells how
 * many turns they may have.
 */
final class LoopNesting {

    private static final int MOST_CALLERS = 12;
    private static final int MOST_LEVELS = 3;
    /** A list is handed on farther than loops are worth to be counted. */
    private static final int LONGEST_WAY = 6;

    private final World world;
    private final Callers callers;
    private final Set<String> unused;
    private final ListResults lists;
    private final Map<MethodFlow, Integer> outside = new IdentityHashMap<>();
    private final Map<Region, Turns> turns = new IdentityHashMap<>();

    /** Takes the keys of the methods that nobody calls, too. */
    LoopNesting(World world, Callers callers, Set<String> unused) {
        this.unused = unused;
        this.world = world;
        this.callers = callers;
        this.lists = new ListResults(world);
    }

    /** The loops around a region, itself included if it is one. */
    int around(MethodFlow flow, Region region) {
        return inside(flow, region) + outside(flow, MOST_LEVELS);
    }

    private int inside(MethodFlow flow, Region region) {
        int loops = 0;
        for (Region each = region; each != null; each = each.parent) {
            LoopHead head = each.kind == Region.Kind.METHOD ? null
                    : each.kind == Region.Kind.LOOP ? each.head : world.bindings(flow).head(each);
            loops += head != null && head.exclusion().isEmpty() ? 1 : 0;
        }
        return loops;
    }

    /** How many turns the loops around a region may have, itself included, in whatever way it is reached. */
    Turns turns(MethodFlow flow, Region region) {
        return turns.computeIfAbsent(region, key ->
                turns(flow, key, LONGEST_WAY, Collections.newSetFromMap(new IdentityHashMap<>())));
    }

    private Turns turns(MethodFlow flow, Region region, int levels, Set<MethodFlow> open) {
        ElementSource source = ElementSource.PARTS;
        for (Region each = region; each != null && !source.isMany(); each = each.parent) {
            LoopHead head = each.kind == Region.Kind.METHOD ? null
                    : each.kind == Region.Kind.LOOP ? each.head : world.bindings(flow).head(each);
            source = head == null || !head.exclusion().isEmpty() ? source : source.and(lists.resolve(flow, head.source()));
        }
        return source.isMany() ? source.turns() : source.turns().and(turns(flow, source.parameters(), levels, open));
    }

    /** What all callers give for some parameters, and the loops in which they call; nobody knows of methods that are not called. */
    private Turns turns(MethodFlow flow, Set<Integer> parameters, int levels, Set<MethodFlow> open) {
        List<MethodFlow> from = callers.of(flow).stream().distinct().filter(each -> !unused.contains(each.key)).toList();
        if (unused.contains(flow.key)) {
            return parameters.isEmpty() ? Turns.PARTS : Turns.UNKNOWN;
        }
        if (from.isEmpty() || levels == 0 || from.size() > MOST_CALLERS || !open.add(flow)) {
            return parameters.isEmpty() && from.size() <= MOST_CALLERS ? Turns.PARTS
                    : from.isEmpty() && !callers.isCalledVaguely(flow) ? Turns.GIVEN : Turns.ELSEWHERE;
        }
        Turns most = Turns.PARTS;
        for (MethodFlow caller : from) {
            for (CallEvent event : most.areMany() ? List.<CallEvent>of() : callsOf(caller, flow)) {
                most = most.and(turns(caller, event, parameters, levels - 1, open));
            }
        }
        open.remove(flow);
        return most;
    }

    private Turns turns(MethodFlow caller, CallEvent event, Set<Integer> parameters, int levels, Set<MethodFlow> open) {
        ElementSource given = parameters.stream().map(index -> lists.resolve(caller, event.hanging.source(index)))
                .reduce(ElementSource.PARTS, ElementSource::and);
        if (given.isMany()) {
            return given.turns();
        }
        Turns above = given.turns().and(turns(caller, given.parameters(), levels, open));
        return above.areMany() ? above : above.and(turns(caller, event.region, levels, open));
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
        return callers.calls(called).stream().filter(call -> call.from() == caller).map(IncomingCall::event).toList();
    }
}
