package dev.seqscan.cache;

import dev.seqscan.cache.form.KeptRun;
import dev.seqscan.source.Checksums;
import dev.seqscan.source.ContentHash;
import dev.seqscan.source.ContentHashes;
import dev.seqscan.source.Notices;
import dev.seqscan.source.SourceTree;
import dev.seqscan.source.TextReader;
import dev.seqscan.source.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the last run with the same question found, as long as it would read the same. An entry tells which files there were and
 * the contents of those that the run read. What a run does hangs on nothing else, so if these are the same it would open the
 * same files again, one after the other, and find the same.
 */
public final class RunCache {

    static final String FOLDER = "runs";
    static final String ENDING = ".run";

    private final Path cache;
    private final Path root;
    private final ContentHash question;
    private final String name;

    /**
     * Takes the question.
     *
     * @param cache the folder of the cache
     * @param root the folder that is analysed
     * @param question what tells the request and the code that runs from any other
     */
    public RunCache(Path cache, Path root, ContentHash question) {
        this.cache = cache;
        this.root = root;
        this.question = question;
        ContentHash project = new ContentHash.Of().add(question).add(root.toAbsolutePath().normalize().toString()).hash();
        this.name = FOLDER + "/" + project + ENDING;
    }

    /** A run that was kept, and what the files were like, which are still the same. */
    public record Replayed(KeptRun run, Checksums sources) {
    }

    /** What the last run found, if it would read the same now. */
    public Optional<Replayed> find() {
        try {
            return new CacheFolder(cache).read(name, question).flatMap(this::compared);
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private Optional<Replayed> compared(byte[] bytes) {
        ByteBuffer entry = ByteBuffer.wrap(bytes);
        ContentHash listing = ContentHash.from(entry);
        Map<String, ContentHash> read = readFiles(entry);
        Notices faults = new Notices();
        List<String> paths = paths(faults);
        Set<String> present = new HashSet<>(paths);
        if (!listing(paths).equals(listing) || !present.containsAll(read.keySet())) {
            return Optional.empty();
        }
        TextReader texts = new TextReader(root, faults, Optional.of(new ContentHashes()));
        if (!areSame(read, texts) || !faults.all().isEmpty()) {
            return Optional.empty();
        }
        byte[] run = new byte[entry.remaining()];
        entry.get(run);
        return KeptRun.of(run).map(kept -> new Replayed(kept, texts.checksums()));
    }

    private static boolean areSame(Map<String, ContentHash> read, TextReader texts) {
        AtomicBoolean same = new AtomicBoolean(true);
        Workers.map(List.copyOf(read.keySet()), path -> {
            if (same.get() && !texts.content(path).flatMap(TextReader.Content::hash).equals(Optional.of(read.get(path)))) {
                same.set(false);
            }
            return path;
        });
        return same.get();
    }

    private List<String> paths(Notices faults) {
        try {
            return new SourceTree(root, faults).files();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Keeps what a run found that listed these paths and read these contents. */
    public void keep(KeptRun run, List<String> paths, SortedMap<String, ContentHash> read) {
        byte[] found = run.toBytes();
        int length = ContentHash.BYTES + Integer.BYTES + found.length;
        for (String path : read.keySet()) {
            length += Integer.BYTES + path.getBytes(StandardCharsets.UTF_8).length + ContentHash.BYTES;
        }
        ByteBuffer entry = ByteBuffer.allocate(length);
        listing(paths).to(entry);
        entry.putInt(read.size());
        read.forEach((path, hash) -> {
            byte[] encoded = path.getBytes(StandardCharsets.UTF_8);
            entry.putInt(encoded.length).put(encoded);
            hash.to(entry);
        });
        new CacheFolder(cache).write(name, question, entry.put(found).array());
        new CacheCleaner(cache).cleanRarely();
    }

    private static Map<String, ContentHash> readFiles(ByteBuffer entry) {
        Map<String, ContentHash> read = new HashMap<>();
        for (int left = entry.getInt(); left > 0; left--) {
            int length = entry.getInt();
            if (length < 0 || length > entry.remaining()) {
                throw new IllegalStateException("a path too long");
            }
            byte[] path = new byte[length];
            entry.get(path);
            read.put(new String(path, StandardCharsets.UTF_8), ContentHash.from(entry));
        }
        return read;
    }

    /** A cache that lies in the folder changes with each run. */
    private ContentHash listing(List<String> paths) {
        Path own = cache.toAbsolutePath().normalize();
        Path start = root.toAbsolutePath().normalize();
        List<String> others = !own.startsWith(start) ? paths
                : paths.stream().filter(path -> !start.resolve(path).startsWith(own)).toList();
        return new ContentHash.Of().add(others).hash();
    }
}
