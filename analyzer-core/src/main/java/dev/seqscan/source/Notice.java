package dev.seqscan.source;

import java.util.Comparator;

/**
 * Something about the run, not about the code: a file that was not read, a statement that was not understood, a
 * duplicate. {@code file} is relative to the scanned root, or empty; {@code line} is 0 where there is none.
 */
public record Notice(Kind kind, String file, int line, String reason) implements Comparable<Notice> {

    /** What a notice is about. */
    public enum Kind {
        /** A file was not read, or only in part. */
        NOT_READ,
        /** A statement or expression was read but not understood. */
        NOT_UNDERSTOOD,
        /** The same class, table or migration version stands twice. */
        DUPLICATE,
        /** Something the analysis needs is missing, as a class path. */
        MISSING,
        /** A fault of SeqScan itself. */
        INTERNAL,
        /** Something the user wrote for SeqScan has no effect, as a suppression where nothing is found. */
        NO_EFFECT
    }

    private static final Comparator<Notice> ORDER = Comparator.comparing(Notice::file)
            .thenComparingInt(Notice::line).thenComparing(Notice::kind).thenComparing(Notice::reason);

    @Override
    public int compareTo(Notice other) {
        return ORDER.compare(this, other);
    }
}
