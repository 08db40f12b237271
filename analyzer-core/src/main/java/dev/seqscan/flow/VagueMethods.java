package dev.seqscan.flow;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the methods that are reached only by calls of which nobody can tell what they reach. */
final class VagueMethods {

    private VagueMethods() {
    }

    /** Their keys; asked when the targets of all calls are known. */
    static Set<String> of(List<MethodFlow> flows, World world) {
        Set<String> sure = new HashSet<>();
        Set<String> vague = new TreeSet<>();
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                List<MethodFlow> targets = world.targets(event, flow);
                if (!targets.isEmpty()) {
                    Set<String> found = world.reach(event, flow) == Reach.VAGUE ? vague : sure;
                    targets.forEach(target -> found.add(target.key));
                }
            }
        }
        vague.removeAll(sure);
        return Collections.unmodifiableSet(vague);
    }
}
