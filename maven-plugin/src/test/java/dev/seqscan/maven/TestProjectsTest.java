package dev.seqscan.maven;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.seqscan.AnalysisReport;
import dev.seqscan.AnalysisRequest;
import dev.seqscan.Analyzer;
import dev.seqscan.finding.Finding;
import dev.seqscan.rule.RuleCatalog;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs all rules over the test projects, whose README tells where the markers stand. */
class TestProjectsTest {

    private static final Path PROJECTS = Path.of("..", "test-projects").toAbsolutePath().normalize();
    private static final Pattern MARKER = Pattern.compile("(?://|--) finding: ([a-z-]+(?:, [a-z-]+)*)$");

    @Test
    void the_marked_lines_of_shop_are_reported_and_no_other_line() throws IOException {
        Path shop = PROJECTS.resolve("shop");
        AnalysisReport report = analyse(shop);
        Map<String, String> reported = reported(report);
        Set<String> marked = marked(shop);
        assertSoftly(softly -> {
            softly.assertThat(marked).as("markers in shop").isNotEmpty();
            softly.assertThat(without(reported.keySet(), marked)).as("marked, but not reported").isEmpty();
            softly.assertThat(without(marked, reported.keySet()).stream().map(reported::get))
                    .as("reported, but not marked").isEmpty();
            softly.assertThat(faults(report)).as("faults of SeqScan").isEmpty();
        });
    }

    @Test
    void nothing_is_reported_in_shop_clean() {
        AnalysisReport report = analyse(PROJECTS.resolve("shop-clean"));
        assertSoftly(softly -> {
            softly.assertThat(reported(report).values()).as("reported, but not marked").isEmpty();
            softly.assertThat(faults(report)).as("faults of SeqScan").isEmpty();
        });
    }

    private static AnalysisReport analyse(Path project) {
        RuleCatalog rules = RuleCatalog.load(TestProjectsTest.class.getClassLoader());
        return new Analyzer(rules).analyze(AnalysisRequest.of(project));
    }

    /** The findings in words by place and rule. */
    private static Map<String, String> reported(AnalysisReport report) {
        Map<String, String> found = new TreeMap<>();
        for (Finding finding : report.findings()) {
            String line = line(finding.place().file(), finding.place().line(), finding.ruleId());
            found.put(line, line + " (" + finding.subject() + ", " + finding.cost() + "): " + finding.message());
        }
        return found;
    }

    private static Set<String> marked(Path project) throws IOException {
        Set<String> lines = new TreeSet<>();
        try (Stream<Path> files = Files.walk(project.resolve("src"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|sql)")).toList()) {
                addMarked(project.relativize(file).toString().replace('\\', '/'), Files.readAllLines(file), lines);
            }
        }
        return lines;
    }

    private static void addMarked(String file, List<String> text, Set<String> lines) {
        for (int index = 0; index < text.size(); index++) {
            Matcher marker = MARKER.matcher(text.get(index));
            if (marker.find()) {
                for (String rule : marker.group(1).split(", ")) {
                    lines.add(line(file, index + 1, rule));
                }
            }
        }
    }

    private static String line(String file, int line, String rule) {
        return file + ":" + line + " " + rule;
    }

    private static Set<String> without(Set<String> taken, Set<String> all) {
        Set<String> rest = new TreeSet<>(all);
        rest.removeAll(taken);
        return rest;
    }

    private static List<Notice> faults(AnalysisReport report) {
        return report.notices().stream().filter(notice -> notice.kind() == Notice.Kind.INTERNAL).toList();
    }
}
