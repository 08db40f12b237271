package dev.seqscan.source;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** Collects notices from any thread, and gives them back in one order. */
public final class Notices {

    private final Set<Notice> all = new TreeSet<>();

    /** Adds a notice; the same one twice counts once. */
    public synchronized void add(Notice.Kind kind, String file, int line, String reason) {
        all.add(new Notice(kind, file, line, reason == null ? "no reason given" : reason.strip()));
    }

    /** All notices so far, ordered by file, line, kind and reason. */
    public synchronized Collection<Notice> all() {
        return java.util.List.copyOf(all);
    }
}
