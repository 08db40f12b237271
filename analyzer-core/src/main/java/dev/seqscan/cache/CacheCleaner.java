package dev.seqscan.cache;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps a cache small: what nobody used for long goes, then what was not used for longest until the rest is small enough. It
 * touches only files of the cache's own names, as a user may name any folder.
 */
final class CacheCleaner {

    private static final Duration EACH = Duration.ofDays(1);
    private static final Duration UNUSED = Duration.ofDays(30);
    private static final Duration UNFINISHED = Duration.ofHours(1);
    private static final long MOST_BYTES = 1024L * 1024 * 1024;
    private static final String STAMP = "cleaned";

    private final Path folder;
    private final Instant now;
    private final long most;

    private record Kept(Path file, long size, Instant used) {
    }

    CacheCleaner(Path folder) {
        this(folder, Instant.now(), MOST_BYTES);
    }

    CacheCleaner(Path folder, Instant now, long most) {
        this.folder = folder;
        this.now = now;
        this.most = most;
    }

    /** Cleans, if that was last done more than a day ago. */
    void cleanRarely() {
        Path stamp = folder.resolve(STAMP);
        try {
            if (!Files.exists(stamp)) {
                Files.createFile(stamp);
            } else if (Files.getLastModifiedTime(stamp).toInstant().isBefore(now.minus(EACH))) {
                Files.setLastModifiedTime(stamp, FileTime.from(now));
                clean();
            }
        } catch (IOException | RuntimeException another) {
            // Another process does it, or nobody may.
        }
    }

    void clean() throws IOException {
        List<Kept> kept = new ArrayList<>();
        for (Kept each : files()) {
            Duration limit = each.file().toString().endsWith(CacheFolder.UNFINISHED) ? UNFINISHED : UNUSED;
            if (each.used().isBefore(now.minus(limit))) {
                CacheFolder.delete(each.file());
            } else {
                kept.add(each);
            }
        }
        long bytes = kept.stream().mapToLong(Kept::size).sum();
        kept.sort(Comparator.comparing(Kept::used));
        for (Kept each : kept) {
            if (bytes <= most) {
                return;
            }
            CacheFolder.delete(each.file());
            bytes -= each.size();
        }
    }

    private List<Kept> files() throws IOException {
        List<Kept> files = new ArrayList<>();
        for (String part : List.of(RunCache.FOLDER, FactsCache.FOLDER)) {
            if (Files.isDirectory(folder.resolve(part))) {
                Files.walkFileTree(folder.resolve(part), new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile() && isOurs(file.getFileName().toString())) {
                            files.add(new Kept(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path empty, IOException failure) {
                        // Only an empty folder can be deleted so.
                        CacheFolder.delete(empty);
                        return FileVisitResult.CONTINUE;
                    }
                });
            }
        }
        return files;
    }

    private static boolean isOurs(String name) {
        return name.endsWith(RunCache.ENDING) || name.endsWith(FactsCache.ENDING) || name.endsWith(CacheFolder.UNFINISHED);
    }
}
