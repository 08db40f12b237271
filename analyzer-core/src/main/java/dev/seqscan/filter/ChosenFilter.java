package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleChoices;
import java.util.List;

/** Drops findings of rules that the settings switch off. They have run, so that no suppression of them looks useless. */
public record ChosenFilter(RuleChoices choices) implements FindingFilter {

    @Override
    public List<Finding> apply(List<Finding> findings) {
        return findings.stream().filter(finding -> !choices.isOff(finding.ruleId())).toList();
    }
}
