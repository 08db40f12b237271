package dev.seqscan.flow;

import dev.seqscan.query.Query;
import java.util.Optional;
import java.util.Set;

/** Tells on what hangs what a statement asks, as far as it is given values that do not change by themselves. */
final class Questions {

    private static final Set<Query.Kind> MADE_HERE = Set.of(Query.Kind.JPQL, Query.Kind.SQL, Query.Kind.CRITERIA);

    private Questions() {
    }

    /**
     * What the question of a call hangs on; empty for one that a variable or field holds, whose parameters are set by other calls.
     *
     * @param declared whether the program declares the method, which says all that is asked
     */
    static Optional<Dependence> of(CallEvent event, Query query, boolean declared) {
        boolean prepared = !declared && event.onName && event.arguments.isEmpty() && MADE_HERE.contains(query.kind());
        boolean plain = event.target != null && !prepared;
        for (int i = 0; plain && i < event.target.parameters().size(); i++) {
            plain = event.takesPlain(i);
        }
        return plain ? Optional.of(event.hanging.receiver().and(event.hanging.ofArguments())) : Optional.empty();
    }

    /** The same for a call of a method, where the question hangs on parameters of that method. */
    static Optional<Dependence> seenFrom(CallEvent event, Optional<Set<Integer>> question) {
        boolean held = event.onVariable && question.filter(each -> each.contains(Hanging.RECEIVER)).isPresent();
        return question.filter(each -> !held && each.stream().allMatch(event::takesPlain))
                .map(each -> each.stream().map(event.hanging::of).reduce(Dependence.NONE, Dependence::and));
    }
}
