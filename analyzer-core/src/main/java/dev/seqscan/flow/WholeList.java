package dev.seqscan.flow;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a list holds all of, one element for each: other lists, or rows. Nothing where it is cut into parts, limited, or of
 * unknown origin.
 *
 * @param parameters the parameters of the method that are such lists
 * @param results the calls that give them
 * @param some whether a condition in the program may leave elements out
 */
record WholeList(Set<Integer> parameters, Set<CallEvent> results, boolean some) {

    /** Nothing is known, or not all of it is there. */
    static final WholeList NONE = new WholeList(Set.of(), Set.of(), false);

    static WholeList parameter(int index) {
        return new WholeList(Set.of(index), Set.of(), false);
    }

    static WholeList result(CallEvent call) {
        return new WholeList(Set.of(), Set.of(call), false);
    }

    boolean isNone() {
        return parameters.isEmpty() && results.isEmpty();
    }

    /** The same of which some elements may be left out. */
    WholeList partly() {
        return isNone() ? NONE : new WholeList(parameters, results, true);
    }

    /** What holds both, or one or the other. */
    WholeList and(WholeList other) {
        if (isNone() || other.isNone()) {
            return isNone() ? other : this;
        }
        Set<Integer> given = new LinkedHashSet<>(parameters);
        given.addAll(other.parameters);
        Set<CallEvent> calls = new LinkedHashSet<>(results);
        calls.addAll(other.results);
        return new WholeList(given, calls, some || other.some);
    }
}
