package dev.seqscan.rules;

import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Steps;
import java.nio.file.Path;
import java.util.Optional;

/** Prints what the analysis of each folder does: {@code body linked 521}, and an empty line after each folder. */
final class StepCounts {

    private StepCounts() {
    }

    public static void main(String[] folders) {
        for (String folder : folders) {
            Steps steps = new Steps();
            new Analyzer(RuleCatalog.load(StepCounts.class.getClassLoader()), Optional.empty(), steps)
                    .analyze(AnalysisRequest.of(Path.of(folder)));
            steps.all().forEach((step, count) -> System.out.println(step + " " + count));
            System.out.println();
        }
    }
}
