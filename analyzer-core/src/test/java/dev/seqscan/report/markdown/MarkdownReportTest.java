package dev.seqscan.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.HostileReport;
import dev.seqscan.report.SampleReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.testkit.Golden;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {

    @Test
    void the_sample_reads_as_kept_whatever_run_writes_it() {
        Golden.assertMatches(MarkdownReportTest.class, "sample.md", text(SampleReport.report()));
        assertThat(text(SampleReport.report())).isEqualTo(text(SampleReport.report()));
    }

    @Test
    void a_run_that_found_nothing_says_so_and_what_was_not_judged() {
        assertThat(text(SampleReport.with(List.of()))).isEqualTo("<!-- seqscan -->\n## SeqScan: no findings\n\nNot judged: "
                + "3 expressions of unknown type, not judged; 1 queries not understood.\n");
        assertThat(text(HostileReport.empty())).isEqualTo("<!-- seqscan -->\n## SeqScan: no findings\n");
    }

    @Test
    void many_findings_are_cut_and_counted() {
        String text = text(SampleReport.with(Collections.nCopies(300, SampleReport.lazyLoad())));
        assertThat(text).contains("## SeqScan: 300 findings\n", "\n280 further findings of lower rank in the full report.\n");
    }

    @Test
    void no_comment_is_longer_than_github_takes() {
        Finding endless = SampleReport.lazyLoad("Reads everything. " + "Then more of it. ".repeat(500));
        String text = text(SampleReport.with(Collections.nCopies(300, endless)));
        assertThat(text.length()).isBetween(50_000, MarkdownReport.LONGEST);
        assertThat(text).contains(" further findings of lower rank in the full report.\n");
        assertThat(text.split("<details>", -1)).hasSameSizeAs(text.split("</details>", -1));
    }

    @Test
    void one_finding_that_is_longer_than_a_comment_is_counted_only() {
        Finding endless = SampleReport.lazyLoad("Reads everything. " + "Then more of it. ".repeat(5000));
        assertThat(text(SampleReport.with(List.of(endless))))
                .contains("\n1 further finding of lower rank in the full report.\n").doesNotContain("Then more");
    }

    /** Outside of code there is neither markup nor a link nor a mention. */
    @Test
    void hostile_text_stays_text() {
        String text = text(HostileReport.report());
        String outside = text.replaceAll("(`+)(?!`).*?(?<!`)\\1(?!`)", "CODE").replace("<!-- seqscan -->", "")
                .replaceAll("</?(?:details|summary)>", "").replace("**warning**", "").replace("**all**", "");
        assertThat(outside).doesNotContain("<", "@", "[", "*", "`", "$", "www.", "http", "::", "\r", "\u001b", "\u202E");
        assertThat(outside).doesNotContain("#1").contains("## SeqScan: 1 finding\n");
        assertThat(text.lines()).noneMatch(line -> line.startsWith("# g"));
    }

    @Test
    void files_are_named_from_the_root_of_the_repository() {
        assertThat(new MarkdownReport().text(SampleReport.report(), new ScannedFolder(SampleReport.root(), "services/shop/")))
                .contains("`services/shop/src/main/java/com/shop/OrderService.java:17`");
    }

    @Test
    void code_that_holds_its_marks_stands_in_longer_ones() {
        assertThat(MarkdownText.code("a``b`")).isEqualTo("``` a``b` ```");
        assertThat(MarkdownText.cell("a|b")).isEqualTo("`a\\|b`");
        assertThat(MarkdownText.plain("Load it with @EntityGraph(paths = \"x\"), please (see list())."))
                .isEqualTo("Load it with `@EntityGraph(paths` = `\"x\"`), please (see list()).");
        assertThat(MarkdownText.plain("(in @Query or @Graph), or :a(b).")).isEqualTo("(in `@Query` or `@Graph`), or `:a(b)`.");
    }

    private static String text(AnalysisReport report) {
        return new MarkdownReport().text(report, SampleReport.folder());
    }
}
