package dev.seqscan.maven.process;

import dev.seqscan.AnalysisReport;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Trail;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Reports what is found.
 *
 * @param inputs what is read
 * @param missing what the class path lacks, in one sentence each
 * @param files that are written, and what is printed
 * @param colour whether the text for the terminal is coloured
 */
public record ReportTask(Inputs inputs, List<String> missing, ReportFiles files, boolean colour) implements Task {

    @Override
    public Outcome work(Analyzer analyzer, Consumer<String> progress) throws IOException {
        AnalysisReport report = withMissing(analyzer.analyze(inputs.request(Trail.NONE, progress)));
        Path root = inputs.root().toPath();
        files.write(report, root);
        return new Outcome.Done(files.printed(report, root, colour), byLevel(report.findings()));
    }

    private AnalysisReport withMissing(AnalysisReport report) {
        Stream<Notice> more = missing.stream().map(each -> new Notice(Notice.Kind.MISSING, "", 0, each));
        List<Notice> all = Stream.concat(report.notices().stream(), more).sorted().toList();
        return new AnalysisReport(report.findings(), all, report.rules(), report.counts(), report.version(), report.overview());
    }

    private static Map<Level, Integer> byLevel(List<Finding> findings) {
        Map<Level, Integer> counts = new EnumMap<>(Level.class);
        findings.forEach(each -> counts.merge(each.level(), 1, Integer::sum));
        return counts;
    }
}
