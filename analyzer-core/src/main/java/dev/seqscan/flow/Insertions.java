package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Tells calls that add rows from those that write back what was read. */
final class Insertions {

    private static final int DEEPEST = 4;
    /** What is written farther behind a loop most often is what somebody found missing on the way. */
    private static final int LONGEST_WAY = 3;

    private final List<MethodFlow> flows;
    private final Callers callers;
    private final LoopFacts facts;
    private final LoopNesting nesting;
    private final Set<Query> inLoops = java.util.Collections.newSetFromMap(new IdentityHashMap<>());

    Insertions(List<MethodFlow> flows, Callers callers, LoopFacts facts, LoopNesting nesting) {
        this.flows = flows;
        this.nesting = nesting;
        this.callers = callers;
        this.facts = facts;
        facts.statements().forEach(this::noteLoop);
    }

    /**
     * A loop over rows that were read writes these back, whatever else its body does to other tables. The parts of one
     * object grow with the table of such objects, and no faster.
     */
    private void noteLoop(LoopFacts.LoopStatement statement) {
        if (callers.entryPointOf(statement.flow()).endsWith(".main")
                || !isOfElement(statement, facts.entities(statement.event()))) {
            return;
        }
        List<Query> written = statement.sends().stream().filter(send -> isNewInEachTurn(send, statement))
                .map(Summary.Send::query).filter(Insertions::mayInsert).toList();
        if (!written.isEmpty() && nesting.turns(statement.flow(), statement.loop()) != Turns.PARTS) {
            inLoops.addAll(written);
        }
    }

    private static boolean isNewInEachTurn(Summary.Send send, LoopFacts.LoopStatement statement) {
        String written = send.query().entity();
        boolean readBefore = !written.isEmpty() && statement.head().iterated().stream().anyMatch(value ->
                value.origin() instanceof Origin.Rows && value.entity().equals(written));
        return !readBefore && send.reach() != Reach.VAGUE && send.chain().size() <= LONGEST_WAY;
    }

    /** What stays the same in all turns is written once, or is asked for whether it is there. */
    private static boolean isOfElement(LoopFacts.LoopStatement statement, List<Set<Value>> entities) {
        CallEvent event = statement.event();
        return isWithin(event.variesIn, statement.loop()) || isWithin(event.receiverVariesIn, statement.loop())
                || entities.stream().flatMap(Set::stream).anyMatch(value -> isWithin(value.varies(), statement.loop()));
    }

    private static boolean isWithin(Region varies, Region loop) {
        return varies != null && varies.isWithin(loop);
    }

    /** All of them, in the order of their places. */
    List<Insertion> all() {
        List<Insertion> found = new ArrayList<>();
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                Query query = event.query.orElse(null);
                if (query != null && mayInsert(query) && !isReadBefore(flow, event, 0, new HashSet<>())) {
                    found.add(new Insertion(query, site(flow, event), manner(flow, query)));
                }
            }
        }
        found.sort(Comparator.comparing((Insertion each) -> each.site().place()).thenComparing(each -> each.query().label()));
        return List.copyOf(found);
    }

    private Site site(MethodFlow flow, CallEvent event) {
        return new Site(event.place, flow.key, event.text, flow.owner.file().generated(), callers.entryPointOf(flow));
    }

    /** What merges an object inserts it if there is no such row. */
    private static boolean mayInsert(Query query) {
        return query.shape().command() == Command.INSERT
                || query.shape().command() == Command.UPDATE && query.kind() == Query.Kind.CRUD;
    }

    private Insertion.Manner manner(MethodFlow flow, Query query) {
        if (callers.isUnattended(flow)) {
            return Insertion.Manner.UNATTENDED;
        }
        boolean many = inLoops.contains(query) || query.acceptsMany() && query.shape().command() == Command.INSERT;
        return many ? Insertion.Manner.MANY : Insertion.Manner.SINGLE;
    }

    /** Whether the entities that a call is given were read from the database, on all ways on which that is known. */
    private boolean isReadBefore(MethodFlow flow, CallEvent event, int depth, Set<MethodFlow> open) {
        boolean read = false;
        for (Set<Value> argument : facts.entities(event)) {
            for (Value value : argument) {
                if (value.origin() instanceof Origin.Fresh) {
                    return false;
                }
                read |= value.origin() instanceof Origin.Rows || isReadBefore(flow, value, depth, open);
            }
        }
        return read;
    }

    private boolean isReadBefore(MethodFlow flow, Value value, int depth, Set<MethodFlow> open) {
        if (!(value.origin() instanceof Origin.Parameter parameter) || depth >= DEEPEST || !open.add(flow)) {
            return false;
        }
        List<IncomingCall> from = callers.calls(flow);
        boolean read = !from.isEmpty() && from.stream().allMatch(call -> isRead(call, parameter.index(), depth, open));
        open.remove(flow);
        return read;
    }

    private boolean isRead(IncomingCall call, int index, int depth, Set<MethodFlow> open) {
        List<Set<Value>> arguments = facts.entities(call.event());
        if (index < 0 || index >= arguments.size()) {
            return false;
        }
        Set<Value> values = arguments.get(index);
        boolean fresh = values.stream().anyMatch(value -> value.origin() instanceof Origin.Fresh);
        return !fresh && values.stream().anyMatch(value -> value.origin() instanceof Origin.Rows
                || isReadBefore(call.from(), value, depth + 1, open));
    }
}
