package dev.seqscan.run;

import dev.seqscan.Analyzer;
import dev.seqscan.finding.Trail;
import dev.seqscan.report.why.WhyReport;
import dev.seqscan.source.ProgressListener;
import java.util.Map;

/**
 * Explains one line.
 *
 * @param inputs what is read
 * @param line that is asked about
 */
public record WhyTask(Inputs inputs, AskedLine line) implements Task {

    @Override
    public Outcome work(Analyzer analyzer, ProgressListener progress) {
        Trail trail = Trail.at(line.file(), line.line());
        analyzer.analyze(inputs.request(trail, progress));
        return new Outcome.Done(new WhyReport().text(trail), Map.of());
    }
}
