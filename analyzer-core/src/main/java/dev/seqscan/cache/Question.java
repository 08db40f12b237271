package dev.seqscan.cache;

import dev.seqscan.source.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Sums up what a run is asked, part by part; the parts are named by their order alone. */
public final class Question {

    private final ContentHash.Of sum = new ContentHash.Of();

    /** Adds a text. */
    public Question text(String text) {
        sum.add(text);
        return this;
    }

    /** Adds texts in their order. */
    public Question texts(Collection<String> texts) {
        sum.add(texts);
        return this;
    }

    /** Adds what is on or off. */
    public Question flag(boolean flag) {
        sum.add(flag ? 1 : 0);
        return this;
    }

    /** Adds a hash. */
    public Question hash(ContentHash hash) {
        sum.add(hash);
        return this;
    }

    /**
     * Adds a file with its name and each of its bytes; one that is not there is another one.
     *
     * @throws IOException if it is there but cannot be read
     */
    public Question file(Path file) throws IOException {
        sum.add(file.getFileName().toString());
        if (Files.exists(file)) {
            sum.add(1).add(Files.readAllBytes(file));
        } else {
            sum.add(0);
        }
        return this;
    }

    /**
     * Adds the jars and class folders of a class path, with their names, which notices tell.
     *
     * @throws IOException if one is there but cannot be read
     */
    public Question classPath(List<Path> entries) throws IOException {
        for (Path entry : entries) {
            sum.add(String.valueOf(entry.getFileName())).add(Fingerprints.of(entry));
        }
        sum.add(entries.size());
        return this;
    }

    /** The hash of all that was added. */
    public ContentHash hash() {
        return sum.hash();
    }
}
