package dev.seqscan.report.sarif;

import dev.seqscan.source.Span;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the report needs of the text of one file.
 *
 * @param hashes line hashes of the lines on which findings start
 * @param lines texts of the lines around findings, as far as they can be shown
 */
public record FileExcerpt(SortedMap<Integer, String> hashes, SortedMap<Integer, String> lines) {

    /** Longest place of which an excerpt is shown, in lines. */
    static final int MOST_LINES = 6;

    /** An excerpt with a place of its own. */
    public record Excerpt(Span span, String text) {
    }

    static FileExcerpt none() {
        return new FileExcerpt(new TreeMap<>(), new TreeMap<>());
    }

    /** The hash of a line on which a finding starts. */
    public Optional<String> lineHash(int line) {
        return Optional.ofNullable(hashes.get(line));
    }

    /** The text of a span; empty if a line of it is not at hand or the span does not fit the text. */
    public Optional<String> text(Span span) {
        if (!hasAll(span.startLine(), span.endLine())) {
            return Optional.empty();
        }
        String text = join(span.startLine(), span.endLine());
        int start = span.startColumn() - 1;
        int end = text.length() - lines.get(span.endLine()).length() + span.endColumn() - 1;
        return 0 <= start && start < end && end <= text.length() ? Optional.of(text.substring(start, end)) : Optional.empty();
    }

    /** The whole lines of a span with one line before and after it; empty if that is no more than the span. */
    public Optional<Excerpt> around(Span span) {
        if (text(span).isEmpty()) {
            return Optional.empty();
        }
        int first = lines.containsKey(span.startLine() - 1) ? span.startLine() - 1 : span.startLine();
        int last = lines.containsKey(span.endLine() + 1) ? span.endLine() + 1 : span.endLine();
        Span whole = new Span(first, 1, last, lines.get(last).length() + 1);
        return whole.equals(span) ? Optional.empty() : Optional.of(new Excerpt(whole, join(first, last)));
    }

    /** The lines of a span, and one before and after it, as far as they are at hand: of a long span the first ones. */
    public SortedMap<Integer, String> near(Span span) {
        int last = Math.min(span.endLine(), span.startLine() + MOST_LINES);
        return lines.subMap(span.startLine() - 1, Math.max(last, span.startLine()) + 2);
    }

    /** What stands before the first word of the line of a place; empty if the line is not at hand or ends before it. */
    Optional<String> indentation(Span span) {
        return Optional.ofNullable(lines.get(span.startLine())).filter(line -> span.startColumn() - 1 <= line.length())
                .map(line -> line.substring(0, line.length() - line.stripLeading().length()));
    }

    private boolean hasAll(int first, int last) {
        return first <= last && last - first < MOST_LINES && lines.subMap(first, last + 1).size() == last - first + 1;
    }

    private String join(int first, int last) {
        return String.join("\n", lines.subMap(first, last + 1).values());
    }
}
