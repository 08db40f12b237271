package dev.seqscan.report.sarif;

import dev.seqscan.finding.Step;
import dev.seqscan.report.ScannedFolder;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.io.File;

/**
 * Builds locations, SARIF 2.1.0 sections 3.28 to 3.30. Each has a full region, as several readers refuse less.
 *
 * @param folder that the files are in
 * @param absolute whether they are named from the root of this machine, not of the repository
 */
record SarifLocations(ScannedFolder folder, boolean absolute) {

    /** The base of all relative URIs; what it stands for is up to the reader. */
    static final String SOURCE_ROOT = "%SRCROOT%";

    /** The location of a finding, with the text there as far as it is at hand. */
    JsonObject primary(Place place, FileExcerpt excerpt) {
        JsonObject region = region(place.span());
        excerpt.text(place.span()).ifPresent(text -> region.with("snippet", message(text)));
        JsonObject physical = physical(place.file(), region);
        excerpt.around(place.span()).ifPresent(around ->
                physical.with("contextRegion", region(around.span()).with("snippet", message(around.text()))));
        return new JsonObject().with("physicalLocation", physical);
    }

    /** The location of a step, with its message. */
    JsonObject of(Step step) {
        return new JsonObject()
                .with("physicalLocation", physical(step.place().file(), region(step.place().span())))
                .with("message", message(SarifText.withoutLinks(step.message())));
    }

    /** The location of a file, or of the start of one of its lines; line 0 stands for no line. */
    JsonObject ofLine(String file, int line) {
        JsonObject region = line > 0 ? region(Span.ofLine(line)) : new JsonObject();
        return new JsonObject().with("physicalLocation", physical(file, region));
    }

    /**
     * The folder that absolute names start with, which readers need to tell what of them the repository knows; nothing where
     * names are relative.
     */
    JsonObject workingDirectory() {
        return absolute ? ofMachine("") : new JsonObject();
    }

    static JsonObject message(String text) {
        return new JsonObject().with("text", text);
    }

    private JsonObject physical(String file, JsonObject region) {
        return new JsonObject()
                .with("artifactLocation", artifact(file))
                .with("region", region);
    }

    /** The name of a file. */
    JsonObject artifact(String file) {
        if (absolute) {
            return ofMachine(file);
        }
        return new JsonObject().with("uri", SarifText.uri(folder.inRepository(file))).with("uriBaseId", SOURCE_ROOT);
    }

    private JsonObject ofMachine(String file) {
        String root = folder.root().toAbsolutePath().normalize().toString().replace(File.separatorChar, '/');
        String path = (root.startsWith("/") ? root : "/" + root) + (root.endsWith("/") ? "" : "/");
        return new JsonObject().with("uri", "file://" + SarifText.uri(path + file));
    }

    /** The region; where a span is empty or runs backwards it is one column long, for readers that refuse such. */
    private static JsonObject region(Span span) {
        int startLine = Math.max(1, span.startLine());
        int startColumn = Math.max(1, span.startColumn());
        int endLine = Math.max(startLine, span.endLine());
        int leastEnd = endLine == startLine ? startColumn + 1 : 1;
        return new JsonObject()
                .with("startLine", startLine)
                .with("startColumn", startColumn)
                .with("endLine", endLine)
                .with("endColumn", Math.max(leastEnd, span.endColumn()));
    }
}
