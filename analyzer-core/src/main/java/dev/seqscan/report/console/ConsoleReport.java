package dev.seqscan.report.console;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Prints a report for a developer at a terminal. Findings of one rule about one subject stand together, as one change
 * often cures them all: the first in full, the others in a line or two each. Groups come in the order of their worst finding.
 * What is cut for length is in the SARIF file, which the last line names.
 */
public final class ConsoleReport {

    private static final int MOST_GROUPS = 50;
    private static final int MOST_OF_A_GROUP = 10;

    private final Optional<Path> sarif;

    /** A report that names no other file. */
    public ConsoleReport() {
        this.sarif = Optional.empty();
    }

    /** A report that ends with the name of the SARIF file. */
    public ConsoleReport(Path sarif) {
        this.sarif = Optional.of(sarif);
    }

    /**
     * Prints findings, a summary, what was not judged and the first notices; lines end with LF.
     *
     * @param root the folder that the file names are relative to
     * @param colour whether ANSI escapes may be used; without, the text adds nothing but ASCII to what the report holds
     * @throws IOException if {@code out} throws it
     */
    public void print(AnalysisReport report, Path root, Appendable out, boolean colour) throws IOException {
        FindingPrinter printer = new FindingPrinter(out, new Paint(colour));
        Collection<List<Finding>> groups = groups(report.findings());
        int printed = 0;
        for (List<Finding> group : groups) {
            if (printed++ == MOST_GROUPS) {
                break;
            }
            printGroup(group, printer, out);
            out.append('\n');
        }
        if (groups.size() > MOST_GROUPS) {
            int left = groups.stream().skip(MOST_GROUPS).mapToInt(List::size).sum();
            out.append("... and ").append(ConsoleText.count(left, "further finding")).append(" of lower rank\n\n");
        }
        new ConsoleSummary(report, out).print();
        printFiles(root, out);
    }

    private static void printGroup(List<Finding> group, FindingPrinter printer, Appendable out) throws IOException {
        printer.print(group.get(0));
        for (Finding other : group.subList(1, Math.min(MOST_OF_A_GROUP, group.size()))) {
            printer.printLike(group.get(0), other);
        }
        if (group.size() > MOST_OF_A_GROUP) {
            out.append("... and ").append(ConsoleText.count(group.size() - MOST_OF_A_GROUP, "further place"))
                    .append(" of the same\n");
        }
    }

    private void printFiles(Path root, Appendable out) throws IOException {
        out.append("Files are named from ").append(ConsoleText.harmless(root.toString())).append('\n');
        if (sarif.isPresent()) {
            out.append("All of it, for the IDE and the pull request: ")
                    .append(ConsoleText.harmless(sarif.get().toString())).append('\n');
        }
    }

    private static Collection<List<Finding>> groups(List<Finding> findings) {
        Map<List<String>, List<Finding>> groups = new LinkedHashMap<>();
        for (Finding finding : findings) {
            groups.computeIfAbsent(List.of(finding.ruleId(), finding.subject()), key -> new ArrayList<>()).add(finding);
        }
        return groups.values();
    }
}
