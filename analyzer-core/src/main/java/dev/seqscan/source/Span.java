package dev.seqscan.source;

/**
 * A stretch of text. Lines and columns start at 1 and count UTF-16 code units, a tab being one; the end column
 * is exclusive, as SARIF 2.1.0 section 3.30 counts them.
 */
public record Span(int startLine, int startColumn, int endLine, int endColumn) implements Comparable<Span> {

    /** The whole of a line whose length is not known: its first column. */
    public static Span ofLine(int line) {
        return new Span(line, 1, line, 2);
    }

    /** From the start of this span to the end of another. */
    public Span to(Span end) {
        return new Span(startLine, startColumn, end.endLine, end.endColumn);
    }

    /** Whether the other span lies within this one. */
    public boolean contains(Span other) {
        boolean startsBefore = startLine < other.startLine || startLine == other.startLine && startColumn <= other.startColumn;
        boolean endsAfter = endLine > other.endLine || endLine == other.endLine && endColumn >= other.endColumn;
        return startsBefore && endsAfter;
    }

    @Override
    public int compareTo(Span other) {
        int byLine = Integer.compare(startLine, other.startLine);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(startColumn, other.startColumn);
        if (byColumn != 0) {
            return byColumn;
        }
        int byEnd = Integer.compare(endLine, other.endLine);
        return byEnd != 0 ? byEnd : Integer.compare(endColumn, other.endColumn);
    }

    @Override
    public String toString() {
        return startLine + ":" + startColumn;
    }
}
