package dev.seqscan;

import dev.seqscan.baseline.Baseline;
import dev.seqscan.baseline.WrongBaseline;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.rule.RuleCard;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Sets aside what is not new: what a baseline holds. What that needs is read before the analysis. */
public final class NewFindings {

    private final Path root;
    private final Optional<Baseline> baseline;

    private NewFindings(Path root, Optional<Baseline> baseline) {
        this.root = root;
        this.baseline = baseline;
    }

    /**
     * Reads what tells new findings from others.
     *
     * @param root the folder that is analysed
     * @param baseline a file that exists, if any
     * @throws WrongBaseline if the baseline cannot be used
     */
    public static NewFindings of(Path root, Optional<Path> baseline) {
        return new NewFindings(root, baseline.map(Baseline::read));
    }

    /** The report with what is not new set aside, and notices about what the user wrote in vain. */
    public AnalysisReport in(AnalysisReport report) {
        return baseline.map(file -> beside(file, report)).orElse(report);
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
