package dev.seqscan.flow;

import dev.seqscan.finding.Step;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import java.util.List;
import java.util.Optional;

/**
 * Statements that one call sends in each turn of a loop.
 *
 * @param queries what is sent: what reads before what writes, what no branch leaves out before other, the nearest first; never empty
 * @param chain from the loop to the first of these statements, in the order in which it happens
 * @param choices how many of the calls to it may leave it out, itself included; those of methods that do nothing else may not
 * @param reach how sure it is that the calls on the way reach the statement
 * @param written what that statement is given, where it writes entities
 * @param same whether each turn asks the same question, as far as it hangs on what the call is given
 * @param transaction whether all turns are known to run in one transaction
 * @param circumstance for what one statement for all turns may be no cure, if anything is known of that kind
 */
public record RepeatedStatement(Site site, Loop loop, List<Query> queries, List<Step> chain, int choices, Reach reach, Written written,
        boolean same, boolean transaction, Optional<Circumstance> circumstance) {

    /** On longer ways conditions decide more often than not (measured by reading findings in their source). */
    static final int MOST_CHOICES = 4;

    /** Whether many calls lie before the statement, each of which may leave it out. */
    public boolean isFar() {
        return choices > MOST_CHOICES;
    }

    /**
     * Whether everything is set for batches of new rows, but the database makes their identifiers as it inserts them, so
     * that each is sent alone.
     */
    public boolean identifiersBlockBatch() {
        return written != Written.LOADED && queries.stream().allMatch(query -> query.writing().identifiersBlockBatch()
                && query.shape().command() == QueryShape.Command.INSERT && (transaction || !query.writing().ownTransaction()));
    }

    /** Whether none of the statements reads. */
    public boolean onlyWrites() {
        return queries.stream().allMatch(Query::writes);
    }
}
