package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.config.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParametersTest {

    @TempDir
    private Path start;

    @Test
    void an_empty_name_chooses_no_folder_for_the_reports() {
        Path bare = start.resolve("bare");

        assertThat(with(Optional.empty()).outputFolder(Optional.of(Path.of("")), bare))
                .isEqualTo(start.resolve("seqscan-report"));
        assertThat(with(Optional.empty()).outputFolder(Optional.of(start.resolve("out")), bare)).isEqualTo(start.resolve("out"));
    }

    @Test
    void a_folder_is_no_file_of_settings() {
        assertThatThrownBy(() -> with(Optional.of(Path.of("."))).includeTests(start)).isInstanceOf(WrongParameter.class)
                .hasMessageContaining("settings=.: there is no such file; allowed is a YAML file that exists");
    }

    /** Who may read everything, as root, cannot see it. */
    @Test
    void a_folder_that_may_not_be_read_is_told_from_one_that_is_not_there() {
        Assumptions.assumeTrue(start.toFile().setReadable(false));
        try {
            Assumptions.assumeFalse(Files.isReadable(start));
            assertThatThrownBy(() -> Parameters.folder(start)).isInstanceOf(WrongParameter.class)
                    .hasMessageContaining("it cannot be read; allowed is a folder that exists and can be read");
        } finally {
            assertThat(start.toFile().setReadable(true)).isTrue();
        }
    }

    private Parameters with(Optional<Path> settings) {
        return new Parameters(start, RunSettings.NONE, settings, List.of(), Optional.empty(), Optional.empty());
    }
}
