package dev.seqscan.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.source.TextFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {

    @TempDir
    private Path folder;

    @Test
    void files_are_written_below_the_folder() {
        ProjectFolder.write(List.of(new TextFile("src/main/java/A.java", "class A { }\n")), folder);
        assertThat(folder.resolve("src/main/java/A.java")).hasContent("class A { }\n");
    }

    @Test
    void a_path_out_of_the_folder_is_refused() {
        assertThatThrownBy(() -> ProjectFolder.write(List.of(new TextFile("../A.java", "")), folder))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("../A.java");
    }
}
