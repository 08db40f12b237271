package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the loops of a method whose turns hang on what their statements give, go from portion to portion, or wait. */
final class LoopPaces {

    private static final Set<String> WAITING = Set.of("take", "await", "parkNanos");

    private final MethodFlow flow;
    private final World world;
    private final Map<CallEvent, List<Sending.Sent>> sent;
    private final Set<Region> polling = new HashSet<>();
    private final Set<Region> portions = new HashSet<>();
    private final Set<Region> paced = new HashSet<>();

    /** Takes what each call of the method sends. */
    LoopPaces(MethodFlow flow, World world, Map<CallEvent, List<Sending.Sent>> sent) {
        this.flow = flow;
        this.world = world;
        this.sent = sent;
        find();
    }

    /** The loops that end when a statement says so. */
    Set<Region> polling() {
        return polling;
    }

    /** The loops that go from portion to portion of the rows. */
    Set<Region> portions() {
        return portions;
    }

    /** The loops that wait in each turn. */
    Set<Region> paced() {
        return paced;
    }

    /**
     * A loop that ends when a statement says so asks for work, for the next page, or tries again; one that waits in its
     * turns goes at its own pace for as long as the program runs.
     */
    private void find() {
        for (CallEvent event : flow.calls) {
            if (event.region.kind == Region.Kind.METHOD) {
                continue;
            }
            boolean sleeps = sleeps(event) || world.targets(event, flow).stream().anyMatch(each -> world.summary(each).waits);
            if (sleeps || waits(event) || event.decidesExit && sends(event)) {
                for (Region each = event.region; each != null; each = each.parent) {
                    if (each.kind == Region.Kind.LOOP && (sleeps || !each.head.form().startsWith("for-each"))) {
                        (sleeps ? paced : polling).add(each);
                        if (!sleeps) {
                            markPortions(event, each);
                            break;
                        }
                    }
                }
            } else if (pagesIn(event, event.region)) {
                portions.add(event.region);
            }
        }
    }

    /** Of a loop that goes on while there are rows, not until a single one is there: a retry or a way through a tree. */
    private void markPortions(CallEvent event, Region loop) {
        boolean takes = pagesIn(event, loop) || flow.calls.stream().filter(each -> each == event || isRunBy(each, event))
                .flatMap(each -> sent.get(each).stream()).anyMatch(each -> takesPortion(each.send().query()));
        if (event.decidesExit && takes) {
            portions.add(loop);
        }
    }

    private static boolean takesPortion(Query query) {
        return query.shape().command() == Command.DELETE && query.kind() != Query.Kind.LOOKUP_BY_ID
                || query.paging().form() != Query.Paging.Form.NONE || query.shape().limit().rows() == Limit.VARIABLE
                || query.shape().limit().rows() > 1;
    }

    /** Whether a function that a call is given makes another one. */
    private static boolean isRunBy(CallEvent inner, CallEvent event) {
        return event.arguments.stream().flatMap(Set::stream).anyMatch(value -> value.origin() instanceof Origin.Function function
                && inner.region.isWithin(function.region()));
    }

    static boolean pagesIn(CallEvent event, Region loop) {
        return event.region == loop && loop.kind == Region.Kind.LOOP && event.page.page() == PageArgument.LOOP
                && !loop.head.form().startsWith("for-each");
    }

    /** Sets a pace for whoever calls it again and again. */
    static boolean sleeps(CallEvent event) {
        return event.target != null && event.target.name().equals("sleep") && (event.target.owner().equals("java.lang.Thread")
                || event.target.owner().equals("java.util.concurrent.TimeUnit"));
    }

    private static boolean waits(CallEvent event) {
        return event.target != null && WAITING.contains(event.target.name())
                && event.target.owner().startsWith("java.util.concurrent.");
    }

    /** Whether a call sends a statement itself, or runs a function that does. */
    private boolean sends(CallEvent event) {
        if (!sent.get(event).isEmpty()) {
            return true;
        }
        return flow.calls.stream().anyMatch(each -> !sent.get(each).isEmpty() && isRunBy(each, event));
    }
}
