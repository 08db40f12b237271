package dev.seqscan;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.overview.Overview;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Checksums;
import dev.seqscan.source.Notice;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * What an analysis found.
 *
 * @param findings ranked, worst first; for equal rank in the order of their places
 * @param notices what could not be read or understood
 * @param rules the cards of the rules that ran, ordered by id
 * @param counts what was looked at and what was not judged, by name, as {@code files read} and {@code queries not understood}
 * @param version of SeqScan
 * @param setAside findings that are known, but neither printed nor failing a build
 * @param baseline the name of the file with the findings of an earlier run, from which these were told apart; empty where
 *        there is none
 * @param overview what the program maps, stores and asks for; the modules alone where the request did not want it
 * @param sources what the files were like that were read; who shows their lines compares
 */
public record AnalysisReport(List<Finding> findings, List<Notice> notices, List<RuleCard> rules,
        SortedMap<String, Integer> counts, String version, List<SetAside> setAside, String baseline, Overview overview,
        Checksums sources) {

    /** A report that tells of findings alone and sets nothing aside. */
    public AnalysisReport(List<Finding> findings, List<Notice> notices, List<RuleCard> rules,
            SortedMap<String, Integer> counts, String version) {
        this(findings, notices, rules, counts, version, List.of(), "", Overview.NONE);
    }

    /** A report of which no source is known. */
    public AnalysisReport(List<Finding> findings, List<Notice> notices, List<RuleCard> rules,
            SortedMap<String, Integer> counts, String version, List<SetAside> setAside, String baseline, Overview overview) {
        this(findings, notices, rules, counts, version, setAside, baseline, overview, Checksums.NONE);
    }

    /** The same with more notices. */
    public AnalysisReport noting(List<Notice> more) {
        return new AnalysisReport(findings, Stream.concat(notices.stream(), more.stream()).distinct().sorted().toList(), rules,
                counts, version, setAside, baseline, overview, sources);
    }

    /** The same with fewer findings, as some were set aside. */
    public AnalysisReport settingAside(List<Finding> left, List<SetAside> more) {
        return new AnalysisReport(left, notices, rules, counts, version,
                Stream.concat(setAside.stream(), more.stream()).toList(), baseline, overview, sources);
    }

    /** The same, told apart from the findings of a file of that name. */
    public AnalysisReport comparedWith(String name) {
        return new AnalysisReport(findings, notices, rules, counts, version, setAside, name, overview, sources);
    }
}
