package dev.seqscan.report.sarif;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.SetAside;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.report.json.JsonWriter;
import dev.seqscan.source.Notice;
import java.io.IOException;
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
public final class SarifReport implements WrittenReport {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /**
     * GitHub tells the results of different tools and runs apart by this name up to its last slash. The way to the scanned
     * folder follows, so that several builds of one repository each have a name of their own.
     */
    private static final String CATEGORY = "seqscan/";

    /**
     * What names the tool for certain, as long as it has no page of its own: its package URL, an absolute URI as section
     * 3.19.17 asks for.
     */
    private static final String INFORMATION = "pkg:maven/dev.seqscan/seqscan-maven-plugin";

    /** GitHub refuses a file with more results in a run. */
    private static final int MOST_RESULTS = 25_000;

    private static final Pattern SEMANTIC_VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+(?:[-+][0-9A-Za-z.+-]+)?");

    private final boolean absolute;

    /** A report for the repository: files are named from its root. */
    public SarifReport() {
        this(false);
    }

    private SarifReport(boolean absolute) {
        this.absolute = absolute;
    }

    /** A report for tools of this machine: files have absolute names, which each finds wherever it looks from. */
    public static SarifReport forIde() {
        return new SarifReport(true);
    }

    @Override
    public String name() {
        return "sarif";
    }

    @Override
    public String fileName() {
        return "seqscan.sarif";
    }

    /**
     * Writes the report to a file, and makes the folder where there is none.
     *
     * @param scanned the folder below which the sources of findings are read
     * @throws IOException if the target cannot be written; sources that cannot be read only lack excerpt and line hash
     */
    public void write(AnalysisReport report, ScannedFolder scanned, Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
            write(report, scanned, out);
        }
    }

    /** The same for a folder that is looked up in its repository. */
    public void write(AnalysisReport report, Path root, Path target) throws IOException {
        write(report, ScannedFolder.of(root), target);
    }

    @Override
    public void write(AnalysisReport report, ScannedFolder scanned, Appendable out) throws IOException {
        JsonObject log = new JsonObject()
                .with("$schema", SCHEMA)
                .with("version", "2.1.0")
                .withArray("runs", List.of(run(report, scanned)));
        new JsonWriter(out).write(log);
    }

    private JsonObject run(AnalysisReport report, ScannedFolder scanned) {
        SarifLocations places = new SarifLocations(scanned, absolute);
        List<Finding> findings = report.findings().subList(0, Math.min(MOST_RESULTS, report.findings().size()));
        int room = MOST_RESULTS - findings.size();
        List<SetAside> setAside = report.setAside().subList(0, Math.min(room, report.setAside().size()));
        SarifRules rules = new SarifRules(report.rules());
        SourceExcerpts excerpts = new SourceExcerpts(scanned.root(), report.sources(),
                Stream.concat(findings.stream(), setAside.stream().map(SetAside::finding)).toList());
        SarifResults results = new SarifResults(rules, excerpts, places, !report.baseline().isEmpty());
        // One result after the other, so that a report of many thousand findings is never whole in memory.
        Iterable<JsonObject> written = () -> Stream.concat(findings.stream().map(results::result),
                setAside.stream().map(results::result)).iterator();
        return new JsonObject()
                .with("tool", new JsonObject().with("driver", driver(report.version(), rules)))
                .with("taxonomies", rules.weaknesses().taxonomies())
                .with("automationDetails", new JsonObject().with("id", CATEGORY + SarifText.uri(scanned.prefix())))
                .with("invocations", List.of(invocation(report.noting(excerpts.changed()), places)))
                .with("originalUriBaseIds", sourceRoots())
                .with("columnKind", "utf16CodeUnits")
                .withArray("results", written)
                .with("properties", new JsonObject().with("counts", counts(report.counts())));
    }

    private static JsonObject driver(String version, SarifRules rules) {
        return new JsonObject()
                .with("name", "SeqScan")
                .with("informationUri", INFORMATION)
                .with("version", version)
                .with("semanticVersion", SEMANTIC_VERSION.matcher(version).matches() ? version : "")
                .with("supportedTaxonomies", rules.weaknesses().references())
                .withArray("rules", rules.descriptors());
    }

    private static JsonObject invocation(AnalysisReport report, SarifLocations places) {
        List<Notice> notices = new ArrayList<>(report.notices());
        int left = report.findings().size() + report.setAside().size() - MOST_RESULTS;
        if (left > 0) {
            notices.add(new Notice(Notice.Kind.MISSING, "", 0, left + (left == 1 ? " finding" : " findings")
                    + " of the lowest rank left out: a run holds " + MOST_RESULTS + " at most."));
        }
        return new JsonObject()
                .with("executionSuccessful", true)
                .with("workingDirectory", places.workingDirectory())
                .with("toolExecutionNotifications", new SarifNotifications(places).of(notices));
    }

    /** Without a URI, so that the file holds no path of the machine that made it. */
    private JsonObject sourceRoots() {
        JsonObject root = new JsonObject().with("description", SarifLocations.message("The root of the repository."));
        return absolute ? new JsonObject() : new JsonObject().with(SarifLocations.SOURCE_ROOT, root);
    }

    private static JsonObject counts(Map<String, Integer> counts) {
        JsonObject object = new JsonObject();
        counts.forEach(object::with);
        return object;
    }
}
