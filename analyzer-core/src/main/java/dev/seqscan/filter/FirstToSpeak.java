package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCard;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of one column one rule speaks: drops findings about a column of which a rule reports that comes first, as their card says.
 * Subjects of such rules are {@code table.column} or {@code table.column+column}; an index is known by its first column.
 */
public final class FirstToSpeak implements FindingFilter {

    private final Map<String, List<String>> before;

    /** Takes the cards of all rules. */
    public FirstToSpeak(List<RuleCard> cards) {
        this.before = cards.stream().filter(each -> !each.after().isEmpty())
                .collect(Collectors.toMap(RuleCard::id, RuleCard::after));
    }

    @Override
    public List<Finding> apply(List<Finding> findings) {
        Set<List<String>> told = new HashSet<>();
        findings.forEach(each -> told.add(List.of(each.ruleId(), column(each))));
        return findings.stream().filter(each -> before.getOrDefault(each.ruleId(), List.of()).stream()
                .noneMatch(rule -> told.contains(List.of(rule, column(each))))).toList();
    }

    private static String column(Finding finding) {
        int more = finding.subject().indexOf('+');
        return more < 0 ? finding.subject() : finding.subject().substring(0, more);
    }
}
