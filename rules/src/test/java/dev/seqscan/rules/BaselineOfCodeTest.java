package dev.seqscan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.NewFindings;
import dev.seqscan.baseline.Baseline;
import dev.seqscan.finding.SetAside;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.sarif.SarifReport;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A baseline of the application of the test projects, before and after its code has moved. */
class BaselineOfCodeTest {

    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final String TEN_COMMENTS = "-- moved\n".repeat(10);

    @TempDir
    private Path folder;

    @Test
    void moving_all_code_by_ten_lines_keeps_every_entry_valid() throws IOException {
        AnalysisReport before = analyse(SHOP);
        Path file = Files.writeString(folder.resolve(Baseline.NAME), Baseline.text(before.findings()));
        Path moved = moved(folder.resolve("moved"));
        AnalysisReport after = NewFindings.of(moved, Optional.of(file), Optional.empty()).in(analyse(moved));
        assertThat(before.findings()).hasSizeGreaterThan(20);
        assertThat(after.findings()).isEmpty();
        assertThat(after.setAside()).filteredOn(each -> each.why() == SetAside.Why.BASELINE).hasSameSizeAs(before.findings());
        assertThat(after.notices()).filteredOn(each -> each.kind() == Notice.Kind.NO_EFFECT).isEmpty();
        assertThat(Baseline.text(analyse(moved).findings())).isEqualTo(Files.readString(file));
        assertThat(new SarifReport().text(after, ScannedFolder.alone(moved))).contains("\"baselineState\": \"unchanged\"")
                .contains("\"justification\": \"baseline seqscan-baseline.txt\"").doesNotContain("\"baselineState\": \"new\"");
    }

    /** What a build of the project left behind is no code. */
    private static Path moved(Path target) throws IOException {
        Files.createDirectories(target);
        Files.copy(SHOP.resolve("pom.xml"), target.resolve("pom.xml"));
        try (Stream<Path> files = Files.walk(SHOP.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = file.getFileName().toString();
                String comments = name.endsWith(".java") ? TEN_COMMENTS.replace("--", "//") : TEN_COMMENTS;
                String before = name.matches(".*\\.(?:java|sql)") ? comments : "";
                Path copy = target.resolve(SHOP.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, before + Files.readString(file));
            }
        }
        return target;
    }

    private static AnalysisReport analyse(Path root) {
        return new Analyzer(RuleCatalog.load(BaselineOfCodeTest.class.getClassLoader())).analyze(AnalysisRequest.of(root));
    }
}
