package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.code.Expression;
import java.util.IdentityHashMap;
import java.util.Map;

/** Traces the rows of all calls and parameters of a body that yield entities, and counts that calls give; many bodies have none. */
final class RowTraces {

    private final LinkedBody body;
    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final Map<Expression.Call, CallEvent> events;
    private final MethodFlow flow;

    RowTraces(LinkedBody body, EntityTypes types, LibraryKnowledge library, Map<Expression.Call, CallEvent> events, MethodFlow flow) {
        this.body = body;
        this.types = types;
        this.library = library;
        this.events = events;
        this.flow = flow;
    }

    void trace() {
        Map<Expression.Call, CallEvent> calls = new IdentityHashMap<>(2);
        events.forEach((call, event) -> {
            if (yieldsRows(event)) {
                calls.put(call, event);
            }
        });
        Map<Expression.Call, CallEvent> results = results();
        boolean byParameter = flow.parameterTypes.stream().anyMatch(this::holdsRows);
        if (calls.isEmpty() && results.isEmpty() && !byParameter || body.method().body() == null) {
            return;
        }
        BodyTree tree = new BodyTree(body);
        calls.forEach((call, event) -> flow.rows.put(event, tracer(tree).ofExpression(call)));
        results.forEach((call, event) -> {
            ResultTrace use = (isPage(event) ? new PageTracer(body, tree) : new NumberTracer(body, tree)).of(call);
            if (!use.escapes()) {
                flow.traces.put(event, use);
            }
        });
        for (int i = 0; i < flow.parameterTypes.size(); i++) {
            int index = i;
            if (holdsRows(flow.parameterTypes.get(i))) {
                body.declared(body.method().parameters().get(i))
                        .ifPresent(variable -> flow.parameterRows.put(index, tracer(tree).ofParameter(variable)));
            }
        }
    }

    /** Calls that count rows or give a page with a number of all, or give what the program may have got of such calls. */
    private Map<Expression.Call, CallEvent> results() {
        Map<Expression.Call, CallEvent> results = new IdentityHashMap<>(2);
        events.forEach((call, event) -> {
            boolean handedOn = (NumberTracer.isNumber(event.type) || PageTracer.isPage(event.type))
                    && !event.target.owner().startsWith("java.") && !types.isMapped(event.target.owner());
            boolean counts = event.query.filter(query -> query.shape().projection() == QueryShape.Projection.COUNT
                    || query.paging().counts()).isPresent();
            if (event.query.isPresent() ? counts : handedOn) {
                results.put(call, event);
            }
        });
        return results;
    }

    private static boolean isPage(CallEvent event) {
        return event.query.isPresent() ? event.query.get().paging().counts() : PageTracer.isPage(event.type);
    }

    private RowTracer tracer(BodyTree tree) {
        return new RowTracer(body, types, library, tree, events);
    }

    /** A call that sends a statement or reaches the program; stages of streams are part of what becomes of the rows. */
    private boolean yieldsRows(CallEvent event) {
        return event.target != null && !event.entity.isEmpty() && holdsRows(event.type)
                && (event.query.isPresent() || !library.isContainer(event.target.receiver())
                        && !event.target.owner().startsWith("java."));
    }

    private boolean holdsRows(JavaType type) {
        return library.isContainer(type) && !library.isMap(type) && !types.in(type).isEmpty();
    }
}
