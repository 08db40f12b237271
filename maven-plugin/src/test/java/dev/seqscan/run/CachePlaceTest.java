package dev.seqscan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachePlaceTest {

    @TempDir
    private Path start;

    @Test
    void the_user_may_name_a_folder_or_have_none() throws Exception {
        assertThat(said("kept")).contains(start.resolve("kept"));
        assertThat(said("off")).isEmpty();
    }

    @Test
    void a_file_is_no_cache() throws IOException {
        Files.createFile(start.resolve("file"));

        assertThatThrownBy(() -> said("file")).isInstanceOf(WrongParameter.class)
                .hasMessageContaining("cache=file: this is no folder; allowed are a folder, which need not exist, and off");
    }

    @Test
    void where_nothing_is_said_it_is_where_the_system_keeps_caches() throws Exception {
        String home = start.toString();
        assertThat(byDefault(Map.of(), "Linux", home)).contains(start.resolve(".cache/seqscan"));
        assertThat(byDefault(Map.of(), "Mac OS X", home)).contains(start.resolve("Library/Caches/seqscan"));
        assertThat(byDefault(Map.of("LOCALAPPDATA", home), "Windows 11", "")).contains(start.resolve("seqscan/cache"));
        assertThat(byDefault(Map.of("XDG_CACHE_HOME", home), "Linux", "/elsewhere")).contains(start.resolve("seqscan"));
    }

    @Test
    void a_user_without_a_home_has_none() throws Exception {
        assertThat(byDefault(Map.of(), "Linux", "?")).isEmpty();
        assertThat(byDefault(Map.of("XDG_CACHE_HOME", "relative"), "Linux", "?")).isEmpty();
        assertThat(byDefault(Map.of(), "Windows 11", "?")).isEmpty();
    }

    private Optional<Path> said(String value) throws WrongParameter {
        return new CachePlace(Map.of(), new Properties()).folder(Optional.of(value), start);
    }

    private Optional<Path> byDefault(Map<String, String> environment, String system, String home) throws WrongParameter {
        Properties properties = new Properties();
        properties.setProperty("os.name", system);
        properties.setProperty("user.home", home);
        return new CachePlace(environment, properties).folder(Optional.empty(), start);
    }
}
