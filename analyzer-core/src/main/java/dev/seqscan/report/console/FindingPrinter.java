package dev.seqscan.report.console;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Precision;
import dev.seqscan.finding.Step;
import dev.seqscan.source.Place;
import java.io.IOException;
import java.util.List;

/** Prints one finding. Its first line has the form {@code path:line:column: level: [rule] text} that IDEs make a link of. */
final class FindingPrinter {

    private static final int INDENT = 4;
    private static final int MOST_STEPS = 12;

    private final Appendable out;
    private final Paint paint;

    FindingPrinter(Appendable out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    /** Prints the finding with its cost, its evidence and what to do. */
    void print(Finding finding) throws IOException {
        printHead(finding);
        line("cost:", finding.cost());
        line("reached from:", finding.entryPoint());
        line("precision:", precision(finding));
        if (!finding.path().isEmpty()) {
            out.append("    how it happens:\n");
            printSteps(finding.path());
        }
        for (Step related : finding.related()) {
            line("see:", place(related.place()) + " " + related.message());
        }
        line("to do:", ConsoleText.furtherSentences(finding.message()));
    }

    private static String precision(Finding finding) {
        if (finding.precision() == Precision.PROVEN) {
            return "";
        }
        return finding.precision().id() + (finding.doubt().isEmpty() ? "" : ", as " + finding.doubt());
    }

    /** Prints place, rule and first sentence of a finding that is like one already printed, and what differs of its cost and reach. */
    void printLike(Finding first, Finding finding) throws IOException {
        printHead(finding);
        line("cost:", finding.cost().equals(first.cost()) ? "" : finding.cost());
        line("reached from:", finding.entryPoint().equals(first.entryPoint()) ? "" : finding.entryPoint());
    }

    private void printHead(Finding finding) throws IOException {
        String place = ConsoleText.harmless(finding.place() + ":");
        String rule = "[" + ConsoleText.harmless(finding.ruleId()) + "]";
        String start = paint.bold(place) + " " + paint.level(finding.level()) + ": " + rule;
        int used = place.length() + finding.level().id().length() + rule.length() + 3;
        out.append(ConsoleText.wrap(start, used, ConsoleText.firstSentence(finding.message()), INDENT));
    }

    private void printSteps(List<Step> path) throws IOException {
        int number = 0;
        for (Step step : path) {
            number++;
            if (path.size() > MOST_STEPS && number == MOST_STEPS) {
                out.append("      ... ").append(ConsoleText.count(path.size() - MOST_STEPS, "further step")).append('\n');
            }
            if (number < MOST_STEPS || number == path.size()) {
                String start = "      " + number + ". ";
                String place = place(step.place());
                out.append(ConsoleText.wrap(start + paint.dim(place), start.length() + place.length(), step.message(),
                        start.length()));
            }
        }
    }

    private void line(String label, String text) throws IOException {
        if (!text.isBlank()) {
            String start = " ".repeat(INDENT) + label;
            out.append(ConsoleText.wrap(start, text, 2 * INDENT));
        }
    }

    private static String place(Place place) {
        return ConsoleText.harmless(place.file() + ":" + place.line());
    }
}
