package dev.seqscan.flow;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells methods that run in a transaction which their callers have begun: by an annotation, or around the call, as by a
 * template of transactions that is given a function.
 */
final class OuterTransactions {

    private static final int MOST_CALLERS = 4;
    private static final int LONGEST_WAY = 4;

    private final World world;
    private final Callers callers;
    private final Map<MethodFlow, Frames> frames = new IdentityHashMap<>();

    OuterTransactions(World world, Callers callers) {
        this.world = world;
        this.callers = callers;
    }

    /** Whether all known calls of a method stand in a transaction, or its own annotation says that it runs in one. */
    boolean surround(MethodFlow flow) {
        return surround(flow, LONGEST_WAY);
    }

    private boolean surround(MethodFlow flow, int depth) {
        if (callers.inTransaction(flow) || Propagation.of(flow, world.library()).isPresent()) {
            return callers.inTransaction(flow);
        }
        List<MethodFlow> above = callers.of(flow).stream().distinct().filter(each -> each != flow).toList();
        return depth > 0 && !above.isEmpty() && above.size() <= MOST_CALLERS
                && above.stream().allMatch(caller -> callsIn(caller, flow, depth));
    }

    private boolean callsIn(MethodFlow caller, MethodFlow called, int depth) {
        boolean begun = caller.calls.stream().filter(event -> world.targets(event, caller).contains(called))
                .allMatch(event -> frames(caller).beginAt(event.region));
        return begun || surround(caller, depth - 1);
    }

    private Frames frames(MethodFlow flow) {
        return frames.computeIfAbsent(flow, key -> new Frames(key, world, world.bindings(key)));
    }
}
