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
import java.util.Optional;
import java.util.Set;

/**
 * Drops findings that the user asked to be silent about. A comment without a reason is not heeded, and one that silences
 * nothing is stale; both become a notice.
 */
public final class SuppressionFilter implements FindingFilter {

    private final Map<String, List<Suppression>> byFile = new HashMap<>();
    private final Set<String> installed;
    private final Set<String> judging;
    private final Notices notices;

    /**
     * Takes the suppressions of all files, and where to say which of them have no effect.
     *
     * @param installed ids of all rules that there are; of any other rule it is said that there is none
     * @param judging ids of those that judged; a suppression of another one may well be wanted in another run
     */
    public SuppressionFilter(Collection<Suppression> suppressions, Set<String> installed, Set<String> judging,
            Notices notices) {
        this.installed = installed;
        this.judging = judging;
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
            List<Suppression> silencing = silencing(finding);
            used.addAll(silencing);
            if (silencing.stream().allMatch(Suppression::lacksReason)) {
                left.add(finding);
            }
        }
        byFile.values().forEach(suppressions -> suppressions.forEach(each -> report(each, used.contains(each))));
        return left;
    }

    private List<Suppression> silencing(Finding finding) {
        return byFile.getOrDefault(finding.place().file(), List.of()).stream()
                .filter(suppression -> suppression.silences(finding)).toList();
    }

    /** What asks for silence about a finding and is heeded: of several, one that tells a reason. */
    public Optional<Suppression> heeded(Finding finding) {
        List<Suppression> heeded = silencing(finding).stream().filter(each -> !each.lacksReason()).toList();
        return heeded.stream().filter(each -> !each.reason().isEmpty()).findFirst().or(() -> heeded.stream().findFirst());
    }

    private void report(Suppression suppression, boolean used) {
        if (suppression.lacksReason()) {
            notice(suppression, " is not heeded without a reason: write seqscan:ignore " + suppression.ruleId() + ": why");
        } else if (!installed.contains(suppression.ruleId())) {
            notice(suppression, " silences nothing: there is no such rule");
        } else if (!used && judging.contains(suppression.ruleId())) {
            notice(suppression, " silences nothing: there is no such finding here");
        }
    }

    private void notice(Suppression suppression, String text) {
        notices.add(Notice.Kind.NO_EFFECT, suppression.file(), suppression.span().startLine(), suppression.text() + text);
    }
}
