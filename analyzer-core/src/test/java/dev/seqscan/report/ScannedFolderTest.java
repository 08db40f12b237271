package dev.seqscan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScannedFolderTest {

    @TempDir
    private Path repository;

    @Test
    void files_of_the_root_of_a_repository_keep_their_names() throws IOException {
        Files.createDirectory(repository.resolve(".git"));

        assertThat(ScannedFolder.of(repository).inRepository("src/A.java")).isEqualTo("src/A.java");
    }

    @Test
    void files_of_a_folder_below_are_named_from_the_root_of_the_nearest_repository() throws IOException {
        Files.createDirectory(repository.resolve(".git"));
        Path worktree = Files.createDirectories(repository.resolve("trees/one"));
        Path folder = Files.createDirectories(worktree.resolve("services/orders"));
        assertThat(ScannedFolder.of(folder).inRepository("A.java")).isEqualTo("trees/one/services/orders/A.java");

        Files.writeString(worktree.resolve(".git"), "gitdir: elsewhere\n");
        assertThat(ScannedFolder.of(folder).inRepository("A.java")).isEqualTo("services/orders/A.java");
    }
}
