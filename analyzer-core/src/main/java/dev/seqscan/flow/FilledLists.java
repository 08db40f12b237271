package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows the lists that statements are given to the statements whose rows fill them, through the methods that hand them on. */
final class FilledLists {

    private static final int DEEPEST = 5;
    /** What is called from everywhere is given all sorts of lists. */
    private static final int MOST_CALLERS = 12;

    private final World world;
    private final Callers callers;
    private final Map<CallEvent, QueryUse> uses;

    FilledLists(World world, Callers callers, Map<CallEvent, QueryUse> uses) {
        this.world = world;
        this.callers = callers;
        this.uses = uses;
    }

    /** Whether a statement takes a list that makes it longer. */
    static boolean takesList(Query query) {
        return query.shape().takesList() || isByKeys(query);
    }

    private static boolean isByKeys(Query query) {
        return query.kind() == Query.Kind.CRUD && query.acceptsMany() && query.shape().command() == Command.SELECT;
    }

    /** All of them, ordered by place. */
    List<FilledList> report(List<MethodFlow> flows) {
        List<FilledList> found = new ArrayList<>();
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                if (!event.listed.isNone()) {
                    Map<CallEvent, Boolean> rows = new LinkedHashMap<>();
                    follow(flow, event.listed, event.listed.some(), DEEPEST, rows);
                    rows.forEach((each, some) -> found.add(new FilledList(uses.get(event), uses.get(each), some)));
                }
            }
        }
        found.sort(Comparator.comparing((FilledList each) -> each.use().site().place())
                .thenComparing(each -> each.rows().site().place()));
        return List.copyOf(found);
    }

    private void follow(MethodFlow flow, WholeList list, boolean some, int steps, Map<CallEvent, Boolean> rows) {
        if (steps == 0) {
            return;
        }
        for (CallEvent event : list.results()) {
            result(flow, event, some || list.some(), steps, rows);
        }
        List<IncomingCall> calls = list.parameters().isEmpty() ? List.of() : callers.calls(flow);
        for (IncomingCall call : calls.size() > MOST_CALLERS ? List.<IncomingCall>of() : calls) {
            for (int parameter : list.parameters()) {
                WholeList given = call.event().whole.getOrDefault(parameter, WholeList.NONE);
                follow(call.from(), given, some || list.some(), steps - 1, rows);
            }
        }
    }

    private void result(MethodFlow flow, CallEvent event, boolean some, int steps, Map<CallEvent, Boolean> rows) {
        if (event.query.isPresent()) {
            Query query = event.query.get();
            if (takesList(query)) {
                follow(flow, event.listed, some, steps - 1, rows);
            } else if (query.rows() == Query.Rows.MANY && query.shape().command() == Command.SELECT && query.isOfRows()) {
                rows.merge(event, some, Boolean::logicalAnd);
            }
            return;
        }
        List<MethodFlow> targets = world.targets(event, flow);
        if (targets.size() == 1) {
            returned(flow, event, targets.get(0).whole, targets.get(0), some, steps, rows);
        }
    }

    /** What the one method gives that a call reaches; of several methods each may give the list of another caller. */
    private void returned(MethodFlow flow, CallEvent event, WholeList whole, MethodFlow target, boolean some, int steps,
            Map<CallEvent, Boolean> rows) {
        follow(target, new WholeList(Set.of(), whole.results(), whole.some()), some, steps - 1, rows);
        for (int parameter : whole.parameters()) {
            follow(flow, event.whole.getOrDefault(parameter, WholeList.NONE), some || whole.some(), steps - 1, rows);
        }
    }
}
