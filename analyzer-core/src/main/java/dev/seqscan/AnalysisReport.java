package dev.seqscan;

import dev.seqscan.finding.Finding;
import dev.seqscan.overview.Overview;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Notice;
import java.util.List;
import java.util.SortedMap;

/**
 * What an analysis found.
 *
 * @param findings ranked, worst first; for equal rank in the order of their places
 * @param notices what could not be read or understood
 * @param rules the cards of the rules that ran, ordered by id
 * @param counts what was looked at and what was not judged, by name, as {@code files read} and {@code queries not understood}
 * @param version of SeqScan
 * @param overview what the program maps, stores and asks for
 */
public record AnalysisReport(List<Finding> findings, List<Notice> notices, List<RuleCard> rules,
        SortedMap<String, Integer> counts, String version, Overview overview) {

    /** A report that tells of findings alone. */
    public AnalysisReport(List<Finding> findings, List<Notice> notices, List<RuleCard> rules,
            SortedMap<String, Integer> counts, String version) {
        this(findings, notices, rules, counts, version, Overview.NONE);
    }
}
