package dev.seqscan.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.overview.Overview;
import dev.seqscan.report.SampleReport;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.testkit.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ConsoleReportTest {

    private static final Path ROOT = Path.of("shop");

    @Test
    void the_sample_reads_as_kept() throws IOException {
        StringBuilder out = new StringBuilder();
        new ConsoleReport(Path.of("target", "seqscan", "seqscan.sarif")).print(SampleReport.report(), ROOT, out, false);
        Golden.assertMatches(ConsoleReportTest.class, "sample.txt", out.toString());
    }

    @Test
    void without_colour_the_sample_is_plain_ascii_of_bearable_width() throws IOException {
        assertThat(print(SampleReport.report(), false)).matches("[\\n -~]*").satisfies(text ->
                assertThat(text.lines()).allMatch(line -> line.length() <= 100));
    }

    @Test
    void colour_changes_nothing_but_the_colour() throws IOException {
        String coloured = print(SampleReport.report(), true);
        assertThat(coloured).contains("\u001b[1;31merror\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(print(SampleReport.report(), false));
    }

    @Test
    void a_run_that_found_nothing_still_says_what_it_looked_at() throws IOException {
        assertThat(print(SampleReport.with(List.of()), false)).startsWith("No findings.\nLooked at: 5 files read; 2 queries.\n")
                .contains("Not judged: 3 expressions of unknown type, not judged; 1 queries not understood.");
    }

    @Test
    void findings_stand_under_the_module_they_belong_to_the_worst_module_first() throws IOException {
        Finding web = in("web/src/main/java/com/shop/Orders.java");
        Finding service = in("service/src/main/java/com/shop/Orders.java");
        String text = print(withModules(List.of(web, service, in("web/src/main/java/com/shop/Names.java"))), false);
        assertThat(text.lines().filter(line -> line.startsWith("Module ") || line.contains("[lazy-load-in-loop]")))
                .containsExactly("Module web", head(web), head(in("web/src/main/java/com/shop/Names.java")),
                        "Module service", head(service));
    }

    @Test
    void where_one_module_has_all_findings_it_is_not_named() throws IOException {
        assertThat(print(withModules(List.of(in("web/src/main/java/com/shop/Orders.java"))), false)).doesNotContain("Module ");
    }

    private static Finding in(String file) {
        return new Claim("lazy-load-in-loop", Level.ERROR, Certainty.PROVEN, new Place(file, Span.ofLine(3)), "Slow.")
                .about("Order.customer", new Finding.Identity(file, "", 0));
    }

    private static String head(Finding finding) {
        return finding.place() + ": error: [lazy-load-in-loop] Slow.";
    }

    private static AnalysisReport withModules(List<Finding> findings) {
        return new AnalysisReport(findings, List.of(), List.of(), new TreeMap<>(), "0.1.0", List.of(), "",
                new Overview(List.of("", "service", "web"), List.of(), List.of()));
    }

    @Test
    void an_empty_report_is_short() throws IOException {
        AnalysisReport empty = new AnalysisReport(List.of(), List.of(), List.of(), new TreeMap<>(), "0.1.0");
        assertThat(print(empty, false)).isEqualTo("No findings.\nFiles are named from shop\n");
    }

    @Test
    void text_cannot_steer_the_terminal() throws IOException {
        Finding hostile = finding("\u001b[2J\u202Eevil\u0007\r\nText \uD800 here.", "a\u001b]0;x\u0007.java");
        String text = print(SampleReport.with(List.of(hostile)), false);
        assertThat(text).startsWith("a?]0;x?.java:1:1: note: [lazy-load-in-loop] ?[2J?evil? Text ? here.\n")
                .doesNotContain("\u001b", "\u202E", "\r", "\u0007");
    }

    @Test
    void a_doubt_is_told_beside_the_precision_and_none_where_it_is_proven() throws IOException {
        Finding likely = new Claim("r", Level.WARNING, Certainty.likely("the table may be small"),
                new Place("a.java", Span.ofLine(1)), "Message.").about("", new Finding.Identity("A", "a", 0));
        assertThat(print(SampleReport.with(List.of(likely)), false)).contains("    precision: likely, as the table may be small\n");
        assertThat(print(SampleReport.with(List.of(finding("Message.", "a.java"))), false)).doesNotContain("precision:");
    }

    @Test
    void many_places_of_one_subject_are_cut() throws IOException {
        List<Finding> findings = Collections.nCopies(12, finding("Message.", "a.java"));
        assertThat(print(SampleReport.with(findings), false)).contains("... and 2 further places of the same\n")
                .contains("12 findings in 1 file: 12 notes\n");
    }

    @Test
    void many_subjects_are_cut() throws IOException {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < 52; i++) {
            findings.add(finding("rule-" + i, "Message.", List.of()));
        }
        assertThat(print(SampleReport.with(findings), false)).contains("... and 2 further findings of lower rank\n");
    }

    @Test
    void a_long_path_keeps_its_first_steps_and_its_last() throws IOException {
        List<Step> path = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            path.add(new Step(new Place("a.java", Span.ofLine(i)), "step " + i));
        }
        assertThat(print(SampleReport.with(List.of(finding("r", "Message.", path))), false))
                .contains("      11. a.java:11 step 11\n      ... 8 further steps\n      20. a.java:20 step 20\n");
    }

    @Test
    void the_notices_that_hide_most_come_first_and_the_rest_is_counted() throws IOException {
        List<Notice> notices = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            notices.add(new Notice(Notice.Kind.DUPLICATE, "a.java", i, "Twice."));
        }
        notices.add(new Notice(Notice.Kind.INTERNAL, "z.java", 0, "A fault."));
        AnalysisReport report = new AnalysisReport(List.of(), notices, List.of(), new TreeMap<>(), "0.1.0");
        assertThat(print(report, false)).contains("7 notices about the run:\n  z.java: internal: A fault.\n"
                + "  a.java:1: duplicate: Twice.\n").contains("  ... and 2 more\n").doesNotContain("a.java:5");
    }

    private static Finding finding(String message, String file) {
        return finding("lazy-load-in-loop", message, List.of(), file);
    }

    private static Finding finding(String rule, String message, List<Step> path) {
        return finding(rule, message, path, "a.java");
    }

    private static Finding finding(String rule, String message, List<Step> path, String file) {
        return new Claim(rule, Level.NOTE, Certainty.PROVEN, new Place(file, Span.ofLine(1)), message)
                .about("", new Finding.Identity("A", "a", 0)).path(path);
    }

    private static String print(AnalysisReport report, boolean colour) throws IOException {
        StringBuilder out = new StringBuilder();
        new ConsoleReport().print(report, ROOT, out, colour);
        return out.toString();
    }
}
