package dev.seqscan.types;

import dev.seqscan.testkit.javac.ComparedSources;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test projects, which are built in this reactor. */
class ShopTypesTest {

    @ParameterizedTest
    @ValueSource(strings = {"shop", "shop-clean"})
    void the_linker_agrees_with_the_compiler(String project) throws IOException {
        ComparedSources sources = Agreements.sources(Path.of("..", project), "src/main/java");

        Agreements.hold_with_class_path(project, sources.withClassPath());
        Agreements.hold_without_class_path(project, sources.withoutClassPath());
    }
}
