package dev.seqscan.report.sarif;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.source.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Writes a report as SARIF 2.1.0 (OASIS standard of 27 March 2020) in the form that code scanning of GitHub, the viewers
 * of VS Code and IntelliJ, and Jenkins read. The same report over the same sources gives the same bytes.
 */
public final class SarifReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /** GitHub tells the results of different tools and runs apart by this name up to its last slash. */
    private static final String CATEGORY = "seqscan/";

    /** GitHub refuses a file with more results in a run. */
    private static final int MOST_RESULTS = 25_000;

    private static final Pattern SEMANTIC_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?");

    /**
     * Writes the report to a file, and makes the folder where there is none.
     *
     * @param root the folder the report's file names are relative to; sources of findings are read below it
     * @throws IOException if the target cannot be written; sources that cannot be read only lack excerpt and line hash
     */
    public void write(AnalysisReport report, Path root, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            write(report, root, out);
        }
    }

    /** The text that {@link #write} writes. */
    public String text(AnalysisReport report, Path root) {
        try {
            StringBuilder out = new StringBuilder();
            write(report, root, out);
            return out.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string takes any text", impossible);
        }
    }

    private static void write(AnalysisReport report, Path root, Appendable out) throws IOException {
        JsonObject log = new JsonObject()
                .with("$schema", SCHEMA)
                .with("version", "2.1.0")
                .withArray("runs", List.of(run(report, root)));
        new JsonWriter(out).write(log);
    }

    private static JsonObject run(AnalysisReport report, Path root) {
        List<Finding> findings = report.findings().subList(0, Math.min(MOST_RESULTS, report.findings().size()));
        List<SetAside> setAside = report.setAside().subList(0, Math.min(MOST_RESULTS - findings.size(), report.setAside().size()));
        SarifRules rules = new SarifRules(report.rules());
        SarifResults results = new SarifResults(rules, new SourceExcerpts(root,
                Stream.concat(findings.stream(), setAside.stream().map(SetAside::finding)).toList()), !report.baseline().isEmpty());
        // One result after the other, so that a report of many thousand findings is never whole in memory.
        Iterable<JsonObject> written = () -> Stream.concat(findings.stream().map(results::result),
                setAside.stream().map(results::result)).iterator();
        return new JsonObject()
                .with("tool", new JsonObject().with("driver", driver(report.version(), rules)))
                .with("automationDetails", new JsonObject().with("id", CATEGORY))
                .with("invocations", List.of(invocation(report)))
                .with("originalUriBaseIds", new JsonObject().with(SarifLocations.SOURCE_ROOT, sourceRoot()))
                .with("columnKind", "utf16CodeUnits")
                .withArray("results", written)
                .with("properties", new JsonObject().with("counts", counts(report.counts())));
    }

    private static JsonObject driver(String version, SarifRules rules) {
        return new JsonObject()
                .with("name", "SeqScan")
                .with("version", version)
                .with("semanticVersion", SEMANTIC_VERSION.matcher(version).matches() ? version : "")
                .withArray("rules", rules.descriptors());
    }

    private static JsonObject invocation(AnalysisReport report) {
        List<Notice> notices = new ArrayList<>(report.notices());
        int left = report.findings().size() + report.setAside().size() - MOST_RESULTS;
        if (left > 0) {
            notices.add(new Notice(Notice.Kind.MISSING, "", 0, left + " findings of the lowest rank are left out: a run holds "
                    + MOST_RESULTS + " at most."));
        }
        return new JsonObject()
                .with("executionSuccessful", true)
                .with("toolExecutionNotifications", SarifNotifications.of(notices));
    }

    /** Without a URI, so that the file holds no path of the machine that made it. */
    private static JsonObject sourceRoot() {
        return new JsonObject().with("description",
                SarifLocations.message("The folder that was scanned, as a rule the root of the repository."));
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObject object = new JsonObject();
        counts.forEach(object::with);
        return object;
    }
}
