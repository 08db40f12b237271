package dev.seqscan.filter;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Finding;
import java.util.List;
import java.util.Set;

/**
 * Doubts findings in code that nobody calls: they cost nothing today.
 *
 * @param methods names of such methods, as {@link Finding.Identity#enclosing()} has them
 */
public record UnusedCodeFilter(Set<String> methods) implements FindingFilter {

    private static final Certainty UNUSED = Certainty.possible("nobody calls the method");

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().map(finding -> methods.contains(finding.identity().enclosing())
                ? finding.atMost(UNUSED) : finding).toList();
    }
}
