package dev.seqscan;

import dev.seqscan.baseline.Baseline;
import dev.seqscan.baseline.WrongBaseline;
import dev.seqscan.change.ChangedLines;
import dev.seqscan.change.GitChanges;
import dev.seqscan.change.WrongRevision;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.rule.RuleCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Sets aside what is not new: what a baseline holds, and what no changed line is part of. What that needs is read before the
 * analysis.
 */
public final class NewFindings {

    private final Path root;
    private final Optional<Baseline> baseline;
    private final String revision;
    private final Optional<ChangedLines> changed;

    private NewFindings(Path root, Optional<Baseline> baseline, String revision, Optional<ChangedLines> changed) {
        this.root = root;
        this.baseline = baseline;
        this.revision = revision;
        this.changed = changed;
    }

    /**
     * Reads what tells new findings from others.
     *
     * @param root the folder that is analysed
     * @param baseline a file that exists, if any
     * @param changedSince a revision of the Git repository of the root, if only what changed since counts
     * @throws WrongBaseline if the baseline cannot be used
     * @throws WrongRevision if it is not known what changed
     */
    public static NewFindings of(Path root, Optional<Path> baseline, Optional<String> changedSince) {
        return new NewFindings(root, baseline.map(Baseline::read), changedSince.orElse(""),
                changedSince.map(since -> GitChanges.since(root, since)));
    }

    /** The report with what is not new set aside, and notices about what the user wrote in vain. */
    public AnalysisReport in(AnalysisReport report) {
        AnalysisReport compared = baseline.map(file -> beside(file, report)).orElse(report);
        return changed.map(lines -> within(lines, compared)).orElse(compared);
    }

    private AnalysisReport within(ChangedLines lines, AnalysisReport report) {
        Map<Boolean, List<Finding>> touched = report.findings().stream().collect(Collectors.partitioningBy(lines::touches));
        return report.settingAside(touched.get(true), setAside(touched.get(false), SetAside.Why.ELSEWHERE, revision));
    }

    private AnalysisReport beside(Baseline file, AnalysisReport report) {
        Baseline.Compared compared = file.compare(report.findings(),
                report.rules().stream().map(RuleCard::id).collect(Collectors.toSet()), root);
        return report.settingAside(compared.left(), setAside(compared.known(), SetAside.Why.BASELINE, file.name()))
                .noting(compared.stale()).comparedWith(file.name());
    }

    private static List<SetAside> setAside(List<Finding> findings, SetAside.Why why, String reason) {
        return findings.stream().map(each -> new SetAside(each, why, reason)).toList();
    }
}
