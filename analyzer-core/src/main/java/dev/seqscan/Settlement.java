package dev.seqscan;

import dev.seqscan.filter.ChosenFilter;
import dev.seqscan.filter.DuplicateFilter;
import dev.seqscan.filter.FindingFilter;
import dev.seqscan.filter.FirstToSpeak;
import dev.seqscan.filter.PrecisionFilter;
import dev.seqscan.filter.Ranking;
import dev.seqscan.filter.Suppression;
import dev.seqscan.filter.SuppressionFilter;
import dev.seqscan.filter.ToldFilter;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.SetAside;
import dev.seqscan.finding.Trail;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.source.Notices;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settles which findings are reported and which are known but silenced, and tells of each that somebody asks about what became
 * of it.
 */
final class Settlement {

    private final ReportedFiles reported;
    private final List<RuleCard> cards;
    private final RuleChoices choices;
    private final SuppressionFilter suppressions;
    private final Precision least;
    private final Trail trail;

    /**
     * Takes what it needs to know.
     *
     * @param installed ids of all rules that there are
     * @param cards of the rules that judged
     */
    Settlement(ReadFiles files, AnalysisRequest request, Set<String> installed, List<RuleCard> cards, RuleChoices choices,
            Notices notices) {
        this.reported = new ReportedFiles(files, request);
        reported.tellOfUnfitting(notices);
        this.choices = choices;
        this.cards = cards;
        this.least = request.includePossible() ? Precision.POSSIBLE : Precision.LIKELY;
        this.suppressions = new SuppressionFilter(files.suppressions(), installed,
                cards.stream().map(RuleCard::id).collect(Collectors.toSet()), notices);
        this.trail = request.trail();
    }

    /** What is left of the findings of all rules, ranked. */
    List<Finding> settle(List<Finding> found) {
        found.forEach(each -> trail.note(each.place(), Trail.About.RULE, () -> "found: " + conclusion(each)));
        List<Finding> left = new ToldFilter(suppressions, "the code asks for silence", trail)
                .then(afterSuppressions(trail)).apply(found);
        left.forEach(each -> tellOfReport(each));
        return left;
    }

    /** The findings that would be reported, if the code did not ask for silence about them; ranked. */
    List<SetAside> suppressed(List<Finding> found) {
        List<Finding> silenced = found.stream().filter(each -> suppressions.heeded(each).isPresent()).toList();
        return afterSuppressions(Trail.NONE).apply(silenced).stream().map(each -> new SetAside(each, SetAside.Why.SUPPRESSED,
                suppressions.heeded(each).map(Suppression::reason).orElse(""))).toList();
    }

    private FindingFilter afterSuppressions(Trail told) {
        return new ToldFilter(reported.production(), "test sources and generated code are not reported", told)
                .then(new ToldFilter(new ChosenFilter(choices), "the settings switch the rule off", told))
                .then(new ToldFilter(reported.chosen(), "the settings leave the file out of the report", told))
                .then(new ToldFilter(new PrecisionFilter(least),
                        "it is only possible, and the report shows what is likely", told))
                .then(new ToldFilter(new FirstToSpeak(cards), "another rule reports the column", told))
                .then(new ToldFilter(new DuplicateFilter(), "it is a duplicate", told)).then(new Ranking());
    }

    private void tellOfReport(Finding finding) {
        trail.note(finding.place(), Trail.About.REPORT, () -> finding.ruleId() + " is reported as " + finding.level().id());
        if (!trail.asks(finding.place())) {
            Stream.concat(finding.path().stream(), finding.related().stream()).forEach(step -> trail.note(step.place(),
                    Trail.About.REPORT, () -> finding.ruleId() + " is reported at " + finding.place() + ": " + step.message()));
        }
    }

    private static String conclusion(Finding finding) {
        return finding.ruleId() + ", " + finding.subject() + ", " + finding.precision().id() + (finding.doubt().isEmpty() ? ""
                : ", as " + finding.doubt()) + (finding.cost().isEmpty() ? "" : "; cost: " + finding.cost());
    }
}
