package dev.seqscan.run;

import dev.seqscan.Analyzer;
import dev.seqscan.finding.Trail;
import dev.seqscan.report.why.WhyReport;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Explains one line.
 *
 * @param inputs what is read
 * @param file relative to the root, with forward slashes
 * @param line counted from 1
 */
public record WhyTask(Inputs inputs, String file, int line) implements Task {

    @Override
    public Outcome work(Analyzer analyzer, Consumer<String> progress) {
        Trail trail = Trail.at(file, line);
        analyzer.analyze(inputs.request(trail, progress));
        return new Outcome.Done(new WhyReport().text(trail), Map.of());
    }
}
