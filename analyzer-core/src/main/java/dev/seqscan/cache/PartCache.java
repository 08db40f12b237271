package dev.seqscan.cache;

import dev.seqscan.cache.form.KeptRun;
import dev.seqscan.source.ContentHash;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/**
 * What the last run found in a part of a tree that means nothing to the other parts. There is one entry for a part; it holds as
 * long as all that the part is made of stays the same.
 */
public final class PartCache {

    static final String FOLDER = "parts";
    static final String ENDING = ".part";

    private final Path cache;
    private final Path root;

    /**
     * Takes where parts are kept.
     *
     * @param cache the folder of the cache
     * @param root the folder that is analysed
     */
    public PartCache(Path cache, Path root) {
        this.cache = cache;
        this.root = root;
    }

    /**
     * What was found in a part.
     *
     * @param modules the directories of its modules
     * @param content what tells the question and all contents that the answer hangs on from any other
     */
    public Optional<KeptRun> find(Collection<String> modules, ContentHash content) {
        return new CacheFolder(cache).read(name(modules), content).flatMap(KeptRun::of);
    }

    /** Keeps what was found in a part. */
    public void keep(KeptRun run, Collection<String> modules, ContentHash content) {
        new CacheFolder(cache).write(name(modules), content, run.toBytes());
    }

    private String name(Collection<String> modules) {
        ContentHash part = new ContentHash.Of().add(root.toAbsolutePath().normalize().toString()).add(modules).hash();
        return FOLDER + "/" + part + ENDING;
    }
}
