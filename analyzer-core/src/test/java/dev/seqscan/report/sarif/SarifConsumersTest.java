package dev.seqscan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.contrastsecurity.sarif.Region;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.SarifSchema210;
import com.contrastsecurity.sarif.ThreadFlowLocation;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.seqscan.report.SampleReport;
import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.Report;
import edu.hm.hafner.analysis.Severity;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads the file with the parsers of two tools that show it. */
class SarifConsumersTest {

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void write_the_sample() throws IOException {
        file = folder.resolve("seqscan.sarif");
        new SarifReport().write(SampleReport.report(), SampleReport.folder(), file);
    }

    @Test
    void the_model_of_the_intellij_viewer_reads_place_and_steps() throws IOException {
        SarifSchema210 log = new ObjectMapper().readValue(file.toFile(), SarifSchema210.class);
        List<Result> results = log.getRuns().get(0).getResults();
        assertThat(results).extracting(Result::getRuleId)
                .containsExactly("lazy-load-in-loop", "lazy-load-in-loop", "unindexed-filter");
        Region region = results.get(0).getLocations().get(0).getPhysicalLocation().getRegion();
        assertThat(List.of(region.getStartLine(), region.getStartColumn(), region.getEndLine(), region.getEndColumn()))
                .containsExactly(17, 31, 17, 51);
        List<ThreadFlowLocation> steps = results.get(0).getCodeFlows().get(0).getThreadFlows().get(0).getLocations();
        assertThat(steps).allSatisfy(step -> {
            assertThat(step.getNestingLevel()).isEqualTo(1);
            assertThat(step.getLocation().getPhysicalLocation().getRegion().getEndColumn()).isPositive();
        });
        assertThat(steps).extracting(ThreadFlowLocation::getExecutionOrder).containsExactly(1, 2, 3, 4);
    }

    @Test
    void the_parser_of_jenkins_reads_file_line_rule_and_severity() {
        Report report = new SarifAdapter().parse(new FileReaderFactory(file, StandardCharsets.UTF_8));
        assertThat(report).extracting(Issue::getFileName, Issue::getLineStart, Issue::getType, Issue::getSeverity)
                .containsExactlyInAnyOrder(
                        tuple("src/main/java/com/shop/OrderService.java", 17, "lazy-load-in-loop", Severity.WARNING_HIGH),
                        tuple("src/main/java/com/shop/OrderService.java", 22, "lazy-load-in-loop", Severity.WARNING_NORMAL),
                        tuple("src/main/java/com/shop/OrderRepository.java", 8, "unindexed-filter", Severity.WARNING_NORMAL));
    }
}
