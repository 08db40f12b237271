package dev.seqscan.rule;

import dev.seqscan.entity.Entity;
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
 * they are written, as they are when that one goes. A list of which nothing is known is taken for short too. Where the elements
 * come from what was not followed, or rows are written, the table tells whether they may be many, if there is one to ask.
 */
public final class Handful {

    private static final Optional<Certainty> UNTOLD =
            Optional.of(Certainty.possible("nothing tells of how many elements the loop goes over"));

    private static final Optional<Certainty> STANDING =
            Optional.of(Certainty.possible("nothing tells that the table gets many rows"));

    private static final String PARTS = "one object most often has a handful of such parts";

    private Handful() {
    }

    /** What to say of a statement that is sent in such a loop only; empty where the loop may have many turns. */
    public static Optional<Certainty> of(Loop loop, Query query, Model model) {
        if (loop.turns() == Turns.ELSEWHERE) {
            boolean rows = !query.writes() && model.entities().ofClass(loop.element()).isPresent();
            boolean untold = tables(loop, query, model).noneMatch(model::hasTable) && model.entities().all().isEmpty();
            return rows || untold || isGrowing(loop, query, model) ? Optional.empty() : UNTOLD;
        }
        if (loop.turns() == Turns.MANY && query.writes() && tables(loop, query, model).anyMatch(model::hasTable)
                && !isGrowing(loop, query, model)) {
            return STANDING;
        }
        Stream<String> asked = looksUp(query) ? query.shape().roots().stream().limit(1).map(root -> root.table()) : Stream.of();
        return of(loop, asked, query.writes(), model);
    }

    /** Whether what the loop goes over, or what the statement is about, gets many rows. */
    private static boolean isGrowing(Loop loop, Query query, Model model) {
        return tables(loop, query, model).anyMatch(table -> model.growth(table).isGrowing());
    }

    private static Stream<String> tables(Loop loop, Query query, Model model) {
        Stream<String> parts = model.entities().ofClass(loop.element()).map(Entity::table).stream();
        return Stream.concat(parts, query.shape().roots().stream().map(root -> root.table()));
    }

    /**
     * What to say of associations that are loaded in such a loop only; empty where the loop may have many turns. One look at
     * the query saves the statements of the parts of one row, however few these are.
     */
    public static Optional<Certainty> of(Loop loop, Model model) {
        Optional<Certainty> handful = of(loop, Stream.of(), false, model);
        return loop.turns() == Turns.PARTS ? handful.map(few -> Certainty.likely(few.doubt())) : handful;
    }

    private static Optional<Certainty> of(Loop loop, Stream<String> asked, boolean writes, Model model) {
        if (loop.turns().compareTo(Turns.ELSEWHERE) >= 0 || loop.turns() == Turns.CHILDREN && !writes
                || loop.turns() == Turns.PARTS && loop.depth() > 1 && !writes) {
            return Optional.empty();
        }
        boolean known = loop.turns() != Turns.UNKNOWN;
        boolean large = model.entities().ofClass(loop.element()).filter(parts -> model.growth(parts.table()).isFed()).isPresent()
                || known && asked.anyMatch(table -> model.growth(table).isVaried());
        return large ? Optional.empty()
                : known ? Optional.of(Certainty.possible(PARTS)) : UNTOLD;
    }

    private static boolean looksUp(Query query) {
        boolean row = switch (query.shape().projection()) {
            case COUNT, EXISTS, AGGREGATE, NONE -> false;
            default -> true;
        };
        return row && !query.writes();
    }
}
