package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps the first of the findings that have one identity in one file. The file counts, because the same class may stand
 * in two modules of a tree, and both are to be mended.
 */
public final class DuplicateFilter implements FindingFilter {

    private record Key(String fingerprint, String file) {
    }

    @Override
    public List<Finding> apply(List<Finding> findings) {
        Set<Key> seen = new HashSet<>();
        return findings.stream().filter(finding -> seen.add(new Key(finding.fingerprint(), finding.place().file()))).toList();
    }
}
