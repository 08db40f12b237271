package dev.seqscan;

import dev.seqscan.advice.IndexAdvice;
import dev.seqscan.advice.migration.Migration;
import java.util.List;
import java.util.Optional;

/**
 * What an analysis found, and what it advises about indexes.
 *
 * @param advised one for each schema of each application for which there is advice
 */
public record AdvisedReport(AnalysisReport report, List<Advised> advised) {

    /**
     * Advice on one schema.
     *
     * @param migration that makes the proposed indexes; empty where there are none
     */
    public record Advised(IndexAdvice advice, Optional<Migration> migration) {
    }

    /** The advice of all. */
    public List<IndexAdvice> advice() {
        return advised.stream().map(Advised::advice).toList();
    }
}
