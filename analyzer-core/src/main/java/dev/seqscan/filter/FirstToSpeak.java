package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.IndexNeed;
import dev.seqscan.finding.Step;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Of one column one rule speaks: drops findings about a column of which a rule reports that comes first, as their card says.
 * The one that speaks names the statements that need the same index, too. Subjects of such
 * rules are {@code table.column} or {@code table.column+column}; an index is known by its first column.
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
        Map<String, List<Finding>> silent = findings.stream().filter(each -> isTold(each, told))
                .collect(Collectors.groupingBy(FirstToSpeak::column));
        List<Finding> speaking = new ArrayList<>();
        for (Finding each : findings) {
            if (!isTold(each, told)) {
                List<Finding> spokenFor = silent.remove(column(each));
                speaking.add(spokenFor == null ? each : speakingFor(each, spokenFor));
            }
        }
        return List.copyOf(speaking);
    }

    private boolean isTold(Finding finding, Set<List<String>> told) {
        return before.getOrDefault(finding.ruleId(), List.of()).stream()
                .anyMatch(rule -> told.contains(List.of(rule, column(finding))));
    }

    private static Finding speakingFor(Finding first, List<Finding> others) {
        Set<Place> known = new HashSet<>(Set.of(first.place()));
        first.related().forEach(each -> known.add(each.place()));
        List<IndexNeed> needs = new ArrayList<>(first.needs());
        List<Step> related = new ArrayList<>(first.related());
        for (Finding other : others) {
            other.needs().stream().filter(each -> !needs.contains(each)).forEach(needs::add);
            other.needs().stream().filter(each -> known.add(each.place())).forEach(each -> related.add(new Step(each.place(),
                    each.statement() + " needs it too (" + other.ruleId() + ")")));
        }
        return first.related(related).needing(needs);
    }

    private static String column(Finding finding) {
        int more = finding.subject().indexOf('+');
        return more < 0 ? finding.subject() : finding.subject().substring(0, more);
    }
}
