package dev.seqscan.flow;

import java.util.Set;

/**
 * Why some loops do not repeat a statement, though each of their turns may send it.
 *
 * @param on of a text what it is a value of, of portions what counts them; the loops in which that varies are exempt
 */
record Exemption(Kind kind, Dependence on) {

    /** What is known of the turns of such loops. */
    enum Kind {
        /** Only some turns send it: {@code if (n % 100 == 0)}. */
        PORTIONS(LoopHeads.CHUNKED),
        /** The text of the statement is a value of the element, so that each turn sends another one. */
        SCRIPT(LoopHeads.SCRIPT);

        private final String reason;

        Kind(String reason) {
            this.reason = reason;
        }
    }

    String reason() {
        return kind.reason;
    }

    /** Whether a loop is exempt. */
    boolean isFrom(Region loop) {
        return on.variesIn(loop);
    }

    /** Whether callers may have loops that are exempt. */
    boolean reachesCallers() {
        return !on.parameters().isEmpty();
    }

    /** The same seen from a call of the method whose parameters decide. */
    Exemption seenFrom(CallEvent event) {
        return new Exemption(kind, on.parameters().stream().map(index -> kind == Kind.SCRIPT ? event.hanging.taken(index)
                : counted(event, index)).reduce(Dependence.NONE, Dependence::and));
    }

    /** A counter that is handed on counts the turns of the nearest loop around. */
    private static Dependence counted(CallEvent event, int parameter) {
        Integer own = event.hanging.passed().get(parameter);
        String known = event.hanging.constant(parameter);
        boolean fixed = !known.equals(KnownValues.UNKNOWN) && !known.equals(KnownValues.PRESENT);
        return own != null ? Dependence.onParameter(own) : fixed ? Dependence.NONE : nearest(event.region);
    }

    /** A dependence on the innermost loop or function around a region, itself included. */
    static Dependence nearest(Region region) {
        return region == null || region.kind == Region.Kind.METHOD ? Dependence.NONE
                : new Dependence(Set.of(), Set.of(region));
    }
}
