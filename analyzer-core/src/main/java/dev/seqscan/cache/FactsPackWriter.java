package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a {@link FactsPack}: facts as they come, of which only the places are kept in memory. It ends with the first fault. */
final class FactsPackWriter {

    private final Path folder;
    private final Map<ContentHash, FactsPack.Slice> index = new LinkedHashMap<>();
    private Path unfinished;
    private FileChannel channel;
    private long at;
    private boolean failed;

    FactsPackWriter(Path folder) {
        this.folder = folder;
    }

    /** Adds facts, unless a fault came before. */
    synchronized void add(ContentHash content, byte[] facts) {
        if (failed || index.containsKey(content)) {
            return;
        }
        try {
            if (channel == null) {
                unfinished = CacheFolder.unfinished(folder);
                channel = FileChannel.open(unfinished, StandardOpenOption.WRITE);
            }
            index.put(content, new FactsPack.Slice(at, facts.length, CacheFolder.sum(facts, 0, facts.length)));
            append(ByteBuffer.wrap(facts));
        } catch (IOException | RuntimeException cannotBe) {
            failed = true;
            end();
        }
    }

    /** How many were added. */
    synchronized int count() {
        return failed ? 0 : index.size();
    }

    /** Puts the pack in its place; says whether it is there. */
    synchronized boolean finish(ContentHash key) {
        if (failed || channel == null) {
            return false;
        }
        try {
            ByteBuffer rows = ByteBuffer.allocate(Math.multiplyExact(index.size(), FactsPack.ROW));
            index.forEach((content, slice) -> {
                content.to(rows);
                rows.putLong(slice.at()).putInt(slice.length()).putLong(slice.sum());
            });
            ByteBuffer tail = ByteBuffer.allocate(FactsPack.TAIL);
            tail.putLong(at).putLong(index.size()).putLong(CacheFolder.sum(rows.array(), 0, rows.capacity()));
            key.to(tail);
            tail.putLong(FactsPack.MAGIC);
            append(rows.flip());
            append(tail.flip());
            channel.close();
            String name = unfinished.getFileName().toString();
            CacheFolder.finish(unfinished, folder.resolve(name.replace(CacheFolder.UNFINISHED, FactsCache.ENDING)));
            return true;
        } catch (IOException | RuntimeException cannotBe) {
            end();
            return false;
        }
    }

    private void append(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            at += channel.write(bytes);
        }
    }

    private void end() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException full) {
            // It is deleted anyway.
        }
        CacheFolder.delete(unfinished);
    }
}
