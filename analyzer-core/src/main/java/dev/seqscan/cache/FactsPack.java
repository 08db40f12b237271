package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A file with the facts of many files of code, by the hashes of their contents. It never changes. The facts come first, then the
 * index, then a tail of fixed length that tells where the index is.
 */
final class FactsPack implements Closeable {

    static final long MAGIC = 0x5365_7153_6361_6E02L;
    static final int TAIL = Long.BYTES * 4 + ContentHash.BYTES;
    static final int ROW = ContentHash.BYTES + Long.BYTES * 2 + Integer.BYTES;

    /** Where facts are. */
    record Slice(long at, int length, long sum) {
    }

    private final Path file;
    private final FileChannel channel;
    private final long size;
    private final Map<ContentHash, Slice> index;

    /**
     * Opens a pack and reads its index.
     *
     * @throws IOException if it is no pack of that key
     */
    FactsPack(Path file, ContentHash key) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            size = channel.size();
            index = index(key);
        } catch (IOException | RuntimeException damaged) {
            channel.close();
            throw new IOException("no pack: " + file, damaged);
        }
    }

    private Map<ContentHash, Slice> index(ContentHash key) throws IOException {
        ByteBuffer tail = bytes(size - TAIL, TAIL);
        long at = tail.getLong();
        long count = tail.getLong();
        long sum = tail.getLong();
        if (!ContentHash.from(tail).equals(key) || tail.getLong() != MAGIC || at < 0 || count < 0
                || count > size / ROW || at != size - TAIL - count * ROW) {
            throw new IOException("another tail");
        }
        ByteBuffer rows = bytes(at, Math.toIntExact(count * ROW));
        if (CacheFolder.sum(rows.array(), 0, rows.capacity()) != sum) {
            throw new IOException("a damaged index");
        }
        Map<ContentHash, Slice> read = new HashMap<>();
        for (long i = 0; i < count; i++) {
            ContentHash hash = ContentHash.from(rows);
            read.put(hash, new Slice(rows.getLong(), rows.getInt(), rows.getLong()));
        }
        return read;
    }

    /** The facts of a content, if they are here and whole. Several threads may ask at once. */
    Optional<byte[]> find(ContentHash content) {
        Slice slice = index.get(content);
        if (slice == null || slice.length() < 0) {
            return Optional.empty();
        }
        try {
            byte[] facts = bytes(slice.at(), slice.length()).array();
            return CacheFolder.sum(facts, 0, facts.length) == slice.sum() ? Optional.of(facts) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    Path file() {
        return file;
    }

    long size() {
        return size;
    }

    int count() {
        return index.size();
    }

    private ByteBuffer bytes(long at, int length) throws IOException {
        if (at < 0 || length < 0 || at > size - length) {
            throw new IOException("behind the end");
        }
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, at + buffer.position()) < 0) {
                throw new IOException("cut meanwhile");
            }
        }
        return buffer.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
