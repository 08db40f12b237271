package dev.seqscan.source.java;

import com.github.javaparser.Range;
import com.github.javaparser.ast.Node;
import dev.seqscan.source.Span;

/** Turns the parser's ranges, whose end is inclusive, into spans. */
final class Spans {

    private static final Span NOWHERE = Span.ofLine(1);

    private Spans() {
    }

    static Span of(Node node) {
        return node.getRange().map(Spans::of).orElse(NOWHERE);
    }

    static Span of(Range range) {
        return new Span(range.begin.line, range.begin.column, range.end.line, range.end.column + 1);
    }

    /** From the start of one node to the start of another, without what stands behind. */
    static Span between(Node first, Node behind) {
        Span start = of(first);
        Span end = of(behind);
        return new Span(start.startLine(), start.startColumn(), end.startLine(), end.startColumn());
    }
}
