package dev.seqscan.source;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what was looked at and what of it was not understood, from any thread; the same thing twice counts once. */
public final class LookedAt {

    private final Map<String, Map<Object, Boolean>> understood = new TreeMap<>();

    /**
     * Something was looked at.
     *
     * @param kind in the plural, as {@code queries}
     * @param one tells it from others of its kind
     * @param isUnderstood as a whole; what once was not stays so
     */
    public synchronized void add(String kind, Object one, boolean isUnderstood) {
        understood.computeIfAbsent(kind, none -> new HashMap<>()).merge(one, isUnderstood, Boolean::logicalAnd);
    }

    /** Adds what others looked at. */
    public synchronized void addAll(LookedAt others) {
        others.copy().forEach((kind, all) -> all.forEach((one, isUnderstood) -> add(kind, one, isUnderstood)));
    }

    private synchronized Map<String, Map<Object, Boolean>> copy() {
        Map<String, Map<Object, Boolean>> copy = new TreeMap<>();
        understood.forEach((kind, all) -> copy.put(kind, Map.copyOf(all)));
        return copy;
    }

    /** How many of each kind, and how many of them were not understood, as {@code queries} and {@code queries not understood}. */
    public synchronized SortedMap<String, Integer> counts() {
        SortedMap<String, Integer> counts = new TreeMap<>();
        understood.forEach((kind, all) -> {
            counts.put(kind, all.size());
            counts.put(kind + " not understood", (int) all.values().stream().filter(each -> !each).count());
        });
        return counts;
    }
}
