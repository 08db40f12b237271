package dev.seqscan.flow;

import dev.seqscan.finding.Trail;
import dev.seqscan.finding.Trail.About;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes of the calls of one method what they reach and send, what they are made on, and the loops around them. */
final class CallExplainer {

    private static final int MOST_CALLERS = 12;
    private static final int MOST_LEVELS = 3;

    private final MethodFlow flow;
    private final List<MethodFlow> flows;
    private final World world;
    private final Callers callers;
    private final Bindings bindings = new Bindings();
    private final Resolver resolver;
    private final Sending sending;

    CallExplainer(MethodFlow flow, List<MethodFlow> flows, World world, Callers callers) {
        this.flow = flow;
        this.flows = flows;
        this.world = world;
        this.callers = callers;
        new Binder(flow, world, bindings, new Summary()).bind();
        this.resolver = new Resolver(flow, world, bindings);
        this.sending = new Sending(flow, world, bindings, resolver);
    }

    void explain(Trail trail) {
        flow.calls.stream().filter(event -> trail.asks(event.place)).forEach(event -> explain(event, trail));
        callers(trail.place(), trail);
    }

    private void explain(CallEvent event, Trail trail) {
        trail.note(event.place, About.TARGET, () -> target(event));
        world.library().said(event.target).ifPresent(said -> trail.note(event.place, About.TARGET,
                () -> "the settings speak of it at " + said.place().file() + ":" + said.place().line()));
        statements(event).forEach(each -> trail.note(event.place, About.STATEMENT, () -> each));
        origins(event).forEach(each -> trail.note(event.place, About.ORIGIN, () -> each));
        loops(event.region).forEach(each -> trail.note(event.place, About.LOOP, () -> each));
    }

    private String target(CallEvent event) {
        if (event.iterates) {
            return event.text + " is what a loop goes over";
        }
        if (event.target == null) {
            return event.text + " calls a method that is not known, so nothing is concluded from it";
        }
        List<MethodFlow> targets = world.targets(event, flow);
        String keys = targets.stream().map(each -> each.key).collect(Collectors.joining(", "));
        String followed = targets.isEmpty() ? "" : keys.equals(event.target.key()) ? "; followed" : "; followed into " + keys;
        return event.text + " calls " + event.target.key() + followed + switch (world.reach(event, flow)) {
            case SURE -> "";
            case AMBIGUOUS -> ", one of several, so no more than likely";
            case VAGUE -> " and more that are not followed, so no more than possible";
        };
    }

    private List<String> statements(CallEvent event) {
        if (event.query.isPresent()) {
            return QueryText.of(event.query.get());
        }
        List<String> lines = new ArrayList<>();
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.Send send : world.summary(target).sends) {
                lines.add("through " + target.label() + " it sends " + send.query().label() + send.chain().stream()
                        .map(hop -> hop.place().file() + ":" + hop.place().line()).collect(Collectors.joining(", ", " (", ")")));
            }
        }
        return lines.isEmpty() && !event.iterates ? List.of("sends no statement that is known") : lines;
    }

    private List<String> origins(CallEvent event) {
        List<String> lines = new ArrayList<>();
        Set<Value> receiver = resolver.resolve(event.receiver);
        if (!receiver.isEmpty()) {
            lines.add((event.iterates ? "goes over " : "is made on ") + ValueText.of(receiver));
        }
        for (int i = 0; i < event.arguments.size(); i++) {
            Set<Value> argument = resolver.resolve(event.arguments.get(i));
            argument = argument.stream().filter(value -> !value.entity().isEmpty()).collect(Collectors.toSet());
            if (!argument.isEmpty()) {
                lines.add("argument " + (i + 1) + " is " + ValueText.of(argument));
            }
        }
        return lines;
    }

    private List<String> loops(Region region) {
        List<String> lines = new ArrayList<>();
        for (Region each = region; each != null; each = each.parent) {
            LoopHead head = bindings.head(each);
            if (head != null) {
                String reason = bindings.exclusion(each, head, sending.isPolling(each) ? Set.of(each) : Set.of());
                lines.add("stands in the " + ValueText.loop(head)
                        + (reason.isEmpty() ? ", which counts" : ", which does not count: " + reason));
            } else if (each.kind == Region.Kind.FUNCTION) {
                lines.add("stands in the function at line " + each.place.line() + ", which runs "
                        + switch (bindings.of(each).calls) {
                            case MANY, ONCE -> "once";
                            case MEMO -> "once for each key";
                            case APART -> "as a job of its own";
                        });
            }
        }
        return lines.isEmpty() ? List.of("stands in no loop of " + flow.label()) : lines;
    }

    /** Who calls the method, and in which loops: from the nearest on. */
    private void callers(Place place, Trail trail) {
        String entry = callers.entryPointOf(flow);
        trail.note(place, About.CALLERS, () -> flow.label()
                + (entry.isEmpty() ? " is reached from no entry point that is known" : " is reached from " + entry));
        List<MethodFlow> level = List.of(flow);
        for (int depth = 0; depth < MOST_LEVELS; depth++) {
            level.forEach(each -> calls(each, place, trail));
            level = level.stream().flatMap(each -> callers.of(each).stream()).distinct().limit(MOST_CALLERS).toList();
        }
    }

    private void calls(MethodFlow called, Place place, Trail trail) {
        for (MethodFlow caller : callers.of(called).stream().distinct().limit(MOST_CALLERS).toList()) {
            CallExplainer of = caller == flow ? this : new CallExplainer(caller, flows, world, callers);
            caller.calls.stream().filter(event -> world.targets(event, caller).contains(called)).forEach(event ->
                    trail.note(place, About.CALLERS, () -> called.label() + " is called by " + caller.label() + " ("
                            + event.place.file() + ":" + event.place.line() + "), which " + String.join("; ", of.loops(event.region))));
        }
    }
}
