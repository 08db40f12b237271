package dev.seqscan.program;

import dev.seqscan.source.code.CodeFile;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds modules whose main sources are test code: a test kit that others depend on for their tests only, and that itself
 * is written with a test framework.
 */
public final class TestModules {

    private static final List<String> FRAMEWORKS = List.of("org.junit.", "org.assertj.", "org.mockito.", "org.testng.",
            "org.hamcrest.", "org.testcontainers.", "org.springframework.test.", "org.springframework.boot.test.", "io.restassured.");

    private TestModules() {
    }

    /** Directories of such modules. */
    public static Set<String> of(ModuleGraph graph, Collection<CodeFile> files) {
        Set<String> candidates = graph.usedByTestsOnly();
        Set<String> found = new TreeSet<>();
        for (CodeFile file : files) {
            String directory = graph.of(file.path()).directory();
            boolean main = file.path().contains("src/main/") && candidates.contains(directory);
            if (main && file.imports().stream().anyMatch(each -> FRAMEWORKS.stream().anyMatch(each.name()::startsWith))) {
                found.add(directory);
            }
        }
        return found;
    }
}
