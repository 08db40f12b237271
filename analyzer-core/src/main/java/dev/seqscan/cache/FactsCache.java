package dev.seqscan.cache;

import dev.seqscan.cache.form.FileFacts;
import dev.seqscan.source.ContentHash;
import dev.seqscan.source.code.CodeFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The facts of the files of one project, by the hashes of their contents. A run adds a pack with the facts that were new to it;
 * when the packs are many, or hold much that no run asks for, one pack takes the place of all. Serves one run and any thread.
 */
public final class FactsCache implements AutoCloseable {

    static final String FOLDER = "facts";
    static final String ENDING = ".pack";

    private static final int MOST_PACKS = 8;

    private final Path cache;
    private final Path folder;
    private final ContentHash key;
    private final FileFacts facts = new FileFacts();
    private final List<FactsPack> packs = new ArrayList<>();
    private final Set<ContentHash> used = ConcurrentHashMap.newKeySet();
    private final FactsPackWriter added;

    /**
     * Opens the packs of a project.
     *
     * @param cache the folder of the cache
     * @param code what tells the code that reads files from any other
     * @param project what tells the project from others
     */
    public FactsCache(Path cache, ContentHash code, String project) {
        this.cache = cache;
        this.key = new ContentHash.Of().add(code).add(project).hash();
        this.folder = cache.resolve(FOLDER).resolve(key.toString());
        this.added = new FactsPackWriter(folder);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            files.forEach(this::open);
        } catch (IOException | RuntimeException none) {
            // Nothing was kept yet, or it cannot be read.
        }
    }

    private void open(Path file) {
        try {
            packs.add(new FactsPack(file, key));
        } catch (IOException | RuntimeException damaged) {
            CacheFolder.delete(file);
        }
    }

    /** The facts of a file of that content, if they are known. */
    public Optional<CodeFile> find(String path, ContentHash content) {
        for (FactsPack pack : packs) {
            Optional<CodeFile> found = pack.find(content).flatMap(bytes -> facts.read(path, bytes));
            if (found.isPresent()) {
                used.add(content);
                return found;
            }
        }
        return Optional.empty();
    }

    /** Keeps the facts of a file of that content, which was read without a fault. */
    public void add(ContentHash content, CodeFile file) {
        byte[] bytes;
        try {
            bytes = facts.write(file);
        } catch (RuntimeException | StackOverflowError noForm) {
            return;
        }
        added.add(content, bytes);
    }

    /** Puts what is new in its place, and closes all. */
    @Override
    public void close() {
        boolean all = packs.size() >= MOST_PACKS || isMostlyUnused();
        if (added.count() > 0 || all) {
            boolean whole = all && takeOver();
            boolean done = added.finish(key);
            packs.forEach(FactsCache::close);
            if (whole && done) {
                packs.forEach(pack -> CacheFolder.delete(pack.file()));
            }
            new CacheCleaner(cache).cleanRarely();
        } else {
            packs.forEach(FactsCache::close);
        }
        packs.forEach(pack -> CacheFolder.mark(pack.file()));
    }

    private boolean isMostlyUnused() {
        return packs.stream().mapToLong(FactsPack::count).sum() > 2L * used.size() + added.count() + 100;
    }

    /** Copies what this run used of the packs; says whether that went well. */
    private boolean takeOver() {
        int before = added.count();
        for (ContentHash content : used) {
            packs.stream().flatMap(pack -> pack.find(content).stream()).findFirst().ifPresent(bytes -> added.add(content, bytes));
        }
        return added.count() >= before;
    }

    private static void close(FactsPack pack) {
        try {
            pack.close();
        } catch (IOException closed) {
            // It was only read.
        }
    }
}
