package dev.seqscan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCleanerTest {

    private static final Instant NOW = Instant.parse("2030-01-31T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void what_was_not_used_for_a_month_goes() throws IOException {
        Path old = file("runs/old.run", Duration.ofDays(31));
        Path used = file("facts/project/used.pack", Duration.ofDays(29));

        new CacheCleaner(folder, NOW, 1000).clean();

        assertThat(old).doesNotExist();
        assertThat(used).exists();
    }

    @Test
    void files_that_a_broken_run_left_go_after_an_hour() throws IOException {
        Path left = file("facts/project/1.tmp", Duration.ofHours(2));
        Path written = file("facts/project/2.tmp", Duration.ofMinutes(2));

        new CacheCleaner(folder, NOW, 1000).clean();

        assertThat(left).doesNotExist();
        assertThat(written).exists();
    }

    @Test
    void what_was_not_used_for_longest_goes_until_the_rest_is_small_enough() throws IOException {
        Path oldest = file("runs/oldest.run", Duration.ofDays(3));
        Path older = file("facts/project/older.pack", Duration.ofDays(2));
        Path newest = file("runs/newest.run", Duration.ofDays(1));

        new CacheCleaner(folder, NOW, 200).clean();

        assertThat(oldest).doesNotExist();
        assertThat(older).exists();
        assertThat(newest).exists();
    }

    @Test
    void files_of_others_stay_whatever_folder_the_user_names() throws IOException {
        Path own = file("thesis.txt", Duration.ofDays(999));
        Path beside = file("runs/marathon.gpx", Duration.ofDays(999));
        Path pack = file("backup/all.pack", Duration.ofDays(999));

        new CacheCleaner(folder, NOW, 0).clean();

        assertThat(own).exists();
        assertThat(beside).exists();
        assertThat(pack).exists();
    }

    @Test
    void it_is_cleaned_once_a_day() throws IOException {
        new CacheCleaner(folder, NOW, 1000).cleanRarely();
        Path stamp = folder.resolve("cleaned");
        Files.setLastModifiedTime(stamp, FileTime.from(NOW.minus(Duration.ofHours(23))));
        Path old = file("runs/old.run", Duration.ofDays(31));
        new CacheCleaner(folder, NOW, 1000).cleanRarely();
        assertThat(old).exists();

        Files.setLastModifiedTime(stamp, FileTime.from(NOW.minus(Duration.ofHours(25))));
        new CacheCleaner(folder, NOW, 1000).cleanRarely();

        assertThat(old).doesNotExist();
    }

    private Path file(String name, Duration unused) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[100]);
        return Files.setLastModifiedTime(file, FileTime.from(NOW.minus(unused)));
    }
}
