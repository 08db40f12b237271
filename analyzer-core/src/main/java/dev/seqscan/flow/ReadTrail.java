package dev.seqscan.flow;

import dev.seqscan.finding.Trail.About;
import dev.seqscan.query.Query;
import java.util.List;
import java.util.function.Supplier;

/** Notes what was concluded about reads of associations. */
final class ReadTrail {

    private final World world;

    ReadTrail(World world) {
        this.world = world;
    }

    /** A read that is no statement per row. */
    void costsNothing(CallEvent event, Value value, List<Hop> chain, String reason) {
        note(event, chain, () -> what(value) + ": costs nothing per row: " + reason);
    }

    /** A read of a called method that what the call is given leads past. */
    void leftOut(CallEvent event, Summary.Read read) {
        read.value().last().ifPresent(last -> world.trail().note(event.place, About.ASSOCIATION,
                () -> ValueText.of(last) + " is not read: the arguments of the call lead past it"));
    }

    /** A read that repeats in no loop of its method; its callers may loop. */
    void inNoLoop(CallEvent event, Value value, List<Hop> chain, Bindings bindings, Sending sending) {
        if (value.last().isEmpty()) {
            return;
        }
        note(event, chain, () -> {
            Region loop = value.varies();
            LoopHead head = loop == null || !event.region.isWithin(loop) ? null : bindings.head(loop);
            String reason = head == null ? "no loop of this method gives it another row in each turn"
                    : sending.isPolling(loop) ? ValueText.loop(head) + " does not count: " + LoopHeads.POLLING
                    : ValueText.loop(head) + " does not count: " + head.exclusion();
            String callers = value.origin() instanceof Origin.Parameter ? "; left to the loops of callers" : "";
            return what(value) + ": " + reason + callers;
        });
    }

    /** Where the rows of a read in a loop come from, seen from the method that knows it. */
    void origin(LoopRead read, Value value, MethodFlow from) {
        note(read.event, read.chain, () -> read.association.label() + " in " + ValueText.loop(read.head)
                + ", as " + from.label() + " knows it: " + ValueText.of(value) + ": " + verdict(read, value));
    }

    /** A read whose targets are in the session before the rows are. */
    void loadedBefore(LoopRead read, Query query) {
        note(read.event, read.chain, () -> read.association.label() + ": costs nothing per row: " + query.label()
                + " has loaded its targets before");
    }

    private String verdict(LoopRead read, Value value) {
        if (value.isSingle()) {
            return "no more than one row";
        }
        if (!value.endsWith(read.path)) {
            return "leads back to what is loaded";
        }
        if (value.origin() instanceof Origin.Rows rows) {
            return world.plans().isLoaded(rows.query(), value.path()) ? "the query has loaded it" : "the query has not loaded it";
        }
        return value.origin() instanceof Origin.Parameter ? "left to the callers"
                : value.origin() instanceof Origin.Fresh ? "has no row yet" : "open whether it is loaded";
    }

    /** At the call that leads to the read, and where the read stands. */
    private void note(CallEvent event, List<Hop> chain, Supplier<String> conclusion) {
        world.trail().note(event.place, About.ASSOCIATION, conclusion);
        if (chain.size() > 1) {
            world.trail().note(chain.get(chain.size() - 1).place(), About.ASSOCIATION, conclusion);
        }
    }

    private static String what(Value value) {
        return ValueText.of(value.last().orElseThrow()) + ", read of " + ValueText.of(value);
    }
}
