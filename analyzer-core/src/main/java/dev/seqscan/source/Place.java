package dev.seqscan.source;

import java.util.Comparator;

/** A stretch of text in a file. The file is named relative to the scanned root, with forward slashes. */
public record Place(String file, Span span) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.comparing(Place::file).thenComparing(Place::span);

    /** First line of the place, counted from 1. */
    public int line() {
        return span.startLine();
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return file + ":" + span;
    }
}
