package dev.seqscan.run;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.NewFindings;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Trail;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Progress;
import dev.seqscan.source.ProgressListener;
import dev.seqscan.source.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Reports what is found.
 *
 * @param inputs what is read
 * @param missing what the class path lacks, in one sentence each
 * @param files that are written, and what is printed
 * @param colour whether the text for the terminal is coloured
 * @param adoption what tells new findings from others
 */
public record ReportTask(Inputs inputs, List<String> missing, ReportFiles files, boolean colour, Adoption adoption)
        implements Task {

    /** A task for which all findings are new. */
    public ReportTask(Inputs inputs, List<String> missing, ReportFiles files, boolean colour) {
        this(inputs, missing, files, colour, Adoption.NONE);
    }

    /** The same that tells new findings from others. */
    public ReportTask with(Adoption other) {
        return new ReportTask(inputs, missing, files, colour, other);
    }

    @Override
    public Outcome work(Analyzer analyzer, ProgressListener progress) throws IOException {
        Path root = inputs.root().toPath();
        NewFindings newFindings = adoption.read(root);
        AnalysisRequest request = inputs.request(Trail.NONE, progress).withOverview(files.showOverview());
        AnalysisReport report = newFindings.in(withMissing(analyzer.analyze(request)));
        try (Progress stages = new Progress(progress)) {
            stages.begin(Stage.SHOW);
            files.write(report, root);
            return new Outcome.Done(files.printed(report, root, colour), byLevel(report.findings()));
        }
    }

    private AnalysisReport withMissing(AnalysisReport report) {
        return report.noting(missing.stream().map(each -> new Notice(Notice.Kind.MISSING, "", 0, each)).toList());
    }

    private static Map<Level, Integer> byLevel(List<Finding> findings) {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        findings.forEach(each -> counts.merge(each.level(), 1, Integer::sum));
        return counts;
    }
}
