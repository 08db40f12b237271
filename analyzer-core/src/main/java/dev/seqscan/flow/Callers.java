package dev.seqscan.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who calls a method, and which entry point reaches it. */
final class Callers {

    private static final int MOST_CALLERS = 4;
    /** What is called farther behind a message or clock says little of what it is about. */
    private static final int LONGEST_WAY = 5;

    private final LibraryKnowledge library;
    private final EntryPoints entries;
    private final List<MethodFlow> flows;
    private final World world;
    private final Overridden overridden;
    private StartUp startUp;
    private final Map<MethodFlow, List<MethodFlow>> callers = new IdentityHashMap<>();
    private final Map<MethodFlow, List<IncomingCall>> calls = new IdentityHashMap<>();
    private final Map<MethodFlow, String> entryPoints = new IdentityHashMap<>();
    /** What is called in {@code catch} blocks, and what is called elsewhere. */
    private final Set<MethodFlow> afterFailures = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodFlow> otherwise = Collections.newSetFromMap(new IdentityHashMap<>());
    /** What calls may reach that may reach many methods, and that is not followed. */
    private final Set<MethodFlow> vague = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<MethodFlow> unattended = Collections.newSetFromMap(new IdentityHashMap<>());

    Callers(List<MethodFlow> flows, World world, Overridden overridden) {
        this.flows = flows;
        this.world = world;
        this.overridden = overridden;
        this.library = world.library();
        this.entries = new EntryPoints(library, overridden);
        Map<MethodFlow, List<MethodFlow>> callees = new IdentityHashMap<>();
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                for (MethodFlow target : world.targets(event, flow)) {
                    callers.computeIfAbsent(target, key -> new ArrayList<>()).add(flow);
                    calls.computeIfAbsent(target, key -> new ArrayList<>()).add(new IncomingCall(flow, event));
                    callees.computeIfAbsent(flow, key -> new ArrayList<>()).add(target);
                    (event.afterFailure ? afterFailures : otherwise).add(target);
                }
                vague.addAll(world.otherTargets(event, flow));
            }
        }
        reach(flows, callees);
        reachUnattended(flows, callees);
    }

    private void reachUnattended(List<MethodFlow> flows, Map<MethodFlow, List<MethodFlow>> callees) {
        List<MethodFlow> open = flows.stream().filter(flow -> flow.method.annotations().stream()
                .anyMatch(use -> library.isUnattended(flow.owner.annotationType(use)))).toList();
        for (int way = 0; way < LONGEST_WAY && !open.isEmpty(); way++) {
            open = open.stream().filter(unattended::add)
                    .flatMap(flow -> callees.getOrDefault(flow, List.of()).stream()).toList();
        }
    }

    /** Whether messages or a clock set a method going on a short way, so that it runs as often as machines like. */
    boolean isUnattended(MethodFlow flow) {
        return unattended.contains(flow);
    }

    /** Breadth first, so that each method has the entry point that is nearest to it. */
    private void reach(List<MethodFlow> flows, Map<MethodFlow, List<MethodFlow>> callees) {
        Deque<MethodFlow> open = new ArrayDeque<>();
        for (MethodFlow flow : flows) {
            entries.label(flow).ifPresent(label -> {
                entryPoints.put(flow, label);
                open.add(flow);
            });
        }
        while (!open.isEmpty()) {
            MethodFlow flow = open.removeFirst();
            for (MethodFlow callee : callees.getOrDefault(flow, List.of())) {
                if (entryPoints.putIfAbsent(callee, entryPoints.get(flow)) == null) {
                    open.add(callee);
                }
            }
        }
    }

    /** The methods that call a method; one that does so several times is named as often. */
    List<MethodFlow> of(MethodFlow flow) {
        return callers.getOrDefault(flow, List.of());
    }

    /** The calls that may reach a method, those of one caller after those of another. */
    List<IncomingCall> calls(MethodFlow flow) {
        return calls.getOrDefault(flow, List.of());
    }

    /** Whether calls may reach a method that are not among those which are followed. */
    boolean isCalledVaguely(MethodFlow flow) {
        return vague.contains(flow);
    }

    /** The entry point that reaches a method, or empty. */
    String entryPointOf(MethodFlow flow) {
        return entryPoints.getOrDefault(flow, "");
    }

    /** Whether all known calls of a method stand in {@code catch} blocks. */
    boolean runsAfterFailure(MethodFlow flow) {
        return afterFailures.contains(flow) && !otherwise.contains(flow) && entries.label(flow).isEmpty();
    }

    /** Whether what stands in a region runs once only, when the application starts or is installed; asked after all summaries. */
    boolean runsAtStart(MethodFlow flow, Region region) {
        if (startUp == null) {
            startUp = new StartUp(flows, world, this, entries, overridden);
        }
        return startUp.runsOnce(flow, region);
    }

    /** Whether a method is called from outside, or by nobody that was read. */
    boolean isReachable(MethodFlow flow) {
        return entries.label(flow).isPresent() || callers.getOrDefault(flow, List.of()).stream().allMatch(each -> each == flow);
    }

    /** Whether a method runs in a transaction as far as annotations say so: its own, or those of all who call it. */
    boolean inTransaction(MethodFlow flow) {
        return inTransaction(flow, MOST_CALLERS);
    }

    private boolean inTransaction(MethodFlow flow, int depth) {
        Optional<String> propagation = Propagation.of(flow, library);
        if (propagation.isPresent()) {
            return Propagation.joins(propagation.get());
        }
        List<MethodFlow> above = callers.getOrDefault(flow, List.of());
        return depth > 0 && !above.isEmpty() && above.size() <= MOST_CALLERS
                && above.stream().allMatch(each -> inTransaction(each, depth - 1));
    }
}
