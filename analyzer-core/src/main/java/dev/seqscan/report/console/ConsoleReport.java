package dev.seqscan.report.console;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.report.Modules;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints a report for a developer at a terminal. Findings stand under the module they belong to, where several have some; in
 * it those of one rule about one subject stand together, as one change often cures them all: the first in full, the others in
 * a line or two each. Modules and groups come in the order of their worst finding. What is cut for length is in the SARIF file, which the last line names.
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
        Paint paint = new Paint(colour);
        FindingPrinter printer = new FindingPrinter(out, paint);
        List<Group> groups = groups(report);
        Map<String, List<Group>> byModule = groups.stream().limit(MOST_GROUPS)
                .collect(Collectors.groupingBy(Group::module, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<Group>> module : byModule.entrySet()) {
            if (byModule.size() > 1) {
                out.append(paint.bold("Module " + ConsoleText.harmless(module.getKey()))).append("\n\n");
            }
            for (Group group : module.getValue()) {
                printGroup(group.findings(), printer, out);
                out.append('\n');
            }
        }
        if (groups.size() > MOST_GROUPS) {
            int left = groups.stream().skip(MOST_GROUPS).mapToInt(group -> group.findings().size()).sum();
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

    /** Findings of one rule about one subject in one module. */
    private record Group(String module, List<Finding> findings) {
    }

    private static List<Group> groups(AnalysisReport report) {
        Modules modules = new Modules(report.overview().modules());
        Map<List<String>, Group> groups = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            String module = modules.of(finding.place().file());
            groups.computeIfAbsent(List.of(module, finding.ruleId(), finding.subject()),
                    key -> new Group(module, new ArrayList<>())).findings().add(finding);
        }
        return List.copyOf(groups.values());
    }
}
