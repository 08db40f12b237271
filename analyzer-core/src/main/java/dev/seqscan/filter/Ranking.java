package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import java.util.Comparator;
import java.util.List;

/**
 * Puts the worst first: by their rank, then the heavier and the surer. Equals follow the order of their places, so that
 * the same findings always come in the same order.
 */
public final class Ranking implements FindingFilter {

    private static final Comparator<Finding> ORDER = Comparator.comparingInt(Finding::rank).reversed()
            .thenComparing(Comparator.comparing(Finding::weight).reversed())
            .thenComparing(Comparator.comparing(Finding::precision).reversed())
            .thenComparing(Finding::place)
            .thenComparing(Finding::ruleId)
            .thenComparing(Finding::subject)
            .thenComparing(Finding::fingerprint);

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().sorted(ORDER).toList();
    }
}
