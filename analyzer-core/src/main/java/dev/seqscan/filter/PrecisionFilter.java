package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import java.util.List;

/**
 * Drops findings that are less sure than asked for.
 *
 * @param least {@link Precision#LIKELY} by default; {@link Precision#POSSIBLE} shows all
 */
public record PrecisionFilter(Precision least) implements FindingFilter {

    /** What a report shows if nothing else is asked for: what is proven or likely. */
    public PrecisionFilter() {
        this(Precision.LIKELY);
    }

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.precision().compareTo(least) >= 0).toList();
    }
}
