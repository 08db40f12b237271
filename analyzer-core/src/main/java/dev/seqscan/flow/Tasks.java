package dev.seqscan.flow;

/** Tells of calls in functions that other threads run. */
final class Tasks {

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings;

    Tasks(MethodFlow flow, World world, Bindings bindings) {
        this.flow = flow;
        this.world = world;
        this.bindings = bindings;
    }

    /**
     * Whether each turn of a loop starts a task that does other work before a call. What only writes could as well be one task
     * for all turns.
     */
    boolean end(CallEvent event, Region loop) {
        for (Region each = event.region; each != null && each != loop; each = each.parent) {
            if (each.kind == Region.Kind.FUNCTION && bindings.of(each).task) {
                Region task = each;
                return flow.calls.stream().anyMatch(other -> other.region.isWithin(task) && isWorkBefore(event, other));
            }
        }
        return false;
    }

    /** A method of the program that is given something and sets nothing. */
    private boolean isWorkBefore(CallEvent event, CallEvent other) {
        return other != event && other.place.compareTo(event.place) < 0 && !other.arguments.isEmpty() && other.query.isEmpty()
                && !world.targets(other, flow).isEmpty() && !other.target.name().startsWith("set");
    }
}
