package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
import dev.seqscan.finding.Certainty;
import dev.seqscan.flow.Loop;
import dev.seqscan.query.Query;
import java.util.stream.Stream;

/**
 * Tells loops of a few turns by the nature of the data: over the parts of one object, as the lines of an order. Parts that
 * fill a growing table may be many. Rows of a growing table that are looked up for each part are told apart by their keys, so
 * that no session knows them all, and one query would find them.
 */
public final class Handful {

    /** What to say of a statement that is sent in such a loop only. */
    public static final Certainty CERTAINTY = Certainty.possible("one object most often has a handful of such parts");

    private Handful() {
    }

    /** Whether a loop that sends a statement has a few turns most often. */
    public static boolean isLikely(Loop loop, Query query, Model model) {
        if (!loop.ofOne()) {
            return false;
        }
        Stream<String> parts = model.entities().ofClass(loop.element()).map(Entity::table).stream();
        Stream<String> asked = looksUp(query) ? query.shape().roots().stream().limit(1).map(root -> root.table()) : Stream.of();
        return Stream.concat(parts, asked).noneMatch(table -> model.growth(table).isLarge());
    }

    private static boolean looksUp(Query query) {
        boolean row = switch (query.shape().projection()) {
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
            default -> true;
        };
        return row && !query.writes();
    }
}
