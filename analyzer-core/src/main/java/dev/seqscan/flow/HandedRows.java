package dev.seqscan.flow;

import dev.seqscan.finding.Trail.About;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells of look-ups in a method's loops whether all its callers hand it the rows that are looked up once more. */
final class HandedRows {

    private static final int MOST_CALLERS = 8;
    private static final int LONGEST_WAY = 4;

    private record Use(MethodFlow flow, int parameter) {
    }

    private final World world;
    private final Callers callers;
    private final LoopFacts facts;

    HandedRows(World world, Callers callers, LoopFacts facts) {
        this.world = world;
        this.callers = callers;
        this.facts = facts;
    }

    /** The statements that a loop sends nevertheless. */
    List<Summary.Send> sent(LoopFacts.LoopStatement found) {
        return found.sends().stream().filter(send -> {
            boolean held = !send.rows().isEmpty()
                    && send.rows().stream().allMatch(row -> isHeld(row, found.flow(), new HashSet<>()));
            if (held) {
                world.trail().note(found.event().place, About.STATEMENT, () -> send.query().label()
                        + " sends nothing: all callers give rows that the persistence context holds");
            }
            return !held;
        }).toList();
    }

    private boolean isHeld(Value row, MethodFlow in, Set<Use> way) {
        if (!(row.origin() instanceof Origin.Parameter parameter) || parameter.index() < 0) {
            return HeldRows.isHeld(row, world);
        }
        if (callers.isReachable(in) || way.size() > LONGEST_WAY || !way.add(new Use(in, parameter.index()))) {
            return false;
        }
        List<MethodFlow> above = callers.of(in).stream().distinct().toList();
        return above.size() <= MOST_CALLERS && above.stream().allMatch(caller -> caller.calls.stream()
                .filter(event -> world.targets(event, caller).contains(in))
                .allMatch(event -> isGiven(row, parameter.index(), event, caller, way)));
    }

    private boolean isGiven(Value row, int parameter, CallEvent event, MethodFlow caller, Set<Use> way) {
        List<Set<Value>> given = facts.entities(event);
        Set<Value> rows = parameter < given.size() ? given.get(parameter) : Set.of();
        return !rows.isEmpty() && HeldRows.hasSession(caller, world) && rows.stream().allMatch(each -> along(each, row, caller, way));
    }

    /** What a method reads of a row that it is given. */
    private boolean along(Value given, Value read, MethodFlow caller, Set<Use> way) {
        Value current = given;
        for (var association : read.path()) {
            current = current == null ? null : current.then(association).orElse(null);
        }
        return current != null && isHeld(current, caller, way);
    }
}
