package dev.seqscan.report.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Writes HTML. Names of elements and attributes come from this package; whatever else is written goes through
 * {@link HtmlText}, so that no text can become an element.
 */
final class Html {

    private static final Set<String> ON_LINES_OF_THEIR_OWN = Set.of("html", "head", "body", "header", "main", "nav", "section",
            "article", "ul", "ol", "li", "dl", "dt", "details", "p", "h1", "h2", "h3", "h4", "table", "tr", "pre", "div", "svg");

    private final StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; names and values of attributes follow each other, an empty value is written too. */
    Html open(String tag, String... attributes) {
        tag(tag, attributes);
        open.push(tag);
        return this;
    }

    /** Ends the innermost element. */
    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (ON_LINES_OF_THEIR_OWN.contains(tag)) {
            out.append('\n');
        }
        return this;
    }

    /** An element that has no end. */
    Html single(String tag, String... attributes) {
        tag(tag, attributes);
        return this;
    }

    /** Any text. */
    Html text(String text) {
        HtmlText.appendText(out, text);
        return this;
    }

    /** Any text where no element may stand, as within a drawing. */
    Html plain(String text) {
        HtmlText.appendValue(out, text);
        return this;
    }

    /** An element with nothing but text. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element of this package's own whose content is no markup: a style or a script. */
    Html asset(String tag, Asset asset) {
        out.append('<').append(tag).append('>').append(asset.text()).append("</").append(tag).append(">\n");
        return this;
    }

    /** How much is written. */
    int length() {
        return out.length();
    }

    /** The document; all elements must have been closed. */
    String document() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("not closed: " + open);
        }
        return out.toString();
    }

    private void tag(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            HtmlText.appendValue(out, attributes[i + 1]);
            out.append('"');
        }
        out.append('>');
    }
}
