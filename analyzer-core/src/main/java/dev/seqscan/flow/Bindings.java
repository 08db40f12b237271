package dev.seqscan.flow;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How often the functions of a body are called, by whom, and with what. */
final class Bindings {

    /** What is known of one function. */
    static final class Binding {
        LibraryKnowledge.Calls calls = LibraryKnowledge.Calls.ONCE;
        boolean bound;
        /** Whether a library calls it while the body runs, and does not keep it for later. */
        boolean atOnce;
        /** Whether it runs as a task of its own, whose end others may wait for. */
        boolean task;
        LoopHead head;
        /** Of one that is called many times: what each call has of its own. */
        Circumstance turns;
        /** Whether it is given only elements that a stage of a stream before has looked for. */
        boolean sought;
        /** The transactions and contexts that are opened for it. */
        final Set<Frame> frames = new LinkedHashSet<>();
        final List<Set<Value>> parameters = new ArrayList<>();

        Set<Value> parameter(int index) {
            while (parameters.size() <= index) {
                parameters.add(new LinkedHashSet<>());
            }
            return parameters.get(index);
        }
    }

    private final Map<Region, Binding> all = new IdentityHashMap<>();

    Binding of(Region function) {
        return all.computeIfAbsent(function, key -> new Binding());
    }

    /** The innermost loop around a region, itself included, that counts; null where there is none. */
    Region loopAround(Region region, Set<Region> polling) {
        return loopAround(region, polling, loop -> "");
    }

    /**
     * The same, without the loops that a caller has a reason to leave out. Who goes from chunk to chunk, or at a pace, has seen
     * to the number of statements, so loops around that do not count either.
     */
    Region loopAround(Region region, Set<Region> polling, Function<Region, String> leftOut) {
        for (Region each = region; each != null; each = each.parent) {
            if (each.kind == Region.Kind.FUNCTION && of(each).calls == LibraryKnowledge.Calls.MEMO) {
                return null;
            }
            LoopHead head = head(each);
            if (head != null) {
                String reason = exclusion(each, head, polling);
                reason = reason.isEmpty() ? leftOut.apply(each) : reason;
                if (reason.isEmpty() || LoopHeads.sparesOuter(reason)) {
                    return reason.isEmpty() ? each : null;
                }
            }
        }
        return null;
    }

    /** Why a loop does not count whatever is done in it; empty where it does. */
    String exclusion(Region loop, LoopHead head, Set<Region> polling) {
        return head.exclusion().isEmpty() && polling.contains(loop) ? LoopHeads.POLLING : head.exclusion();
    }

    /** Whether a call in a loop runs for few of its elements, since a property of them has to be one given value. */
    boolean isForSought(CallEvent event, Region loop) {
        return event.sought.contains(loop) || loop.kind == Region.Kind.FUNCTION && of(loop).sought;
    }

    /** The head of a loop, or of a function that is called many times. */
    LoopHead head(Region region) {
        if (region.kind == Region.Kind.LOOP) {
            return region.head;
        }
        return region.kind == Region.Kind.FUNCTION && of(region).calls == LibraryKnowledge.Calls.MANY ? of(region).head : null;
    }

    /** Binds a function to one more call of it. */
    void bind(Region function, LibraryKnowledge.Calls calls, LoopHead head, List<Set<Value>> parameters) {
        Binding binding = of(function);
        boolean stronger = !binding.bound || calls == LibraryKnowledge.Calls.MANY
                || calls == LibraryKnowledge.Calls.MEMO && binding.calls == LibraryKnowledge.Calls.ONCE;
        if (stronger) {
            binding.calls = calls;
            binding.head = head;
        }
        binding.bound = true;
        for (int i = 0; i < parameters.size(); i++) {
            binding.parameter(i).addAll(parameters.get(i));
        }
    }
}
