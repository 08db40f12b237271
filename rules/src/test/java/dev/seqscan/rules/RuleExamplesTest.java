package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.Rule;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import dev.seqscan.testkit.Case;
import dev.seqscan.testkit.CaseAssertions;
import dev.seqscan.testkit.MarkdownCases;
import dev.seqscan.testkit.ProjectFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Runs every example of every rule: marked lines must be reported, all others must be silent. */
class RuleExamplesTest {

    /** Runs the examples of one rule only. */
    private static final String ONLY = System.getProperty("rule", "");

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicContainer> examples_are_reported_as_marked() {
        List<RuleCatalog.Entry> rules = RuleCatalog.load(getClass().getClassLoader()).entries().stream()
                .filter(each -> ONLY.isEmpty() || List.of(ONLY.split(",")).contains(each.card().id())).toList();
        assertThat(rules).as("rules named '%s'", ONLY).isNotEmpty();
        return rules.stream().map(each -> DynamicContainer.dynamicContainer(each.card().id(), tests(each)));
    }

    private Stream<DynamicTest> tests(RuleCatalog.Entry entry) {
        return MarkdownCases.of(entry.rule().getClass()).stream()
                .map(each -> DynamicTest.dynamicTest(each.toString(), () -> run(entry, each)));
    }

    private void run(RuleCatalog.Entry entry, Case example) {
        Path project = ProjectFolder.write(example, folder.resolve(example.origin().replaceAll("\\W+", "-")));
        AnalysisReport report = analyze(entry.rule(), project);
        List<Finding> own = report.findings().stream().filter(each -> each.ruleId().equals(entry.card().id())).toList();
        assertThat(report.notices()).as("faults of the analysis").noneMatch(each -> each.kind() == Notice.Kind.INTERNAL);
        CaseAssertions.assertMatches(example, own);
    }

    private static AnalysisReport analyze(Rule rule, Path project) {
        return new Analyzer(RuleCatalog.of(List.of(rule))).analyze(AnalysisRequest.of(project));
    }
}
