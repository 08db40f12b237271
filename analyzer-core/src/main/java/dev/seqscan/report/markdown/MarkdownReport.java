package dev.seqscan.report.markdown;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.finding.Step;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.console.ConsoleText;
import dev.seqscan.source.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Writes a summary for a comment on a pull request, or for the summary of a job, in GitHub Flavored Markdown: counts, then the
 * worst findings with their details folded away. Files are named from the root of the repository.
 */
public final class MarkdownReport implements WrittenReport {

    /** GitHub refuses a longer comment. */
    static final int LONGEST = 65_536;

    /** By this line a script finds the comment of the last run again. */
    private static final String MARK = "<!-- seqscan -->\n";

    private static final int MOST_FINDINGS = 20;
    private static final int MOST_STEPS = 12;
    private static final int MOST_RULES = 100;

    /** What the sentence about those that are left out, and the line below, may take. */
    private static final int RESERVE = 400;

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public String fileName() {
        return "seqscan.md";
    }

    @Override
    public void write(AnalysisReport report, ScannedFolder folder, Appendable out) throws IOException {
        StringBuilder text = new StringBuilder(MARK).append(head(report.findings())).append(table(report.findings()));
        int shown = 0;
        for (Finding finding : report.findings()) {
            String part = finding(finding, folder);
            if (shown == MOST_FINDINGS || text.length() + part.length() > LONGEST - RESERVE) {
                break;
            }
            text.append(part);
            shown++;
        }
        if (shown < report.findings().size()) {
            int left = report.findings().size() - shown;
            text.append('\n').append(count(left, "further finding")).append(" of lower rank in the full report.\n");
        }
        out.append(text.append(notJudged(report, LONGEST - text.length())));
    }

    private static String head(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "## SeqScan: no findings\n";
        }
        return "## SeqScan: " + count(findings.size(), "finding") + "\n\n";
    }

    private static String table(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "";
        }
        StringBuilder table = new StringBuilder("| rule | error | warning | note |\n| --- | ---: | ---: | ---: |\n");
        Map<String, List<Finding>> byRule = findings.stream()
                .collect(Collectors.groupingBy(Finding::ruleId, TreeMap::new, Collectors.toList()));
        byRule.entrySet().stream().limit(MOST_RULES).forEach(rule -> table.append("| ").append(MarkdownText.cell(rule.getKey()))
                .append(cells(rule.getValue())));
        return table.append("| **all**").append(cells(findings)).toString();
    }

    private static String cells(Collection<Finding> findings) {
        return " | " + count(findings, Level.ERROR) + " | " + count(findings, Level.WARNING) + " | "
                + count(findings, Level.NOTE) + " |\n";
    }

    private static long count(Collection<Finding> findings, Level level) {
        return findings.stream().filter(each -> each.level() == level).count();
    }

    private static String finding(Finding finding, ScannedFolder folder) {
        StringBuilder text = new StringBuilder("\n**").append(finding.level().id()).append("** ")
                .append(MarkdownText.code(finding.ruleId())).append(" in ")
                .append(place(finding.place(), folder)).append(": ")
                .append(MarkdownText.plain(ConsoleText.firstSentence(finding.message()))).append('\n');
        if (!finding.cost().isBlank()) {
            text.append("\nCost: ").append(MarkdownText.plain(finding.cost())).append('\n');
        }
        List<String> details = details(finding, folder);
        if (!details.isEmpty()) {
            text.append("\n<details><summary>Details</summary>\n\n").append(String.join("\n", details))
                    .append("\n\n</details>\n");
        }
        return text.toString();
    }

    private static List<String> details(Finding finding, ScannedFolder folder) {
        List<String> lines = new ArrayList<>();
        add(lines, "Reached from", finding.entryPoint());
        add(lines, "Sure", finding.doubt().isEmpty() ? "" : finding.precision().id() + ", as " + finding.doubt());
        List<Step> path = finding.path();
        for (int i = 0; i < path.size(); i++) {
            if (path.size() <= MOST_STEPS || i < MOST_STEPS - 1 || i == path.size() - 1) {
                lines.add("- Step " + (i + 1) + ": " + step(path.get(i), folder));
            }
        }
        finding.related().stream().limit(MOST_STEPS).forEach(step -> lines.add("- See " + step(step, folder)));
        add(lines, "To do", ConsoleText.furtherSentences(finding.message()));
        return lines;
    }

    private static void add(List<String> lines, String label, String text) {
        if (!text.isBlank()) {
            lines.add("- " + label + ": " + MarkdownText.plain(text));
        }
    }

    private static String step(Step step, ScannedFolder folder) {
        return place(step.place(), folder) + " " + MarkdownText.plain(step.message());
    }

    private static String place(Place place, ScannedFolder folder) {
        return MarkdownText.code(folder.inRepository(place.file()) + (place.line() > 0 ? ":" + place.line() : ""));
    }

    private static String notJudged(AnalysisReport report, int room) {
        String counts = report.counts().entrySet().stream().filter(each -> ConsoleText.isNotJudged(each.getKey()))
                .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining("; "));
        String text = counts.isEmpty() ? "" : "\nNot judged: " + MarkdownText.plain(counts + ".") + "\n";
        return text.length() <= room ? text : "";
    }

    private static String count(long number, String noun) {
        return ConsoleText.count(number, noun, noun + "s");
    }
}
