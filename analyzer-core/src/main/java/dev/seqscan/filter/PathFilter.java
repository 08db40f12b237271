package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.source.PathPatterns;
import java.util.List;
import java.util.Optional;

/**
 * Drops findings in files that the settings leave out of the report.
 *
 * @param includes if any, only findings in files that one of them fits stay
 * @param excludes findings in files that one of them fits go
 */
public record PathFilter(Optional<PathPatterns> includes, PathPatterns excludes) implements FindingFilter {

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().filter(finding -> reports(finding.place().file())).toList();
    }

    private boolean reports(String file) {
        return includes.map(patterns -> patterns.fits(file)).orElse(true) && !excludes.fits(file);
    }
}
