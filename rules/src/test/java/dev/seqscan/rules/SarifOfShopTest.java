package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.NewFindings;
import dev.seqscan.baseline.Baseline;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.SetAside;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Span;
import dev.seqscan.testkit.SarifSchema;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.Severity;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes all findings of a test project, and reads them back as the schema, the viewer of IntelliJ and Jenkins do. */
class SarifOfShopTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final ScannedFolder SCANNED = new ScannedFolder(SHOP, "services/shop/");
    private static final Map<Level, Severity> SEVERITIES = Map.of(Level.ERROR, Severity.WARNING_HIGH,
            Level.WARNING, Severity.WARNING_NORMAL, Level.NOTE, Severity.WARNING_LOW);

    @TempDir
    private static Path folder;
    private static AnalysisReport all;

    /** What becomes of the findings on their way into the file. */
    private enum Adoption { NONE, BASELINE, SUPPRESSED, CHANGED, ALL }

    @BeforeAll
    static void analyse_with_all_that_is_possible() {
        all = new Analyzer(RuleCatalog.load(SarifOfShopTest.class.getClassLoader()))
                .analyze(new AnalysisRequest(SHOP, List.of(), Set.of(), false, true, line -> { }));
    }

    @ParameterizedTest
    @EnumSource
    void the_schema_has_no_complaint(Adoption adoption) throws IOException {
        AnalysisReport report = after(adoption);
        assertThat(SarifSchema.faults(new ObjectMapper().readTree(new SarifReport().text(report, SCANNED)))).isEmpty();
        assertThat(SarifSchema.faults(new ObjectMapper().readTree(SarifReport.forIde().text(report, SCANNED)))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_model_of_the_intellij_viewer_reads_every_result(Adoption adoption) throws IOException {
        AnalysisReport report = after(adoption);
        List<Result> results = new ObjectMapper().readValue(written(report).toFile(), SarifSchema210.class)
                .getRuns().get(0).getResults();
        List<Finding> findings = Stream.concat(report.findings().stream(),
                report.setAside().stream().map(SetAside::finding)).toList();
        assertThat(results).extracting(SarifOfShopTest::line)
                .containsExactlyElementsOf(findings.stream().map(SarifOfShopTest::line).toList());
        assertThat(results).zipSatisfy(findings, (result, finding) ->
                assertThat(result.getMessage().getText()).startsWith(finding.message().strip().replace("](", "] (")));
        assertThat(results).extracting(result -> result.getFixes() == null ? 0 : result.getFixes().size())
                .containsExactlyElementsOf(findings.stream().map(each -> each.fixes().size()).toList()).contains(1);
    }

    @ParameterizedTest
    @EnumSource
    void suppressions_and_states_are_read_back(Adoption adoption) throws IOException {
        AnalysisReport report = after(adoption);
        List<Result> results = new ObjectMapper().readValue(written(report).toFile(), SarifSchema210.class)
                .getRuns().get(0).getResults();
        List<Result> aside = results.subList(report.findings().size(), results.size());
        assertThat(aside).zipSatisfy(report.setAside(), (result, known) -> {
            boolean suppressed = known.why() != SetAside.Why.ELSEWHERE;
            assertThat(result.getSuppressions() == null).isNotEqualTo(suppressed);
            if (suppressed) {
                assertThat(result.getSuppressions()).singleElement().satisfies(one ->
                        assertThat(one.getJustification()).isNotBlank().endsWith(known.reason()));
            }
        });
        assertThat(results).extracting(result -> result.getBaselineState() != null)
                .containsOnly(!report.baseline().isEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void the_parser_of_jenkins_reads_every_result_that_is_not_suppressed(Adoption adoption) throws IOException {
        AnalysisReport report = after(adoption);
        List<Finding> shown = Stream.concat(report.findings().stream(), report.setAside().stream()
                .filter(each -> each.why() == SetAside.Why.ELSEWHERE).map(SetAside::finding)).toList();
        edu.hm.hafner.analysis.Report read =
                new SarifAdapter().parse(new FileReaderFactory(written(report), StandardCharsets.UTF_8));
        assertThat(read).extracting(SarifOfShopTest::line).containsExactlyInAnyOrderElementsOf(shown.stream()
                .map(finding -> finding.ruleId() + " " + SEVERITIES.get(finding.level()) + " services/shop/"
                        + finding.place().file() + ":" + finding.place().line()).toList());
        List<String> messages = read.stream().map(Issue::getMessage).toList();
        assertThat(shown).allSatisfy(finding -> assertThat(messages).anyMatch(each -> each.contains(firstWords(finding))));
    }

    private static AnalysisReport after(Adoption adoption) throws IOException {
        return switch (adoption) {
            case NONE -> all;
            case BASELINE -> compared(all);
            case SUPPRESSED -> aside(all, SetAside.Why.SUPPRESSED, "wanted \"so\" <b>by</b> [a tool](1)");
            case CHANGED -> aside(all, SetAside.Why.ELSEWHERE, "origin/main");
            case ALL -> aside(compared(aside(all, SetAside.Why.SUPPRESSED, "known")), SetAside.Why.ELSEWHERE, "origin/main");
        };
    }

    /** Beside a baseline that holds every other finding. */
    private static AnalysisReport compared(AnalysisReport report) throws IOException {
        Path file = Files.writeString(folder.resolve(Baseline.NAME), Baseline.text(everyOther(report.findings(), 0)));
        return NewFindings.of(SHOP, Optional.of(file), Optional.empty()).in(report);
    }

    private static AnalysisReport aside(AnalysisReport report, SetAside.Why why, String reason) {
        return report.settingAside(everyOther(report.findings(), 0),
                everyOther(report.findings(), 1).stream().map(each -> new SetAside(each, why, reason)).toList());
    }

    private static List<Finding> everyOther(List<Finding> findings, int first) {
        List<Finding> chosen = new ArrayList<>();
        for (int i = first; i < findings.size(); i += 2) {
            chosen.add(findings.get(i));
        }
        return chosen;
    }

    private static Path written(AnalysisReport report) throws IOException {
        Path file = folder.resolve("seqscan.sarif");
        new SarifReport().write(report, SCANNED, file);
        return file;
    }

    private static String line(Result result) {
        var place = result.getLocations().get(0).getPhysicalLocation();
        Region region = place.getRegion();
        return result.getRuleId() + " " + result.getLevel().value() + " " + place.getArtifactLocation().getUri() + " "
                + new Span(region.getStartLine(), region.getStartColumn(), region.getEndLine(), region.getEndColumn());
    }

    private static String line(Finding finding) {
        return finding.ruleId() + " " + finding.level().id() + " services/shop/" + finding.place().file() + " "
                + finding.place().span();
    }

    private static String line(Issue issue) {
        return issue.getType() + " " + issue.getSeverity() + " " + issue.getFileName() + ":" + issue.getLineStart();
    }

    private static String firstWords(Finding finding) {
        String message = finding.message().strip();
        return message.substring(0, Math.min(40, message.length()));
    }
}
