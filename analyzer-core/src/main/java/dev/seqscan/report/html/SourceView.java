package dev.seqscan.report.html;

import dev.seqscan.report.sarif.SourceExcerpts;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.SortedMap;

/** Lines of a source around a place, which is marked in them. */
final class SourceView {

    private final SourceExcerpts excerpts;

    SourceView(SourceExcerpts excerpts) {
        this.excerpts = excerpts;
    }

    /** Writes nothing where no line is at hand. */
    void write(Html html, Place place) {
        SortedMap<Integer, String> lines = excerpts.of(place).near(place.span());
        if (lines.isEmpty()) {
            return;
        }
        html.open("pre", "class", "source").open("code", "dir", "ltr");
        lines.forEach((number, text) -> {
            html.open("span", "class", "line");
            html.element("span", String.valueOf(number), "class", "number", "aria-hidden", "true");
            html.open("span", "class", "text");
            line(html, text, number, place.span());
            html.close().close();
        });
        html.close().close();
    }

    /** The line, with the part of it that belongs to the span marked. */
    private static void line(Html html, String text, int number, Span span) {
        int indent = text.length() - text.stripLeading().length();
        int start = number < span.startLine() || number > span.endLine() ? text.length()
                : number == span.startLine() ? within(text, span.startColumn() - 1) : indent;
        int end = number == span.endLine() ? within(text, span.endColumn() - 1) : text.length();
        if (start < end) {
            html.text(text.substring(0, start)).element("mark", text.substring(start, end)).text(text.substring(end) + "\n");
        } else {
            html.text(text + "\n");
        }
    }

    private static int within(String text, int index) {
        return Math.max(0, Math.min(index, text.length()));
    }
}
