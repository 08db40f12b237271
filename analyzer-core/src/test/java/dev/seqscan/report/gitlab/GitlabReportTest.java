package dev.seqscan.report.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.AnalysisReport;
import dev.seqscan.report.HostileReport;
import dev.seqscan.report.SampleReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.testkit.Golden;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitlabReportTest {

    @Test
    void the_sample_reads_as_kept_whatever_run_writes_it() {
        Golden.assertMatches(GitlabReportTest.class, "sample.json", text(SampleReport.report()));
        assertThat(text(SampleReport.report())).isEqualTo(text(SampleReport.report()));
    }

    @Test
    void files_are_named_from_the_root_of_the_repository() throws IOException {
        String text = new GitlabReport().text(SampleReport.report(), new ScannedFolder(SampleReport.root(), "services/shop/"));
        assertThat(new ObjectMapper().readTree(text).at("/0/location/path").asText())
                .isEqualTo("services/shop/src/main/java/com/shop/OrderService.java");
    }

    @Test
    void findings_that_are_alike_have_fingerprints_of_their_own() throws IOException {
        JsonNode all = read(SampleReport.with(List.of(SampleReport.lazyLoad(), SampleReport.lazyLoad(), SampleReport.lazyLoad())));
        assertThat(all.findValuesAsText("fingerprint")).doesNotHaveDuplicates().hasSize(3)
                .first().isEqualTo(SampleReport.lazyLoad().fingerprint());
    }

    @Test
    void a_report_without_findings_is_an_empty_array() {
        assertThat(text(HostileReport.empty())).isEqualTo("[]\n");
    }

    @Test
    void hostile_text_comes_through_as_text() throws IOException {
        assertThat(read(HostileReport.report()).at("/0/description").asText())
                .startsWith(HostileReport.TEXT.replace('\uD800', '\uFFFD'));
        assertThat(text(HostileReport.report())).doesNotContain("\u202E", "\u001b");
    }

    private static JsonNode read(AnalysisReport report) throws IOException {
        return new ObjectMapper().readTree(text(report));
    }

    private static String text(AnalysisReport report) {
        return new GitlabReport().text(report, SampleReport.folder());
    }
}
