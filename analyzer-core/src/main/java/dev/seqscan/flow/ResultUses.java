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
        if (event.query.isEmpty() || !usesPart(flow, event, 0)) {
            return ResultUse.ANY;
        }
        Query query = event.query.get();
        return query.paging().counts() ? ResultUse.ROWS_ALONE
                : query.shape().projection() == QueryShape.Projection.COUNT ? ResultUse.WHETHER_ANY : ResultUse.ANY;
    }

    /** Whether one part is used here and wherever it is handed on to, and nothing else is done with it. */
    private boolean usesPart(MethodFlow flow, CallEvent event, int depth) {
        ResultTrace use = flow.traces.get(event);
        if (use == null || depth > DEEPEST) {
            return false;
        }
        List<IncomingCall> calls = use.returned() ? callers.calls(flow) : List.of();
        boolean known = !use.returned() || !calls.isEmpty() && !callers.isCalledVaguely(flow);
        return known && (use.partly() || use.returned())
                && calls.stream().allMatch(each -> usesPart(each.from(), each.event(), depth + 1));
    }
}
