package dev.seqscan.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.ContentHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintsTest {

    @TempDir
    private Path folder;

    @Test
    void each_change_of_a_jar_is_seen() throws IOException {
        Set<ContentHash> seen = new HashSet<>();

        assertThat(seen.add(ofJar("A.class", "one", ""))).isTrue();
        assertThat(seen.add(ofJar("A.class", "two", ""))).as("a content of the same length").isTrue();
        assertThat(seen.add(ofJar("B.class", "one", ""))).as("a name").isTrue();
        assertThat(seen.add(ofJar("A.class", "one", "a comment"))).as("a comment").isTrue();
        assertThat(seen.add(ofJar("A.class", "one", ""))).as("the first again").isFalse();
    }

    @Test
    void what_is_no_jar_counts_with_each_byte() throws IOException {
        Path file = folder.resolve("broken.jar");
        Files.writeString(file, "one");
        ContentHash before = Fingerprints.of(file);

        Files.writeString(file, "two");

        assertThat(Fingerprints.of(file)).isNotEqualTo(before);
    }

    @Test
    void a_jar_whose_end_lies_about_its_directory_counts_with_each_byte() throws IOException {
        Path jar = jar("A.class", "one", "");
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length - 6]++;
        Files.write(jar, bytes);
        ContentHash before = Fingerprints.of(jar);

        bytes[0]++;
        Files.write(jar, bytes);

        assertThat(Fingerprints.of(jar)).isNotEqualTo(before);
    }

    @Test
    void a_folder_counts_with_names_and_contents_and_not_with_times() throws IOException {
        Path file = folder.resolve("classes/com/A.class");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "one");
        ContentHash before = Fingerprints.of(folder.resolve("classes"));

        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        assertThat(Fingerprints.of(folder.resolve("classes"))).isEqualTo(before);
        Files.writeString(file, "two");
        assertThat(Fingerprints.of(folder.resolve("classes"))).isNotEqualTo(before);
        Files.writeString(file, "one");
        Files.move(file, file.resolveSibling("B.class"));
        assertThat(Fingerprints.of(folder.resolve("classes"))).isNotEqualTo(before);
    }

    @Test
    void what_is_not_there_differs_from_what_is_empty() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.jar"));

        assertThat(Fingerprints.of(folder.resolve("none.jar"))).isNotEqualTo(Fingerprints.of(empty));
    }

    private ContentHash ofJar(String name, String content, String comment) throws IOException {
        return Fingerprints.of(jar(name, content, comment));
    }

    private Path jar(String name, String content, String comment) throws IOException {
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(0);
            out.putNextEntry(entry);
            out.write(content.getBytes());
            out.setComment(comment);
        }
        return jar;
    }
}
