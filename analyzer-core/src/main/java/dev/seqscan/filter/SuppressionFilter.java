package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops findings that the user asked to be silent about. A comment without a reason is not heeded, and one that silences
 * nothing is stale; both become a notice.
 */
public final class SuppressionFilter implements FindingFilter {

    private final Map<String, List<Suppression>> byFile = new HashMap<>();
    private final Notices notices;

    /** Takes the suppressions of all files, and where to say which of them have no effect. */
    public SuppressionFilter(Collection<Suppression> suppressions, Notices notices) {
        this.notices = notices;
        for (Suppression suppression : suppressions) {
            byFile.computeIfAbsent(suppression.file(), file -> new ArrayList<>()).add(suppression);
        }
    }

    @Override
    public List<Finding> apply(List<Finding> findings) {
        Set<Suppression> used = new HashSet<>();
        List<Finding> left = new ArrayList<>();
        for (Finding finding : findings) {
            List<Suppression> silencing = byFile.getOrDefault(finding.place().file(), List.of()).stream()
                    .filter(suppression -> suppression.silences(finding)).toList();
            used.addAll(silencing);
            if (silencing.stream().allMatch(Suppression::lacksReason)) {
                left.add(finding);
            }
        }
        byFile.values().forEach(suppressions -> suppressions.forEach(each -> report(each, used.contains(each))));
        return left;
    }

    private void report(Suppression suppression, boolean used) {
        if (suppression.lacksReason()) {
            notice(suppression, " is not heeded without a reason: write seqscan:ignore " + suppression.ruleId() + ": why");
        } else if (!used) {
            notice(suppression, " silences nothing: there is no such finding here");
        }
    }

    private void notice(Suppression suppression, String text) {
        notices.add(Notice.Kind.NO_EFFECT, suppression.file(), suppression.span().startLine(), suppression.text() + text);
    }
}
