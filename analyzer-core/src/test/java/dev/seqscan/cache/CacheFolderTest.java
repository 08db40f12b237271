package dev.seqscan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.ContentHash;
import dev.seqscan.source.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheFolderTest {

    private static final ContentHash KEY = ContentHash.of(new byte[] {1});
    private static final byte[] CONTENT = "what was found".getBytes();

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() {
        new CacheFolder(folder.resolve("new/cache")).write("runs/a.run", KEY, CONTENT);

        assertThat(new CacheFolder(folder.resolve("new/cache")).read("runs/a.run", KEY)).contains(CONTENT);
    }

    @Test
    void what_is_not_there_or_has_another_key_is_nothing() {
        CacheFolder cache = new CacheFolder(folder);
        cache.write("a.run", KEY, CONTENT);

        assertThat(cache.read("b.run", KEY)).isEmpty();
        assertThat(cache.read("a.run", ContentHash.of(CONTENT))).isEmpty();
    }

    @Test
    void an_entry_that_is_cut_or_changed_anywhere_is_nothing() throws IOException {
        CacheFolder cache = new CacheFolder(folder);
        cache.write("a.run", KEY, CONTENT);
        byte[] whole = Files.readAllBytes(folder.resolve("a.run"));

        for (int at = 0; at < whole.length; at++) {
            Files.write(folder.resolve("a.run"), Arrays.copyOf(whole, at));
            assertThat(cache.read("a.run", KEY)).as("cut at " + at).isEmpty();
            byte[] changed = whole.clone();
            changed[at] ^= 0x10;
            Files.write(folder.resolve("a.run"), changed);
            assertThat(cache.read("a.run", KEY)).as("changed at " + at).isEmpty();
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_silence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        CacheFolder cache = new CacheFolder(file.resolve("cache"));

        cache.write("a.run", KEY, CONTENT);

        assertThat(cache.read("a.run", KEY)).isEmpty();
        assertThat(file).isEmptyFile();
    }

    @Test
    void many_writers_leave_one_whole_entry_and_nothing_else() throws IOException {
        CacheFolder cache = new CacheFolder(folder);
        Workers.map(IntStream.range(0, 200).boxed().toList(), turn -> {
            byte[] content = new byte[turn * 50 + 1];
            Arrays.fill(content, (byte) content.length);
            cache.write("a.run", KEY, content);
            assertThat(cache.read("a.run", KEY)).hasValueSatisfying(read -> assertThat(read).containsOnly((byte) read.length));
            return turn;
        });

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("a.run"));
        }
    }
}
