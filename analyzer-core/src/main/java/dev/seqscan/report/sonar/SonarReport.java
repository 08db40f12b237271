package dev.seqscan.report.sonar;

import dev.seqscan.AnalysisReport;
import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Step;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.WrittenReport;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.report.json.JsonWriter;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the generic issue format of SonarQube 10.3 and newer ("Generic formatted issue reports"): issues of
 * maintainability, where SARIF would make vulnerabilities of them. Files are named from the scanned folder, which is where
 * the scanner of a build runs. The format has secondary locations, and no order of them: so the steps are numbered.
 */
public final class SonarReport implements WrittenReport {

    private static final int MOST_LOCATIONS = 50;

    @Override
    public String name() {
        return "sonar";
    }

    @Override
    public String fileName() {
        return "seqscan-sonar.json";
    }

    @Override
    public void write(AnalysisReport report, ScannedFolder folder, Appendable out) throws IOException {
        Iterable<JsonObject> issues = () -> report.findings().stream().map(SonarReport::issue).iterator();
        new JsonWriter(out).write(new JsonObject()
                .withArray("rules", SonarRules.of(report))
                .withArray("issues", issues));
    }

    private static JsonObject issue(Finding finding) {
        return new JsonObject()
                .with("ruleId", finding.ruleId())
                .with("primaryLocation", location(finding.place(), message(finding)))
                .with("secondaryLocations", secondary(finding));
    }

    private static String message(Finding finding) {
        String message = finding.message().isBlank() ? finding.ruleId() : finding.message().strip();
        return finding.cost().isBlank() ? message : message + " Cost: " + finding.cost().strip() + ".";
    }

    private static List<JsonObject> secondary(Finding finding) {
        List<Step> path = finding.path();
        Stream<JsonObject> steps = Stream.iterate(0, i -> i < path.size(), i -> i + 1)
                .filter(i -> path.get(i).place().line() > 0)
                .map(i -> location(path.get(i).place(), (i + 1) + ". " + path.get(i).message()));
        Stream<JsonObject> related = finding.related().stream().filter(step -> step.place().line() > 0)
                .map(step -> location(step.place(), step.message()));
        return Stream.concat(steps, related).limit(MOST_LOCATIONS).toList();
    }

    private static JsonObject location(Place place, String message) {
        return new JsonObject()
                .with("message", message)
                .with("filePath", place.file())
                .with("textRange", range(place.span()));
    }

    /**
     * Lines from 1, columns from 0. One that does not fit the text stops the import, so a range gets columns only where they
     * were read from it; without a line it is about the file.
     */
    private static JsonObject range(Span span) {
        JsonObject range = new JsonObject();
        if (span.startLine() < 1) {
            return range;
        }
        range.with("startLine", span.startLine());
        boolean forward = span.endLine() > span.startLine() || span.endColumn() > span.startColumn();
        if (span.equals(Span.ofLine(span.startLine())) || span.startColumn() < 1 || span.endLine() < span.startLine() || !forward) {
            return range;
        }
        return range.with("endLine", span.endLine())
                .with("startColumn", span.startColumn() - 1)
                .with("endColumn", Math.max(0, span.endColumn() - 1));
    }
}
