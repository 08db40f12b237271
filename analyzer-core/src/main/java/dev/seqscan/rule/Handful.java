package dev.seqscan.rule;

import dev.seqscan.finding.Certainty;
import dev.seqscan.flow.Loop;
import dev.seqscan.flow.Turns;
import dev.seqscan.query.Query;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells loops of a few turns by the nature of the data: over the parts of one object, as the lines of an order. Parts that
 * machines feed into a table may be many. Rows of a large table that are looked up for each part are told apart by their keys,
 * so that no session knows them all, and one query would find them. Rows that hang on one row of another table are few where
 * they are written, as they are when that one goes. A list of which nothing is known is taken for short too.
 */
public final class Handful {

    private Handful() {
    }

    /** What to say of a statement that is sent in such a loop only; empty where the loop may have many turns. */
    public static Optional<Certainty> of(Loop loop, Query query, Model model) {
        Stream<String> asked = looksUp(query) ? query.shape().roots().stream().limit(1).map(root -> root.table()) : Stream.of();
        return of(loop, asked, query.writes(), model);
    }

    /** What to say of associations that are loaded in such a loop only; empty where the loop may have many turns. */
    public static Optional<Certainty> of(Loop loop, Model model) {
        return of(loop, Stream.of(), false, model);
    }

    private static Optional<Certainty> of(Loop loop, Stream<String> asked, boolean writes, Model model) {
        if (loop.turns() == Turns.MANY || loop.turns() == Turns.CHILDREN && !writes) {
            return Optional.empty();
        }
        boolean known = loop.turns() != Turns.UNKNOWN;
        boolean large = model.entities().ofClass(loop.element()).filter(parts -> model.growth(parts.table()).isFed()).isPresent()
                || known && asked.anyMatch(table -> model.growth(table).isVaried());
        return large ? Optional.empty() : Optional.of(Certainty.possible(known ? "one object most often has a handful of such parts"
                : "nothing tells of how many elements the loop goes over"));
    }

    private static boolean looksUp(Query query) {
        boolean row = switch (query.shape().projection()) {
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
            default -> true;
        };
        return row && !query.writes();
    }
}
