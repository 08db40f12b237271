package dev.seqscan.source;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Collects notices from any thread, and gives them back in one order. */
public final class Notices {

    private final Set<Notice> all = new TreeSet<>();
    private final LookedAt lookedAt = new LookedAt();
    private boolean passing;

    /** Adds a notice; the same one twice counts once. */
    public synchronized void add(Notice.Kind kind, String file, int line, String reason) {
        all.add(new Notice(kind, file, line, reason == null ? "no reason given" : reason.strip()));
        passing |= kind == Notice.Kind.INTERNAL;
    }

    /**
     * Adds a notice about something that may be otherwise the next time, though no file has changed: a file that is locked, a
     * deadline, a lack of memory. What such a run found is not kept for later ones; so it is with all faults of SeqScan.
     */
    public synchronized void addPassing(Notice.Kind kind, String file, int line, String reason) {
        add(kind, file, line, reason);
        passing = true;
    }

    /** Adds a notice that was told before. */
    public synchronized void add(Notice notice) {
        add(notice.kind(), notice.file(), notice.line(), notice.reason());
    }

    /** Adds all notices of others. */
    public synchronized void addAll(Notices others) {
        all.addAll(others.all());
        passing |= others.arePassing();
    }

    /** Counts what was looked at. It is not part of {@link #addAll}, since what is kept of a run has counts of its own. */
    public LookedAt lookedAt() {
        return lookedAt;
    }

    /** Whether one of them may be missing the next time. */
    public synchronized boolean arePassing() {
        return passing;
    }

    /** All notices so far, ordered by file, line, kind and reason. */
    public synchronized Collection<Notice> all() {
        return java.util.List.copyOf(all);
    }
}
