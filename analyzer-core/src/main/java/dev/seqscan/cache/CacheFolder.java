package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A folder with entries that several processes may read and write at once: an entry is written under a name of its own and then
 * takes its place as a whole. There are no locks. The last of two writers wins, and both wrote what is true.
 */
public final class CacheFolder {

    static final String UNFINISHED = ".tmp";

    private static final long MAGIC = 0x5365_7153_6361_6E01L;
    private static final int HEAD = Long.BYTES + ContentHash.BYTES + Long.BYTES;
    private static final long LARGEST = 256L * 1024 * 1024;
    /** An entry that is used is marked so, but not each time. */
    private static final Duration MARKED = Duration.ofHours(12);

    private final Path folder;

    /** Takes the folder, which need not exist. */
    public CacheFolder(Path folder) {
        this.folder = folder;
    }

    Path below(String name) {
        return folder.resolve(name);
    }

    /** What was kept under a name and a key, if it is there and whole. */
    Optional<byte[]> read(String name, ContentHash key) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            Optional<byte[]> content = content(Files.readAllBytes(file), key);
            content.ifPresent(used -> mark(file));
            return content;
        } catch (IOException | RuntimeException notThere) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> content(byte[] bytes, ContentHash key) {
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer entry = ByteBuffer.wrap(bytes);
        boolean ours = entry.getLong() == MAGIC && ContentHash.from(entry).equals(key)
                && entry.getLong() == sum(bytes, HEAD, bytes.length - HEAD);
        byte[] content = new byte[bytes.length - HEAD];
        entry.position(HEAD).get(content);
        return ours ? Optional.of(content) : Optional.empty();
    }

    /** Keeps bytes under a name and a key; it does nothing where that cannot be. */
    void write(String name, ContentHash key, byte[] content) {
        ByteBuffer entry = ByteBuffer.allocate(HEAD + content.length);
        entry.putLong(MAGIC);
        key.to(entry);
        entry.putLong(sum(content, 0, content.length)).put(content);
        Path file = folder.resolve(name);
        Path unfinished = null;
        try {
            unfinished = unfinished(file.getParent());
            Files.write(unfinished, entry.array());
            finish(unfinished, file);
        } catch (IOException | RuntimeException cannotBe) {
            delete(unfinished);
        }
    }

    /** A new file that only the caller knows; its folder is made. */
    static Path unfinished(Path folder) throws IOException {
        Files.createDirectories(folder);
        return Files.createTempFile(folder, "", UNFINISHED);
    }

    /** Puts a file in its place, whoever may read what was there. */
    static void finish(Path unfinished, Path file) throws IOException {
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Deletes a file, if there is one and it can be done. */
    static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | RuntimeException stays) {
            // Somebody holds it open; the cleaner will meet it again.
        }
    }

    /** Says of a file that it is used, so that it is kept. */
    static void mark(Path file) {
        try {
            Instant now = Instant.now();
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(MARKED))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (IOException | RuntimeException stays) {
            // It may be deleted earlier then.
        }
    }

    /** What sums up bytes, to tell damage. */
    static long sum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return sum.getValue();
    }
}
