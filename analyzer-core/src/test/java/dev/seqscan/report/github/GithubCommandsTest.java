package dev.seqscan.report.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.HostileReport;
import dev.seqscan.report.SampleReport;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.testkit.Golden;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GithubCommandsTest {

    private final GithubCommands commands = new GithubCommands();

    @Test
    void the_sample_reads_as_kept_whatever_run_writes_it() {
        Golden.assertMatches(GithubCommandsTest.class, "sample.txt", text(SampleReport.report()));
        assertThat(text(SampleReport.report())).isEqualTo(text(SampleReport.report()));
    }

    @Test
    void files_are_named_from_the_root_of_the_repository() {
        assertThat(commands.text(SampleReport.report(), new ScannedFolder(SampleReport.root(), "services/shop/")))
                .startsWith("::error file=services/shop/src/main/java/com/shop/OrderService.java,line=17,");
    }

    @Test
    void of_each_level_as_many_are_told_as_github_shows_and_the_rest_is_counted() {
        List<Finding> findings = new ArrayList<>(Collections.nCopies(13, SampleReport.lazyLoad()));
        findings.addAll(SampleReport.report().findings().subList(1, 2));
        String text = text(SampleReport.with(findings));
        assertThat(text.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(text.lines().filter(line -> line.startsWith("::warning "))).hasSize(1);
        assertThat(text).endsWith("\nNot annotated, as GitHub shows 10 of a level: 3 more of level error\n");
    }

    @Test
    void a_report_without_findings_has_no_command() {
        assertThat(text(HostileReport.empty())).isEmpty();
    }

    @Test
    void hostile_text_is_the_message_of_one_command() {
        String text = text(HostileReport.report());
        assertThat(text.lines()).hasSize(1);
        assertThat(text)
                .startsWith("::warning file=src/a%2Cb%3Ac%25d`e|f <g>.java,line=3,col=2,title=SeqScan%3A lazy-load-in-loop::")
                .contains("100%250A").doesNotContain("\r", "\u001b", "\u202E", "\u2028");
    }

    @Test
    void the_runner_takes_no_command_from_a_silenced_text() {
        String silenced = commands.silenced("::error::not one\n");
        List<String> lines = silenced.lines().toList();
        String word = lines.get(0).substring("::stop-commands::".length());
        assertThat(lines).containsExactly("::stop-commands::" + word, "::error::not one", "::" + word + "::");
        assertThat(word).hasSizeGreaterThan(32).isNotEqualTo(commands.silenced("other\n").substring(17, 17 + word.length()));
    }

    @Test
    void a_workflow_is_known_by_its_environment() {
        assertThat(GithubCommands.runsThere(Map.of("GITHUB_ACTIONS", "true"))).isTrue();
        assertThat(GithubCommands.runsThere(Map.of("CI", "true"))).isFalse();
    }

    private String text(AnalysisReport report) {
        return commands.text(report, SampleReport.folder());
    }
}
