package dev.seqscan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.ContentHash;
import dev.seqscan.source.Workers;
import dev.seqscan.source.code.CodeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCacheTest {

    private static final ContentHash CODE = ContentHash.of(new byte[] {1});

    @TempDir
    private Path folder;

    @Test
    void facts_of_one_run_are_known_to_the_next_under_any_path() throws IOException {
        run(1, 2);

        try (FactsCache cache = open()) {
            assertThat(cache.find("Moved.java", hash(1))).contains(named("Moved.java", 1));
            assertThat(cache.find("A.java", hash(3))).isEmpty();
        }
    }

    @Test
    void other_code_and_another_project_know_nothing() {
        run(1);

        try (FactsCache other = new FactsCache(folder, hash(9), "project");
                FactsCache beside = new FactsCache(folder, CODE, "x")) {
            assertThat(other.find("A.java", hash(1))).isEmpty();
            assertThat(beside.find("A.java", hash(1))).isEmpty();
        }
    }

    @Test
    void a_pack_of_another_project_that_lies_in_the_folder_is_not_believed() throws IOException {
        run(1);
        try (FactsCache other = new FactsCache(folder, CODE, "other")) {
            other.add(hash(2), named("A.java", 2));
        }
        Path ours = packs().filter(file -> knows(1)).findFirst().orElseThrow();
        for (Path pack : packs().toList()) {
            Files.copy(pack, ours.resolveSibling("foreign.pack"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertThat(knows(2)).isFalse();
        }
        assertThat(knows(1)).isTrue();
    }

    @Test
    void a_pack_that_is_cut_or_changed_anywhere_tells_what_was_written_or_nothing() throws IOException {
        run(1, 2);
        Path pack = packs().findFirst().orElseThrow();
        byte[] whole = Files.readAllBytes(pack);

        for (int at = 0; at < whole.length; at++) {
            Files.write(pack, Arrays.copyOf(whole, at));
            assertThat(found(1)).as("cut at " + at).isEmpty();
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x81;
            Files.write(pack, changed);
            assertThat(found(1)).as("changed at " + at).isIn(List.of(), List.of(named("A.java", 1)));
        }
    }

    @Test
    void many_packs_become_one_that_holds_what_is_used() throws IOException {
        run(0);
        for (int i = 1; i < 12; i++) {
            run(IntStream.rangeClosed(0, i).toArray());
        }

        assertThat(packs()).hasSizeLessThan(9);
        assertThat(IntStream.range(0, 12)).allMatch(this::knows);
    }

    @Test
    void facts_that_no_run_asks_for_leave() throws IOException {
        run(IntStream.range(0, 1000).toArray());
        long before = Files.size(packs().findFirst().orElseThrow());

        run(1, 2, 5000);

        assertThat(packs()).hasSize(1).allMatch(file -> file.toFile().length() < before / 10);
        assertThat(List.of(1, 2, 5000)).allMatch(this::knows);
    }

    @Test
    void runs_at_the_same_time_lose_nothing() throws IOException {
        Workers.map(IntStream.range(0, 6).boxed().toList(), turn -> {
            run(turn);
            return turn;
        });

        assertThat(IntStream.range(0, 6)).allMatch(this::knows);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_silence() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        try (FactsCache cache = new FactsCache(file, CODE, "project")) {
            cache.add(hash(1), named("A.java", 1));
            assertThat(cache.find("A.java", hash(1))).isEmpty();
        }
    }

    private void run(int... numbers) {
        try (FactsCache cache = open()) {
            for (int number : numbers) {
                if (cache.find("A.java", hash(number)).isEmpty()) {
                    cache.add(hash(number), named("A.java", number));
                }
            }
        }
    }

    private boolean knows(int number) {
        return found(number).equals(List.of(named("A.java", number)));
    }

    private List<CodeFile> found(int number) {
        try (FactsCache cache = open()) {
            return cache.find("A.java", hash(number)).stream().toList();
        }
    }

    private FactsCache open() {
        return new FactsCache(folder, CODE, "project");
    }

    private Stream<Path> packs() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList().stream();
        }
    }

    private static ContentHash hash(int number) {
        return new ContentHash.Of().add(number).hash();
    }

    private static CodeFile named(String path, int number) {
        return new CodeFile(path, "com.shop.p" + number, List.of(new CodeFile.Import("a" + number, false, true)), List.of(),
                List.of(), false, number);
    }
}
