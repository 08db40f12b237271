package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import java.util.List;
import java.util.Set;

/** Drops findings in files that are read but not reported: test sources and generated code. */
public record TestSourceFilter(Set<String> files) implements FindingFilter {

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().filter(finding -> !files.contains(finding.place().file())).toList();
    }
}
