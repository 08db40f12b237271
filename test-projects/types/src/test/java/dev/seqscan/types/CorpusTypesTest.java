package dev.seqscan.types;

import dev.seqscan.testkit.javac.ComparedSources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Applications that nobody wrote for us; the profile {@code corpus} brings their sources and class paths. */
@Tag("corpus")
class CorpusTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"keycloak-model-jpa", "killbill-invoice"})
    void the_linker_agrees_with_the_compiler(String project) throws IOException {
        ComparedSources sources = Agreements.sources(Path.of("..", "corpus", project), "target/sources");

        Agreements.hold_with_class_path(project, sources.withClassPath());
        Agreements.hold_without_class_path(project, sources.withoutClassPath());
    }
}
