package dev.seqscan.source;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The contents of files as they were read, for who wants to know whether a run would read the same. Threads may share it. */
public final class ContentHashes {

    private final Map<String, ContentHash> byFile = new ConcurrentHashMap<>();
    private final AtomicBoolean changing = new AtomicBoolean();

    ContentHash add(String file, byte[] bytes) {
        ContentHash hash = ContentHash.of(bytes);
        ContentHash before = byFile.put(file, hash);
        if (before != null && !before.equals(hash)) {
            changing.set(true);
        }
        return hash;
    }

    /** Whether a file that was read twice was another one then. */
    public boolean areChanging() {
        return changing.get();
    }

    /** All that were read so far, by path. */
    public SortedMap<String, ContentHash> all() {
        return new TreeMap<>(byFile);
    }
}
