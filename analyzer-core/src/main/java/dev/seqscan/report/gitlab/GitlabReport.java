package dev.seqscan.report.gitlab;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.report.json.JsonWriter;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a Code Quality report, which GitLab shows in merge requests: an array of findings ("Code Quality", section "Code
 * Quality report format"). Files are named from the root of the repository.
 */
public final class GitlabReport implements WrittenReport {

    @Override
    public String name() {
        return "gitlab";
    }

    @Override
    public String fileName() {
        return "seqscan-gitlab.json";
    }

    @Override
    public void write(AnalysisReport report, ScannedFolder folder, Appendable out) throws IOException {
        Map<String, Integer> seen = new HashMap<>();
        Iterable<JsonObject> violations = () -> report.findings().stream()
                .map(finding -> violation(finding, folder, fingerprint(finding, seen))).iterator();
        new JsonWriter(out).write(violations);
    }

    private static JsonObject violation(Finding finding, ScannedFolder folder, String fingerprint) {
        JsonObject lines = new JsonObject().with("begin", Math.max(1, finding.place().line()));
        return new JsonObject()
                .with("description", description(finding))
                .with("check_name", finding.ruleId())
                .with("fingerprint", fingerprint)
                .with("severity", severity(finding.level()))
                .with("location", new JsonObject()
                        .with("path", folder.inRepository(finding.place().file()))
                        .with("lines", lines));
    }

    private static String description(Finding finding) {
        String message = finding.message().isBlank() ? finding.ruleId() : finding.message().strip();
        return finding.cost().isBlank() ? message : message + " Cost: " + finding.cost().strip() + ".";
    }

    /** GitLab shows one of those that are equal, so a further finding with the same one gets a number. */
    private static String fingerprint(Finding finding, Map<String, Integer> seen) {
        String fingerprint = finding.fingerprint();
        int before = seen.merge(fingerprint, 1, Integer::sum) - 1;
        return before == 0 ? fingerprint : fingerprint + "-" + (before + 1);
    }

    /** Of the five words {@code info}, {@code minor}, {@code major}, {@code critical} and {@code blocker}. */
    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case NOTE -> "info";
        };
    }
}
