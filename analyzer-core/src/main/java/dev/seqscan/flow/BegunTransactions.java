package dev.seqscan.flow;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Finds the transactions that calls begin and later calls end, without a function that runs in between. */
final class BegunTransactions {

    private final World world;
    private final Map<MethodFlow, List<Region>> known = new IdentityHashMap<>();
    private final Map<MethodFlow, Boolean> leftOpen = new IdentityHashMap<>();

    BegunTransactions(World world) {
        this.world = world;
    }

    /**
     * The regions in which a method begins transactions, itself or by a method that does nothing else. One that begins again
     * what was begun around it goes on with the next chunk, so only the outer one counts.
     */
    List<Region> of(MethodFlow flow) {
        return known.computeIfAbsent(flow, key -> {
            List<Region> all = flow.calls.stream().filter(event -> begins(event, flow)).map(event -> event.region).distinct().toList();
            return all.stream().filter(each -> all.stream().noneMatch(other -> other != each && each.isWithin(other))).toList();
        });
    }

    private boolean begins(CallEvent event, MethodFlow flow) {
        return event.target != null && (world.library().beginsTransaction(event.target)
                || world.targets(event, flow).stream().anyMatch(this::leavesOpen));
    }

    private boolean leavesOpen(MethodFlow flow) {
        return leftOpen.computeIfAbsent(flow, key -> has(flow, each -> world.library().beginsTransaction(each.target))
                && !has(flow, each -> world.library().endsTransaction(each.target)));
    }

    private static boolean has(MethodFlow flow, Predicate<CallEvent> kind) {
        return flow.calls.stream().anyMatch(each -> each.target != null && kind.test(each));
    }
}
