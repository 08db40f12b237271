package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was found to repeat, each once however often its method was looked at. */
final class LoopFacts {

    /**
     * Statements that a call in a loop sends.
     *
     * @param turns what each turn has of its own
     * @param transaction whether the method is seen to begin a transaction around the loop
     * @param same those with which each turn asks the same
     */
    record LoopStatement(MethodFlow flow, Region loop, LoopHead head, CallEvent event, List<Summary.Send> sends,
            Optional<Circumstance> turns, boolean transaction, Set<Summary.Send> same) {
    }

    private record Read(Object loop, List<Association> path) {
    }

    private record Iteration(MethodFlow flow, Set<Value> over) {
    }

    private final Map<CallEvent, LoopStatement> statements = new LinkedHashMap<>();
    private final Map<Read, LoopRead> reads = new LinkedHashMap<>();
    private final Map<CallEvent, List<Set<Value>>> entities = new IdentityHashMap<>();

    /** What is to be said of reads once it is their turn, since those who call a method may be looked at at the same time. */
    private final List<Runnable> remarks = new ArrayList<>(0);

    /** Says something of a read, of this method or of one it calls, after all that was said of it before. */
    void remark(Runnable remark) {
        remarks.add(remark);
    }

    /** Takes over what was found in other methods; they come in the order of the calls. */
    void add(LoopFacts others) {
        statements.putAll(others.statements);
        reads.putAll(others.reads);
        entities.putAll(others.entities);
        others.remarks.forEach(Runnable::run);
    }

    void statement(LoopStatement found) {
        statements.put(found.event(), found);
    }

    /** Forgets the statements of a method that is looked at once more: what it calls is known better now. */
    void forget(MethodFlow flow) {
        flow.calls.forEach(statements::remove);
    }

    /** The first read of an association in a loop; further ones, also in later loops over the same rows, find it loaded. */
    LoopRead read(MethodFlow flow, Region loop, LoopHead head, Set<Value> over, CallEvent event, Value value,
            List<Hop> chain) {
        return reads.computeIfAbsent(new Read(isKnown(over) ? new Iteration(flow, over) : loop, value.path()),
                key -> new LoopRead(flow, loop, head, event, value, chain));
    }

    private static boolean isKnown(Set<Value> values) {
        return !values.isEmpty() && values.stream().noneMatch(value ->
                value.origin() instanceof Origin.Unknown unknown && unknown.given().isEmpty());
    }

    /** Where the entities come from that a call is given, by its arguments. */
    void entities(CallEvent event, List<Set<Value>> arguments) {
        entities.put(event, arguments);
    }

    /** Where the entities come from that a call is given; empty where it is given none. */
    List<Set<Value>> entities(CallEvent event) {
        return entities.getOrDefault(event, List.of());
    }

    Collection<LoopStatement> statements() {
        return statements.values();
    }

    Collection<LoopRead> reads() {
        return reads.values();
    }
}
