package dev.seqscan.flow;

import dev.seqscan.finding.Step;
import dev.seqscan.query.Query;
import java.util.List;

/**
 * Statements that one call sends in each turn of a loop.
 *
 * @param queries what is sent, the nearest first; never empty
 * @param chain from the loop to the statement, in the order in which it happens
 * @param reach how sure it is that the calls on the way reach the statement
 */
public record RepeatedStatement(Site site, Loop loop, List<Query> queries, List<Step> chain, Reach reach) {
}
