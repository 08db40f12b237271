package dev.seqscan.flow;

import dev.seqscan.finding.Step;
import dev.seqscan.query.Query;
import java.util.List;

/**
 * Statements that one call sends in each turn of a loop.
 *
 * @param queries what is sent: what reads before what writes, the nearest first; never empty
 * @param chain from the loop to the first of these statements, in the order in which it happens
 * @param reach how sure it is that the calls on the way reach the statement
 * @param written what that statement is given, where it writes entities
 * @param transaction whether all turns are known to run in one transaction
 */
public record RepeatedStatement(Site site, Loop loop, List<Query> queries, List<Step> chain, Reach reach, Written written,
        boolean transaction) {

    /** Whether none of the statements reads. */
    public boolean onlyWrites() {
        return queries.stream().allMatch(Query::writes);
    }
}
