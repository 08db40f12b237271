package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the value of an expression hangs on.
 *
 * @param parameters indexes of the method's parameters; -1 is {@code this} and all that it holds
 * @param regions the loops and functions in which it changes
 */
record Dependence(Set<Integer> parameters, Set<Region> regions) {

    static final Dependence NONE = new Dependence(Set.of(), Set.of());

    private static final Dependence ON_THIS = new Dependence(Set.of(-1), Set.of());

    static Dependence onParameter(int index) {
        return index == -1 ? ON_THIS : new Dependence(Set.of(index), Set.of());
    }

    static Dependence onRegion(Region region) {
        return new Dependence(Set.of(), Set.of(region));
    }

    Dependence and(Dependence other) {
        if (isNone()) {
            return other;
        }
        if (parameters.containsAll(other.parameters) && regions.containsAll(other.regions)) {
            return this;
        }
        Set<Integer> both = new LinkedHashSet<>(parameters);
        both.addAll(other.parameters);
        Set<Region> all = new LinkedHashSet<>(regions);
        all.addAll(other.regions);
        return new Dependence(both, all);
    }

    private boolean isNone() {
        return parameters.isEmpty() && regions.isEmpty();
    }

    /** Whether the turns of a loop may each see another value. */
    boolean variesIn(Region loop) {
        return regions.stream().anyMatch(region -> region.isWithin(loop));
    }
}
