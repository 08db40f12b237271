package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import java.util.List;

/** Tells what becomes of what statements give, through the methods that hand it on. */
final class ResultUses {

    private static final int DEEPEST = 4;

    private final Callers callers;

    ResultUses(Callers callers) {
        this.callers = callers;
    }

    /** What becomes of what a call gives that sends a statement. */
    ResultUse of(MethodFlow flow, CallEvent event) {
        boolean counts = event.query.map(Query::shape).filter(shape -> shape.projection() == QueryShape.Projection.COUNT).isPresent();
        return counts && asksWhetherAny(flow, event, 0) ? ResultUse.WHETHER_ANY : ResultUse.ANY;
    }

    /** Whether the number is compared with zero here and wherever it is handed on to, and nothing else is done with it. */
    private boolean asksWhetherAny(MethodFlow flow, CallEvent event, int depth) {
        NumberUse use = flow.numbers.get(event);
        if (use == null || depth > DEEPEST) {
            return false;
        }
        List<IncomingCall> calls = use.returned() ? callers.calls(flow) : List.of();
        boolean known = !use.returned() || !calls.isEmpty() && !callers.isCalledVaguely(flow);
        return known && (use.tested() || use.returned())
                && calls.stream().allMatch(each -> asksWhetherAny(each.from(), each.event(), depth + 1));
    }
}
