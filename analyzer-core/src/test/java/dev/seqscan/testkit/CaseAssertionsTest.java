package dev.seqscan.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.finding.Certainty;
import dev.seqscan.finding.Claim;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class CaseAssertionsTest {

    private static final Case CASE = MarkdownCases.parse("X.md", """
            ## Bad
            ```java
            class A {
                int a;
                int b; // finding: each order
                int c; // finding x2
            }
            ```
            """).get(0);

    @Test
    void exactly_the_expected_lines_hold() {
        assertMatches(at(3, "once for each order"), at(4, "one"), at(4, "two"));
    }

    @Test
    void a_missing_finding_is_shown_with_its_line_in_the_page() {
        assertFails("expected 1, reported 0 at src/main/java/A.java:3 (X.md:5)", "| int b;", at(4, "one"), at(4, "two"));
    }

    @Test
    void an_unexpected_finding_is_shown_with_its_message() {
        assertFails("expected nothing, reported at src/main/java/A.java:2", "query-in-loop, likely: surprise",
                at(2, "surprise"), at(3, "each order"), at(4, "one"), at(4, "two"));
    }

    @Test
    void too_few_findings_on_a_line_fail() {
        assertFails("expected 2, reported 1 at src/main/java/A.java:4", "one", at(3, "each order"), at(4, "one"));
    }

    @Test
    void another_message_fails() {
        assertFails("expected a message with \"each order\"", "something else", at(3, "something else"), at(4, "one"), at(4, "two"));
    }

    private static void assertMatches(Finding... findings) {
        assertThatCode(() -> CaseAssertions.assertMatches(CASE, List.of(findings))).doesNotThrowAnyException();
    }

    private static void assertFails(String what, String detail, Finding... findings) {
        assertThatThrownBy(() -> CaseAssertions.assertMatches(CASE, List.of(findings))).isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("X.md:2: Bad\n").hasMessageContaining(what).hasMessageContaining(detail);
    }

    private static Finding at(int line, String message) {
        Place place = new Place("src/main/java/A.java", Span.ofLine(line));
        return new Claim("query-in-loop", Level.WARNING, Certainty.likely("rows may be few"), place, message)
                .about("A", new Finding.Identity("A", "a", 0));
    }
}
