package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import java.util.List;

/** One step of settling: takes findings, gives those that are left, or the same in another order. */
public interface FindingFilter {

    /** The findings that are left. The list that goes in is not changed. */
    List<Finding> apply(List<Finding> findings);

    /** This step, then another. */
    default FindingFilter then(FindingFilter next) {
        return findings -> next.apply(apply(findings));
    }
}
