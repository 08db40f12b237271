package dev.seqscan.flow;

import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How far a failure gets in the part of a body that is being walked. */
final class Failures {

    private final Deque<Region> caught = new ArrayDeque<>();

    /** Walks what a {@code try} statement tries. */
    void within(Statement.Try tried, Region around, Runnable walk) {
        boolean goesOn = tried.catches().stream().anyMatch(each -> goesOn(each.body()));
        if (!goesOn) {
            walk.run();
            return;
        }
        caught.push(around);
        walk.run();
        caught.pop();
    }

    /** The outermost loop, or the function, that a failure ends; null where it is caught within a turn. */
    Region outermost(Region from) {
        Region outermost = null;
        for (Region each = from; each != null && each != caught.peek() && !each.implicit; each = each.parent) {
            if (each.kind == Region.Kind.METHOD) {
                return outermost;
            }
            outermost = each;
            if (each.kind == Region.Kind.FUNCTION) {
                return outermost;
            }
        }
        return outermost;
    }

    /** Whether the loops around go on after a failure; those that end give it on, or end themselves. */
    private static boolean goesOn(Statement.Block handler) {
        List<Statement> statements = handler.statements();
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        return !(last instanceof Statement.Throw) && !(last instanceof Statement.Return);
    }
}
