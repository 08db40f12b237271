package dev.seqscan.testkit;

import dev.seqscan.finding.Finding;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;

/** Compares what was reported with what a case expects. */
public final class CaseAssertions {

    private final Case expected;
    private final List<Finding> actual;
    private final List<String> differences = new ArrayList<>();

    private CaseAssertions(Case expected, List<Finding> actual) {
        this.expected = expected;
        this.actual = actual;
    }

    /**
     * Holds if exactly the expected lines are reported.
     *
     * @param actual the findings of the rule that the page belongs to
     * @throws AssertionError that names the case and shows each line that differs, with its text and messages
     */
    public static void assertMatches(Case expected, List<Finding> actual) {
        CaseAssertions assertions = new CaseAssertions(expected, actual);
        expected.expectations().forEach(assertions::compare);
        actual.stream().filter(assertions::isUnexpected).forEach(assertions::unexpected);
        if (!assertions.differences.isEmpty()) {
            throw new AssertionError(expected.origin() + ": " + expected.name() + "\n"
                    + String.join("\n", assertions.differences) + "\n" + assertions.summary());
        }
    }

    private void compare(Expectation expectation) {
        List<Finding> here = actual.stream().filter(finding -> isAt(finding, expectation)).toList();
        List<Finding> fitting = here.stream().filter(finding -> finding.message().contains(expectation.messagePart())).toList();
        if (here.size() != expectation.count()) {
            difference("expected " + expectation.count() + ", reported " + here.size(), expectation, here);
        } else if (fitting.size() != here.size()) {
            difference("expected a message with \"" + expectation.messagePart() + "\"", expectation, here);
        }
    }

    private void difference(String what, Expectation expectation, List<Finding> here) {
        differences.add("  " + what + " at " + expectation.file() + ":" + expectation.line() + " (" + expectation.origin() + ")"
                + source(expectation.file(), expectation.line()));
        here.forEach(finding -> differences.add(message(finding)));
    }

    private boolean isUnexpected(Finding finding) {
        return expected.expectations().stream().noneMatch(expectation -> isAt(finding, expectation));
    }

    private void unexpected(Finding finding) {
        String file = finding.place().file();
        differences.add("  expected nothing, reported at " + file + ":" + finding.place().line()
                + source(file, finding.place().line()));
        differences.add(message(finding));
    }

    private static boolean isAt(Finding finding, Expectation expectation) {
        return finding.place().file().equals(expectation.file()) && finding.place().line() == expectation.line();
    }

    private static String message(Finding finding) {
        return "      " + finding.ruleId() + ", " + finding.precision().id() + ": " + finding.message();
    }

    private String source(String path, int line) {
        for (TextFile file : expected.files()) {
            List<String> lines = file.text().lines().toList();
            if (file.path().equals(path) && line >= 1 && line <= lines.size()) {
                return "\n    | " + lines.get(line - 1).strip();
            }
        }
        return "\n    | (no such line in this case)";
    }

    private String summary() {
        List<String> lines = expected.expectations().stream().map(each -> each.file() + ":" + each.line()).toList();
        List<String> reported = actual.stream().map(each -> each.place().file() + ":" + each.place().line()).sorted().toList();
        return "  expected lines: " + lines + "\n  reported lines: " + reported;
    }
}
