package dev.seqscan.flow;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;

/** All calls that a method leads to, its own and those of the methods that it calls, the nearest methods first. */
final class CallsBelow {

    private static final int MOST_METHODS = 400;

    private final World world;

    CallsBelow(World world) {
        this.world = world;
    }

    Set<CallEvent> of(MethodFlow start) {
        Set<CallEvent> calls = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<MethodFlow> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<MethodFlow> open = new ArrayDeque<>(Set.of(start));
        seen.add(start);
        while (!open.isEmpty()) {
            MethodFlow next = open.removeFirst();
            calls.addAll(next.calls);
            for (CallEvent event : next.calls) {
                for (MethodFlow target : world.targets(event, next)) {
                    if (seen.size() < MOST_METHODS && seen.add(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return calls;
    }
}
