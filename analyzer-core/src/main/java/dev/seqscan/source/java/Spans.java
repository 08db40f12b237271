package dev.seqscan.source.java;

import com.github.javaparser.Position;
import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.seqscan.source.Span;

/** Turns the parser's ranges, whose end is inclusive, into spans of the file whose text it read. */
final class Spans {

    private static final Span NOWHERE = Span.ofLine(1);

    private final BareText text;

    Spans(BareText text) {
        this.text = text;
    }

    Span of(Node node) {
        Range range = node.getRange().orElse(null);
        return range == null ? NOWHERE : new Span(range.begin.line, column(range.begin), range.end.line, column(range.end) + 1);
    }

    private int column(Position place) {
        return place.column + text.lost(place.line);
    }

    /** From the start of one node to the start of another, without what stands behind. */
    Span between(Node first, Node behind) {
        Span start = of(first);
        Span end = of(behind);
        return new Span(start.startLine(), start.startColumn(), end.startLine(), end.startColumn());
    }
}
