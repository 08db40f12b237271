package dev.seqscan.filter;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Trail;
import java.util.List;

/**
 * A step that notes what it drops.
 *
 * @param reason why that step drops findings
 */
public record ToldFilter(FindingFilter step, String reason, Trail trail) implements FindingFilter {

    @Override
    public List<Finding> apply(List<Finding> findings) {
        List<Finding> left = step.apply(findings);
        findings.stream().filter(each -> trail.asks(each.place()) && left.stream().noneMatch(each::isSame)).forEach(dropped ->
                trail.note(dropped.place(), Trail.About.REPORT, () -> dropped.ruleId() + " is left out of the report: " + reason));
        return left;
    }
}
