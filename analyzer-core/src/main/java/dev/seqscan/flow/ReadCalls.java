package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** The calls of a body by their expressions, and what is known of them only when all of the body was read. */
final class ReadCalls {

    private final LinkedBody body;
    private final MethodFlow flow;
    private final Map<Expression, CallEvent> events = new IdentityHashMap<>();
    /** Their expressions as they were read: what is asked first may bound what is found later, so each run asks in one order. */
    private final List<Expression> inOrder = new ArrayList<>();
    /** The events of calls; that of a loop that reads a call's result is not among them. */
    private final Map<Expression.Call, CallEvent> calls = new IdentityHashMap<>();
    private final List<Expression> returned = new ArrayList<>();

    ReadCalls(LinkedBody body, MethodFlow flow) {
        this.body = body;
        this.flow = flow;
    }

    void add(Expression expression, CallEvent event) {
        flow.calls.add(event);
        event.region.calls.add(event);
        standsFor(expression, event);
        if (expression instanceof Expression.Call call && event.target != null) {
            calls.put(call, event);
        }
    }

    /** The call that an expression is, or null. */
    CallEvent event(Expression expression) {
        return events.get(expression);
    }

    /** Says which call an expression stands for from now on. */
    void standsFor(Expression expression, CallEvent event) {
        if (events.put(expression, event) == null) {
            inOrder.add(expression);
        }
    }

    /** Notes what the method gives. */
    void returned(Expression value) {
        returned.add(value);
    }

    KeySources keys(Variables variables, EntityTypes types) {
        return new KeySources(body, variables, events, calls, types);
    }

    /** Says of each call what it hangs on, and of lists where they come from. */
    void finish(Hanging hanging, KeySources keys, ElementSources sources) {
        inOrder.forEach(each -> hanging.tell(each, events.get(each)));
        Map<Expression.Call, ElementSource> asked = sources.asked();
        forEachCall((call, event) -> {
            if (asked.containsKey(call)) {
                event.wrapped = asked.get(call);
                flow.results.put(call.nameSpan(), event);
            }
        });
        flow.identifiers = keys.ofReturned(returned);
    }

    /**
     * Says of the lists that queries and methods of the program are given, and of that which is returned, what they hold all
     * of.
     */
    void tellLists(Variables variables, LoopHeads heads) {
        WholeLists lists = new WholeLists(body, variables, heads, calls);
        forEachCall((call, event) -> {
            if (event.query.isPresent()) {
                event.listed = FilledLists.takesList(event.query.get()) ? ListArguments.of(call, body, lists) : WholeList.NONE;
            } else if (heads.program().declared(event.target.owner(), body.owner().module()).isPresent()) {
                event.whole = given(call, lists);
            }
        });
        flow.whole = returned.stream().filter(lists::isList).map(lists::of).reduce(WholeList.NONE, WholeList::and);
    }

    private void forEachCall(BiConsumer<Expression.Call, CallEvent> taker) {
        for (Expression each : inOrder) {
            if (each instanceof Expression.Call call && calls.containsKey(call)) {
                taker.accept(call, calls.get(call));
            }
        }
    }

    private static Map<Integer, WholeList> given(Expression.Call call, WholeLists lists) {
        Map<Integer, WholeList> given = new TreeMap<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            WholeList list = lists.isList(call.arguments().get(i)) ? lists.of(call.arguments().get(i)) : WholeList.NONE;
            if (!list.isNone()) {
                given.put(i, list);
            }
        }
        return given.isEmpty() ? Map.of() : given;
    }

    /** Says of each call that yields entities what becomes of them here. */
    void traceRows(EntityTypes types, LibraryKnowledge library) {
        new RowTraces(body, types, library, calls, flow).trace();
    }

    /** Marks the calls whose results decide when the loop ends, or what it has searched for. */
    void markExits(Statement loop, Region region) {
        mark(LoopExits.deciding(loop, body), region, event -> event.decidesExit = true);
        mark(LoopExits.searching(loop), region, event -> event.searches = true);
    }

    private void mark(List<Expression> marked, Region region, Consumer<CallEvent> as) {
        marked.stream().map(events::get).filter(event -> event != null && event.region.isWithin(region)).forEach(as);
    }
}
