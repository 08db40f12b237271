package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tells the contents of jars and class folders from any others. Of a jar the directory at its end is hashed, which holds for
 * each entry its name, size, time and CRC-32 (APPNOTE.TXT of PKWARE, 4.3.12), and the length of the whole: so a jar of some
 * megabytes costs as much as a page of text. Of all else each byte is hashed.
 */
final class Fingerprints {

    private static final int END_SIGNATURE = 0x0605_4b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private Fingerprints() {
    }

    /**
     * The fingerprint of an entry of a class path; one that is not there has its own.
     *
     * @throws IOException if it cannot be read, so that nothing is known of it
     */
    static ContentHash of(Path entry) throws IOException {
        if (Files.isDirectory(entry)) {
            return ofFolder(entry);
        }
        return Files.exists(entry) ? ofFile(entry) : new ContentHash.Of().add("missing").hash();
    }

    private static ContentHash ofFolder(Path folder) throws IOException {
        Path start = folder.toRealPath();
        TreeMap<String, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(start)) {
            all.filter(Files::isRegularFile).forEach(file -> files.put(start.relativize(file).toString(), file));
        } catch (java.io.UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        ContentHash.Of sum = new ContentHash.Of().add("folder");
        for (var each : files.entrySet()) {
            sum.add(each.getKey()).add(Files.readAllBytes(each.getValue()));
        }
        return sum.hash();
    }

    private static ContentHash ofFile(Path file) throws IOException {
        try (RandomAccessFile jar = new RandomAccessFile(file.toFile(), "r")) {
            long size = jar.length();
            ContentHash.Of sum = new ContentHash.Of().add("file").add(size);
            long directory = directory(jar, size);
            return sum.add(bytes(jar, directory, size - directory)).hash();
        }
    }

    /** Where the directory of a jar begins; where there is none that is understood, the begin of the file. */
    private static long directory(RandomAccessFile jar, long size) throws IOException {
        long from = Math.max(0, size - END_BYTES - LONGEST_COMMENT);
        ByteBuffer end = ByteBuffer.wrap(bytes(jar, from, size - from)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = end.capacity() - END_BYTES; at >= 0; at--) {
            if (end.getInt(at) == END_SIGNATURE) {
                long length = Integer.toUnsignedLong(end.getInt(at + 12));
                long begin = Integer.toUnsignedLong(end.getInt(at + 16));
                return begin + length == from + at ? begin : 0;
            }
        }
        return 0;
    }

    private static byte[] bytes(RandomAccessFile file, long at, long length) throws IOException {
        if (length > Integer.MAX_VALUE - 8) {
            throw new IOException("too large to be hashed");
        }
        byte[] bytes = new byte[(int) length];
        file.seek(at);
        file.readFully(bytes);
        return bytes;
    }
}
