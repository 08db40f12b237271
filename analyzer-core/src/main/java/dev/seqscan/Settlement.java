package dev.seqscan;

import dev.seqscan.config.RunSettings;
import dev.seqscan.filter.ChosenFilter;
import dev.seqscan.filter.DuplicateFilter;
import dev.seqscan.filter.FirstToSpeak;
import dev.seqscan.filter.PathFilter;
import dev.seqscan.filter.PrecisionFilter;
import dev.seqscan.filter.Ranking;
import dev.seqscan.filter.SuppressionFilter;
import dev.seqscan.filter.TestSourceFilter;
import dev.seqscan.filter.ToldFilter;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Trail;
import dev.seqscan.rule.RuleCard;
import dev.seqscan.rule.RuleChoices;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.PathPatterns;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.code.CodeFile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Settles which findings are reported, and tells of each that somebody asks about what became of it. */
final class Settlement {

    private final ReadFiles files;
    private final AnalysisRequest request;
    private final List<RuleCard> cards;
    private final RuleChoices choices;
    private final Notices notices;
    private final Trail trail;

    Settlement(ReadFiles files, AnalysisRequest request, List<RuleCard> cards, RuleChoices choices, Notices notices) {
        this.choices = choices;
        this.files = files;
        this.cards = cards;
        this.request = request;
        this.notices = notices;
        this.trail = request.trail();
    }

    /** What is left of the findings of all rules, ranked. */
    List<Finding> settle(List<Finding> found) {
        found.forEach(each -> trail.note(each.place(), Trail.About.RULE, () -> "found: " + conclusion(each)));
        List<Finding> left = new ToldFilter(new SuppressionFilter(files.suppressions(), notices), "the code asks for silence", trail)
                .then(new ToldFilter(new TestSourceFilter(silent()), "test sources and generated code are not reported", trail))
                .then(new ToldFilter(new ChosenFilter(choices), "the settings switch the rule off", trail))
                .then(new ToldFilter(reportedPaths(), "the settings leave the file out of the report", trail))
                .then(new ToldFilter(new PrecisionFilter(request.includePossible() ? Precision.POSSIBLE : Precision.LIKELY),
                        "it is only possible, and the report shows what is likely", trail))
                .then(new ToldFilter(new FirstToSpeak(cards), "another rule reports the column", trail))
                .then(new ToldFilter(new DuplicateFilter(), "it is a duplicate", trail)).then(new Ranking()).apply(found);
        left.forEach(each -> tellOfReport(each));
        return left;
    }

    private PathFilter reportedPaths() {
        request.run().list(RunSettings.INCLUDES).orElse(List.of()).stream().filter(each -> !files.fits(each))
                .forEach(each -> notices.add(Notice.Kind.NO_EFFECT, "", 0, "includes: " + each + " fits no file that was read"));
        return new PathFilter(request.run().list(RunSettings.INCLUDES).filter(each -> !each.isEmpty()).map(PathPatterns::new),
                new PathPatterns(request.run().list(RunSettings.EXCLUDES).orElse(List.of())));
    }

    private Set<String> silent() {
        Set<String> silent = new TreeSet<>();
        for (CodeFile file : files.code()) {
            if (file.generated() || SourceTree.isTest(file.path()) && !request.includeTests()) {
                silent.add(file.path());
            }
        }
        return silent;
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
