package dev.seqscan.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {

    private static final String HEADER = "seqscan-baseline 1\n";
    private static final String ENTRY = "query-in-loop | orders | A.java | A#a()";

    @TempDir
    private Path folder;

    @Test
    void it_has_one_ordered_line_for_each_rule_subject_file_and_method() {
        List<Finding> findings = List.of(at("B.java", "B#b()", 7), at("A.java", "A#a()", 30), at("A.java", "A#a()", 20));
        String text = Baseline.text(findings);
        assertThat(text.lines().filter(line -> !line.startsWith("#"))).containsExactly("seqscan-baseline 1",
                "query-in-loop | orders | A.java | A#a() | 2", "query-in-loop | orders | B.java | B#b()");
        assertThat(Baseline.text(List.of(findings.get(2), findings.get(0), findings.get(1)))).isEqualTo(text);
        assertThat(Baseline.lines(findings)).isEqualTo(2);
    }

    @Test
    void what_it_holds_is_known_after_the_code_has_moved() throws IOException {
        Baseline baseline = baseline(Baseline.text(List.of(at("A.java", "A#a()", 20), at("A.java", "A#a()", 30))));
        List<Finding> moved = List.of(at("A.java", "A#a()", 30), at("A.java", "A#a()", 40));
        Baseline.Compared compared = compare(baseline, moved);
        assertThat(compared.known()).isEqualTo(moved);
        assertThat(compared.left()).isEmpty();
        assertThat(compared.stale()).isEmpty();
    }

    @Test
    void one_more_than_it_holds_is_new() throws IOException {
        List<Finding> findings = List.of(at("A.java", "A#a()", 30), at("A.java", "A#a()", 20), at("A.java", "A#b()", 50));
        Baseline.Compared compared = compare(baseline(HEADER + ENTRY), findings);
        assertThat(compared.known()).containsExactly(findings.get(1));
        assertThat(compared.left()).containsExactly(findings.get(0), findings.get(2));
    }

    @Test
    void an_entry_that_matches_nothing_is_told_with_its_line() throws IOException {
        assertThat(compare(baseline("# ours\n" + HEADER + "\n" + ENTRY + "\n"), List.of()).stale()).containsExactly(
                new Notice(Notice.Kind.NO_EFFECT, "baseline.txt", 4, "nothing matches this entry any more, remove it: " + ENTRY));
    }

    @Test
    void an_entry_for_more_findings_than_there_are_is_told_with_its_line() throws IOException {
        assertThat(compare(baseline(HEADER + ENTRY + " | 3"), List.of(at("A.java", "A#a()", 1))).stale()).containsExactly(
                new Notice(Notice.Kind.NO_EFFECT, "baseline.txt", 2,
                        "of 3 findings of this entry 1 is left, set the number: " + ENTRY + " | 3"));
    }

    @Test
    void an_entry_of_a_rule_that_did_not_judge_is_not_stale() throws IOException {
        assertThat(baseline(HEADER + ENTRY).compare(List.of(), Set.of("select-star"), folder).stale()).isEmpty();
    }

    @Test
    void lines_may_stand_in_any_order_and_twice_after_a_merge() throws IOException {
        Baseline baseline = baseline("\uFEFF" + HEADER + "query-in-loop | orders | B.java | B#b()\r\n" + ENTRY + " | 2\r\n"
                + ENTRY + "\r\n");
        List<Finding> findings = List.of(at("A.java", "A#a()", 1), at("A.java", "A#a()", 2), at("B.java", "B#b()", 3));
        assertThat(compare(baseline, findings).left()).isEmpty();
    }

    @Test
    void bars_line_ends_and_marks_of_direction_are_written_as_escapes() throws IOException {
        Finding hostile = finding("a | b \\ c\nd\u202Ee", "A.java", "A#a()", 1);
        String text = Baseline.text(List.of(hostile));
        assertThat(text).contains("query-in-loop | a \\| b \\\\ c\\u000ad\\u202ee | A.java | A#a()\n");
        assertThat(compare(baseline(text), List.of(hostile)).known()).containsExactly(hostile);
    }

    @Test
    void a_subject_or_method_that_is_empty_is_known_again() throws IOException {
        Finding nameless = finding("", "A.java", "", 1);
        assertThat(compare(baseline(Baseline.text(List.of(nameless))), List.of(nameless)).left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            seqscan-baseline 2                                       ~ 1 ~ before all entries stands
            seqscan-baseline 1;query-in-loop | orders | A.java       ~ 2 ~ a finding is written as rule | subject | file | method
            seqscan-baseline 1;;query in loop | a | A.java | A#a()   ~ 3 ~ a finding is written as rule | subject | file | method
            seqscan-baseline 1;a | b | A.java | A#a() | many         ~ 2 ~ the number of findings is "many"
            seqscan-baseline 1;a | b | A.java | A#a() | 0            ~ 2 ~ the number of findings is "0"
            seqscan-baseline 1;<<<<<<< HEAD                          ~ 2 ~ a conflict of a merge is not resolved
            """)
    void a_broken_line_stops_with_its_number_and_the_reason(String lines, int line, String reason) {
        assertThatThrownBy(() -> baseline(lines.replace(';', '\n'))).isInstanceOf(WrongBaseline.class)
                .hasMessageContaining("baseline.txt, line " + line + ": " + reason);
    }

    @Test
    void a_file_that_is_empty_or_no_text_is_refused() throws IOException {
        assertThatThrownBy(() -> baseline("")).isInstanceOf(WrongBaseline.class)
                .hasMessageContaining("it does not begin with \"seqscan-baseline 1\"");
        Path binary = Files.write(folder.resolve("binary.txt"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Baseline.read(binary)).isInstanceOf(WrongBaseline.class).hasMessageContaining("UTF-8");
    }

    private Baseline baseline(String text) throws IOException {
        return Baseline.read(Files.writeString(folder.resolve("baseline.txt"), text));
    }

    private Baseline.Compared compare(Baseline baseline, List<Finding> findings) {
        return baseline.compare(findings, Set.of("query-in-loop"), folder);
    }

    private static Finding at(String file, String method, int line) {
        return finding("orders", file, method, line);
    }

    private static Finding finding(String subject, String file, String method, int line) {
        return new Claim("query-in-loop", Level.WARNING, Certainty.likely("rows may be few"),
                new Place(file, Span.ofLine(line)), "Message.")
                .about(subject, new Finding.Identity(method, "a", line));
    }
}
