package dev.seqscan.flow;

import java.util.List;

/**
 * What the program does, as rules see it; each list is ordered by place.
 *
 * @param notJudged counts of what was not judged, by what it is
 */
public record Flow(List<RepeatedStatement> repeatedStatements, List<RepeatedRead> repeatedReads, List<QueryUse> queryUses,
        java.util.SortedMap<String, Integer> notJudged) {
}
