package dev.seqscan.source;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * What files were like when they were read. Who opens one again, to show of it what was judged, can tell whether it is still
 * the same. It guards against an editor that saves in between, not against somebody who makes two files alike on purpose.
 */
public final class Checksums {

    /** Nothing was read. */
    public static final Checksums NONE = new Checksums();

    private final Map<String, Long> byFile = new ConcurrentHashMap<>();

    /** What sums up the bytes of a file. */
    public static Checksum start() {
        return new CRC32C();
    }

    void add(String file, byte[] bytes) {
        Checksum sum = start();
        sum.update(bytes);
        byFile.put(file, sum.getValue());
    }

    /** All files that were read. */
    public Set<String> files() {
        return Set.copyOf(byFile.keySet());
    }

    /** Whether a file was read, and the bytes of this sum are others. */
    public boolean differ(String file, Checksum now) {
        Long then = byFile.get(file);
        return then != null && then != now.getValue();
    }
}
