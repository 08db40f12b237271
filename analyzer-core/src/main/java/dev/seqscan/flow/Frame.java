package dev.seqscan.flow;

import java.util.Optional;
import java.util.Set;

/**
 * A transaction or context that a call opens for what it runs, or a loop that runs it for one portion of rows after another.
 *
 * @param on what the context is made for hangs on; the others hang on nothing
 * @param at where the call stands
 */
record Frame(Circumstance kind, Dependence on, Region at) {

    static Frame transaction(Region at) {
        return new Frame(Circumstance.OWN_TRANSACTION, Dependence.NONE, at);
    }

    /** {@code at} is where the loop stands. */
    static Frame portions(Region at) {
        return new Frame(Circumstance.IN_PORTIONS, Dependence.NONE, at);
    }

    static Frame context(Dependence on, Region at) {
        return new Frame(Circumstance.OWN_CONTEXT, on, at);
    }

    /** Whether each turn of a loop opens another one. */
    boolean isOfEachTurn(Region loop) {
        return at.isWithin(loop) && (kind != Circumstance.OWN_CONTEXT || on.variesIn(loop));
    }

    /** The same as those see it who call the method; a context for something that callers do not give stays the same for them. */
    Optional<Frame> outside() {
        boolean seen = kind != Circumstance.OWN_CONTEXT || !on.parameters().isEmpty();
        return seen ? Optional.of(new Frame(kind, new Dependence(on.parameters(), Set.of()), at)) : Optional.empty();
    }

    /** What a called method opens, as a call of it sees it. */
    Frame seenFrom(CallEvent event) {
        Dependence given = on.parameters().stream().map(event.hanging::of).reduce(Dependence.NONE, Dependence::and);
        return new Frame(kind, given, event.region);
    }
}
