package dev.seqscan.benchmark.subject;

import java.nio.file.Path;
import net.sourceforge.pmd.PMDConfiguration;
import net.sourceforge.pmd.PmdAnalysis;
import net.sourceforge.pmd.lang.java.JavaLanguageModule;

/** PMD with its performance rules: two threads, no cache, no class path, as SeqScan has none. */
public final class PmdPerformance {

    private PmdPerformance() {
    }

    /** Takes the folder, and the one for the report. */
    public static void main(String[] arguments) {
        PMDConfiguration configuration = new PMDConfiguration();
        configuration.setThreads(2);
        configuration.setIgnoreIncrementalAnalysis(true);
        configuration.setReportFormat("text");
        configuration.setReportFile(Path.of(arguments[1], "pmd.txt"));
        configuration.addInputPath(Path.of(arguments[0]));
        configuration.setOnlyRecognizeLanguage(JavaLanguageModule.getInstance());
        configuration.addRuleSet("category/java/performance.xml");
        try (PmdAnalysis analysis = PmdAnalysis.create(configuration)) {
            analysis.performAnalysis();
        }
    }
}
