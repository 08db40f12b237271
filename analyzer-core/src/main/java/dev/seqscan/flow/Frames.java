package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the transactions and contexts of their own in which calls of one method run. */
final class Frames {

    private static final Set<String> NO_CONTEXT = Set.of("boolean", "java.lang.Boolean", "java.lang.Class");

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings;

    Frames(MethodFlow flow, World world, Bindings bindings) {
        this.flow = flow;
        this.world = world;
        this.bindings = bindings;
    }

    /** Those in which a region runs, as far as this method sees. */
    List<Frame> around(Region region) {
        List<Region> begun = world.begunTransactions(flow);
        if (begun.isEmpty() && region.kind == Region.Kind.METHOD) {
            return List.of();
        }
        List<Frame> found = new ArrayList<>();
        for (Region each = region; each != null; each = each.parent) {
            if (each.kind == Region.Kind.FUNCTION) {
                found.addAll(bindings.of(each).frames);
            }
            if (begun.contains(each)) {
                found.add(Frame.transaction(each));
            }
        }
        return found;
    }

    /** Those of a call and of what it reaches; {@code below} are those of the called method. */
    List<Frame> of(CallEvent event, MethodFlow target, List<Frame> below) {
        List<Frame> found = new ArrayList<>();
        below.forEach(each -> found.add(each.seenFrom(event)));
        if (Propagation.of(target, world.library()).filter(Propagation::beginsAnew).isPresent() && isOnOtherBean(event)) {
            found.add(Frame.transaction(event.region));
        }
        found.addAll(around(event.region));
        return found;
    }

    /** Whether a called method begins a transaction unless there is one, which is committed when it returns. */
    boolean beginsWhereNone(CallEvent event, MethodFlow target) {
        return isOnOtherBean(event) && Propagation.of(target, world.library()).filter(Propagation::joins).isPresent();
    }

    /** Only a call from outside passes the proxy that begins transactions (Spring, "Declarative transaction management"). */
    private boolean isOnOtherBean(CallEvent event) {
        String receiver = event.target.receiver().className();
        boolean other = !receiver.isEmpty() && !receiver.equals(flow.owner.name());
        return event.dispatch == CallEvent.Dispatch.FIELD || event.dispatch == CallEvent.Dispatch.OBJECT && other;
    }

    /** Those that a library method opens for the functions it is given. */
    List<Frame> ofLibrary(CallEvent event) {
        if (event.target == null) {
            return List.of();
        }
        if (world.library().opensTransaction(event.target)) {
            return List.of(Frame.transaction(event.region));
        }
        return world.library().opensContext(event.target) ? List.of(Frame.context(event.hanging.ofArguments(), event.region))
                : List.of();
    }

    /** Those in which a method of the program runs a function that a call gives it. */
    List<Frame> ofFunction(CallEvent event, int index, MethodFlow target, Summary.Invocation invocation) {
        List<Frame> found = new ArrayList<>(of(event, target, invocation.frames()));
        if (invocation.calls() == LibraryKnowledge.Calls.ONCE) {
            Dependence beside = IntStream.range(0, event.arguments.size())
                    .filter(other -> other != index && makesContext(target, other, invocation))
                    .mapToObj(event.hanging::of).reduce(Dependence.NONE, Dependence::and);
            found.add(Frame.context(beside, event.region));
        }
        return found;
    }

    /** Who works with what is given beside a function, and does not hand it to that, prepares something for it. */
    private boolean makesContext(MethodFlow target, int parameter, Summary.Invocation invocation) {
        boolean handedOver = invocation.arguments().stream().flatMap(Set::stream)
                .anyMatch(value -> value.origin() instanceof Origin.Parameter given && given.index() == parameter);
        if (handedOver || parameter >= target.parameterTypes.size() || isPlain(target.parameterTypes.get(parameter))) {
            return false;
        }
        return target.workedWith(world.library()).contains(parameter);
    }

    private boolean isPlain(JavaType type) {
        return NO_CONTEXT.contains(type.toString()) || NO_CONTEXT.contains(type.className()) || world.library().isFunction(type);
    }

    /** What a loop's turns have each of their own, of the things that hold for something in it. */
    Optional<Circumstance> ofEachTurn(Region loop, List<Frame> frames) {
        Optional<Circumstance> within = frames.stream().filter(each -> each.isOfEachTurn(loop)).map(Frame::kind).findFirst();
        return within.isPresent() || loop.kind != Region.Kind.FUNCTION ? within : Optional.ofNullable(bindings.of(loop).turns);
    }

    /** Whether this method begins a transaction in which all turns of a loop run. */
    boolean beginAround(Region loop) {
        return loop.parent != null && beginAt(loop.parent);
    }

    /** Whether this method begins a transaction in which a region runs. */
    boolean beginAt(Region region) {
        return around(region).stream().anyMatch(each -> each.kind() == Circumstance.OWN_TRANSACTION);
    }

    /** As callers see them, each once. */
    static List<Frame> outside(List<Frame> frames) {
        if (frames.isEmpty()) {
            return List.of();
        }
        Set<Frame> seen = new LinkedHashSet<>();
        frames.forEach(each -> each.outside().ifPresent(seen::add));
        return List.copyOf(seen);
    }
}
