package dev.seqscan.report.console;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Prints what stands below the findings: a line for each rule, what was and was not judged, and the first notices. */
final class ConsoleSummary {

    private static final int MOST_NOTICES = 5;
    private static final Predicate<String> NOT_JUDGED = ConsoleText::isNotJudged;

    private final AnalysisReport report;
    private final Appendable out;

    ConsoleSummary(AnalysisReport report, Appendable out) {
        this.report = report;
        this.out = out;
    }

    void print() throws IOException {
        printFindings();
        printSetAside();
        printCounts("Looked at:", NOT_JUDGED.negate());
        printCounts("Not judged:", NOT_JUDGED);
        printNotices();
    }

    private void printFindings() throws IOException {
        List<Finding> findings = report.findings();
        if (findings.isEmpty()) {
            out.append("No findings.\n");
            return;
        }
        long files = findings.stream().map(finding -> finding.place().file()).distinct().count();
        out.append(ConsoleText.count(findings.size(), "finding")).append(" in ").append(ConsoleText.count(files, "file"))
                .append(": ").append(ConsoleText.levels(findings)).append('\n');
        Map<String, List<Finding>> byRule = findings.stream()
                .collect(Collectors.groupingBy(finding -> ConsoleText.harmless(finding.ruleId()), TreeMap::new, Collectors.toList()));
        int width = byRule.keySet().stream().mapToInt(String::length).max().orElse(0);
        for (Map.Entry<String, List<Finding>> rule : byRule.entrySet()) {
            out.append("  ").append(rule.getKey()).append(" ".repeat(width - rule.getKey().length())).append("  ")
                    .append(ConsoleText.levels(rule.getValue())).append('\n');
        }
    }

    /** What is known, but not printed above. */
    private void printSetAside() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        report.setAside().forEach(each -> counts.merge(where(each), 1, Integer::sum));
        if (!counts.isEmpty()) {
            out.append(ConsoleText.wrap("Known and not printed:", counts.entrySet().stream()
                    .map(each -> each.getValue() + " " + each.getKey()).collect(Collectors.joining("; ")) + ".", 4));
        }
    }

    private static String where(SetAside known) {
        return switch (known.why()) {
            case SUPPRESSED -> "silenced in the code";
            case BASELINE -> "of the baseline " + known.reason();
            case ELSEWHERE -> "elsewhere than the lines changed since " + known.reason();
        };
    }

    private void printCounts(String label, Predicate<String> names) throws IOException {
        String counts = new TreeSet<>(report.counts().keySet()).stream().filter(names)
                .map(name -> report.counts().get(name) + " " + name).collect(Collectors.joining("; "));
        if (!counts.isEmpty()) {
            out.append(ConsoleText.wrap(label, counts + ".", 4));
        }
    }

    private void printNotices() throws IOException {
        List<Notice> notices = report.notices().stream().sorted(Comparator.comparingInt(ConsoleSummary::urgency)).toList();
        if (notices.isEmpty()) {
            return;
        }
        out.append(ConsoleText.count(notices.size(), "notice")).append(" about the run:\n");
        for (Notice notice : notices.subList(0, Math.min(MOST_NOTICES, notices.size()))) {
            out.append(ConsoleText.wrap("  " + place(notice) + name(notice.kind()) + ":", notice.reason(), 4));
        }
        if (notices.size() > MOST_NOTICES) {
            out.append("  ... and ").append(String.valueOf(notices.size() - MOST_NOTICES)).append(" more\n");
        }
    }

    private static String place(Notice notice) {
        if (notice.file().isEmpty()) {
            return "";
        }
        return ConsoleText.harmless(notice.file()) + (notice.line() > 0 ? ":" + notice.line() : "") + ": ";
    }

    private static String name(Notice.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What hides most comes first. */
    private static int urgency(Notice notice) {
        return switch (notice.kind()) {
            case INTERNAL -> 0;
            case MISSING -> 1;
            case NOT_READ -> 2;
            case NOT_UNDERSTOOD -> 3;
            case DUPLICATE -> 4;
            case NO_EFFECT -> 5;
        };
    }
}
