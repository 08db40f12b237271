package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Finds the transactions that calls begin and later calls end, without a function that runs in between. Threads share it. */
final class BegunTransactions {

    private final World world;
    private final Map<MethodFlow, List<Region>> known = new ConcurrentHashMap<>();
    private final Map<MethodFlow, Boolean> leftOpen = new ConcurrentHashMap<>();

    BegunTransactions(World world) {
        this.world = world;
    }

    /**
     * The regions in which a method begins transactions, itself or by a method that does nothing else. One that begins again
     * what was begun around it goes on with the next chunk, so only the outer one counts.
     */
    List<Region> of(MethodFlow flow) {
        return known.computeIfAbsent(flow, key -> {
            Set<Region> all = new LinkedHashSet<>();
            for (CallEvent event : flow.calls) {
                if (begins(event, flow)) {
                    all.add(event.region);
                }
            }
            return all.isEmpty() ? List.of() : all.stream()
                    .filter(each -> all.stream().noneMatch(other -> other != each && each.isWithin(other))).toList();
        });
    }

    private boolean begins(CallEvent event, MethodFlow flow) {
        if (event.target == null || world.library().beginsTransaction(event.target)) {
            return event.target != null;
        }
        for (MethodFlow target : world.targets(event, flow)) {
            if (leavesOpen(target)) {
                return true;
            }
        }
        return false;
    }

    private boolean leavesOpen(MethodFlow flow) {
        return leftOpen.computeIfAbsent(flow, key -> has(flow, each -> world.library().beginsTransaction(each.target))
                && !has(flow, each -> world.library().endsTransaction(each.target)));
    }

    private static boolean has(MethodFlow flow, Predicate<CallEvent> kind) {
        for (CallEvent event : flow.calls) {
            if (event.target != null && kind.test(event)) {
                return true;
            }
        }
        return false;
    }
}
