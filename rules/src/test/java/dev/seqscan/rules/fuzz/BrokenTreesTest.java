package dev.seqscan.rules.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Folders of which half of the files are broken are analysed without a fault. {@code -Pfuzz} runs it for minutes, and
 * {@code -Dfuzz.folder} over sources of your own.
 */
class BrokenTreesTest {

    private static final RuleCatalog RULES = RuleCatalog.load(BrokenTreesTest.class.getClassLoader());
    private static final Path SHOP = Path.of("..", "test-projects", "shop").toAbsolutePath().normalize();
    private static final long SECONDS_FOR_A_TREE = Long.getLong("fuzz.treeSeconds", 60);
    private static final int USUAL_ROUNDS = 2;

    @TempDir
    private Path folder;

    @Test
    void brokenFilesAreNoticesAndNoFaults() throws IOException {
        Path from = Optional.ofNullable(System.getProperty("fuzz.folder")).filter(text -> !text.isBlank()).map(Path::of).orElse(SHOP);
        FuzzTime time = new FuzzTime(USUAL_ROUNDS);
        int broken = 0;
        while (time.goesOn()) {
            Path copy = emptied(folder.resolve("copy"));
            broken += BrokenTree.copy(from, copy, new Mutations(time.seed()), 2);
            assertNoFault(copy, "seed " + time.seed());
        }
        System.out.println("files broken in trees: " + broken);
        assertThat(broken).isPositive();
    }

    /** Two applications side by side, which know nothing of each other. */
    @Test
    void whatIsBrokenInOneApplicationChangesNothingInAnother() throws IOException {
        Path both = folder.resolve("both");
        BrokenTree.copy(SHOP, both.resolve("whole"), new Mutations(0), Integer.MAX_VALUE);
        List<String> alone = findings(analyze(both), "whole/");
        assertThat(alone).isNotEmpty();
        FuzzTime time = new FuzzTime(USUAL_ROUNDS);
        while (time.goesOn()) {
            BrokenTree.copy(SHOP, emptied(both.resolve("broken")), new Mutations(time.seed()), 3);
            assertThat(findings(analyze(both), "whole/")).as("seed %d", time.seed()).isEqualTo(alone);
        }
    }

    private static void assertNoFault(Path tree, String seed) {
        long start = System.nanoTime();
        AnalysisReport report = analyze(tree);
        assertThat(report.notices()).as(seed).noneMatch(each -> each.kind() == Notice.Kind.INTERNAL);
        assertThat((System.nanoTime() - start) / 1_000_000_000).as("seconds for " + seed).isLessThan(SECONDS_FOR_A_TREE);
    }

    private static AnalysisReport analyze(Path tree) {
        return new Analyzer(RULES).analyze(AnalysisRequest.of(tree));
    }

    private static List<String> findings(AnalysisReport report, String below) {
        return report.findings().stream().filter(each -> each.place().file().startsWith(below))
                .map(each -> each.level() + " " + each.fingerprint() + " " + each.place() + " " + each.message()).toList();
    }

    private static Path emptied(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (Stream<Path> files = Files.walk(tree)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return Files.createDirectories(tree);
    }
}
