package dev.seqscan.report.sonar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.report.HostileReport;
import dev.seqscan.report.SampleReport;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.testkit.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the import of SonarQube refuses is in its class ExternalIssueReportValidator. */
class SonarReportTest {

    @Test
    void the_sample_reads_as_kept_whatever_run_writes_it() {
        Golden.assertMatches(SonarReportTest.class, "sample.json", text(SampleReport.report()));
        assertThat(text(SampleReport.report())).isEqualTo(text(SampleReport.report()));
    }

    @Test
    void every_rule_of_an_issue_is_told_once_even_without_a_page() throws IOException {
        AnalysisReport sample = SampleReport.report();
        JsonNode log = read(new AnalysisReport(sample.findings(), List.of(), List.of(), sample.counts(), "0.1.0"));
        assertThat(log.at("/rules").findValuesAsText("id")).containsExactly("lazy-load-in-loop", "unindexed-filter");
        assertThat(log.at("/rules/0/name").asText()).isEqualTo("lazy-load-in-loop");
        assertThat(log.at("/rules/0/impacts/0/severity").asText()).isEqualTo("HIGH");
    }

    @Test
    void an_issue_has_no_field_of_the_format_before() throws IOException {
        assertThat(read(SampleReport.report()).at("/issues")).isNotEmpty().allSatisfy(issue -> assertThat(issue.fieldNames())
                .toIterable().isSubsetOf("ruleId", "primaryLocation", "secondaryLocations", "effortMinutes"));
    }

    @Test
    void a_place_of_which_only_the_line_is_known_has_no_columns() throws IOException {
        JsonNode range = read(at(Span.ofLine(7))).at("/issues/0/primaryLocation/textRange");
        assertThat(range.toString()).isEqualTo("{\"startLine\":7}");
    }

    @Test
    void a_place_without_a_line_is_the_file() throws IOException {
        JsonNode location = read(at(new Span(0, 0, 0, 0))).at("/issues/0/primaryLocation");
        assertThat(location.fieldNames()).toIterable().containsExactly("message", "filePath");
    }

    @Test
    void columns_count_from_zero() throws IOException {
        JsonNode range = read(at(new Span(2, 5, 2, 9))).at("/issues/0/primaryLocation/textRange");
        assertThat(range.toString()).isEqualTo("{\"startLine\":2,\"endLine\":2,\"startColumn\":4,\"endColumn\":8}");
    }

    @Test
    void a_report_without_findings_has_both_arrays() {
        assertThat(text(HostileReport.empty())).isEqualToIgnoringWhitespace("{\"rules\": [], \"issues\": []}");
    }

    @Test
    void hostile_text_comes_through_as_text() throws IOException {
        assertThat(read(HostileReport.report()).at("/issues/0/primaryLocation/message").asText())
                .startsWith(HostileReport.TEXT.replace('\uD800', '\uFFFD'));
        assertThat(text(HostileReport.report())).doesNotContain("\u202E", "\u001b");
    }

    private static AnalysisReport at(Span span) {
        return SampleReport.with(List.of(new Claim("unindexed-filter", Level.NOTE, Certainty.PROVEN, new Place("a.java", span),
                "Message.").about("", new Finding.Identity("A", "a", 0))));
    }

    private static JsonNode read(AnalysisReport report) throws IOException {
        return new ObjectMapper().readTree(text(report));
    }

    private static String text(AnalysisReport report) {
        return new SonarReport().text(report, SampleReport.folder());
    }
}
