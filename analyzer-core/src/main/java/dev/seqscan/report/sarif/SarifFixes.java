package dev.seqscan.report.sarif;

import dev.seqscan.finding.Edit;
import dev.seqscan.report.json.JsonObject;
import dev.seqscan.source.Span;
import java.util.List;

/**
 * Turns edits into fixes, SARIF 2.1.0 sections 3.55 to 3.57: each is complete in itself. An edit of a file that cannot be
 * read any more is left out.
 */
final class SarifFixes {

    private final SourceExcerpts excerpts;
    private final SarifLocations places;

    SarifFixes(SourceExcerpts excerpts, SarifLocations places) {
        this.excerpts = excerpts;
        this.places = places;
    }

    List<JsonObject> of(List<Edit> edits) {
        return edits.stream().flatMap(edit -> excerpts.of(edit.place()).indentation(edit.place().span())
                .map(indentation -> fix(edit, edit.text().replace("\n", "\n" + indentation))).stream()).toList();
    }

    private JsonObject fix(Edit edit, String text) {
        JsonObject replacement = new JsonObject()
                .with("deletedRegion", region(edit.place().span()))
                .with("insertedContent", SarifLocations.message(text));
        JsonObject change = new JsonObject()
                .with("artifactLocation", places.artifact(edit.place().file()))
                .with("replacements", List.of(replacement));
        return new JsonObject()
                .with("description", SarifLocations.message(edit.description()))
                .with("artifactChanges", List.of(change));
    }

    /** As it is: a region of no length is a point of insertion, section 3.57.3. */
    private static JsonObject region(Span span) {
        return new JsonObject()
                .with("startLine", span.startLine())
                .with("startColumn", span.startColumn())
                .with("endLine", span.endLine())
                .with("endColumn", span.endColumn());
    }
}
