package dev.seqscan.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries what has to hold of a method's parameters on to those who call it. */
final class Requirements {

    private final World world;
    private final MethodFlow flow;

    Requirements(World world, MethodFlow flow) {
        this.world = world;
        this.flow = flow;
    }

    /**
     * What has to hold of the caller's parameters so that a call gets to a part of its target; empty where the call is given what
     * cannot hold.
     */
    Optional<List<Condition>> seenFrom(CallEvent event, MethodFlow target, List<Condition> required) {
        if (required.isEmpty() && event.required.isEmpty() && world.targets(event, flow).size() == 1) {
            return Optional.of(List.of());
        }
        List<Condition> all = new ArrayList<>(event.required);
        if (world.targets(event, flow).size() > 1) {
            Optional.ofNullable(event.hanging.passed().get(Hanging.RECEIVER))
                    .ifPresent(own -> all.add(Condition.reaches(own, target)));
        }
        for (Condition each : required) {
            String given = event.hanging.constant(each.parameter());
            if (each.isBrokenBy(given) || each.needsMethod() && !world.mayReach(given, each.method(), flow)) {
                return Optional.empty();
            }
            Optional.ofNullable(event.hanging.passed().get(each.parameter())).map(each::on).ifPresent(all::add);
        }
        boolean possible = all.stream().noneMatch(one -> all.stream().anyMatch(one::contradicts));
        return possible ? Optional.of(all.stream().distinct().toList()) : Optional.empty();
    }
}
