package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestFoldersTest {

    @ParameterizedTest
    @ValueSource(strings = {"src/test/java/A.java", "shop/src/testFixtures/java/A.java", "src/it/java/A.java", "src/itest/java/A.java",
            "src/integration/java/A.java", "src/integration-test/java/A.java", "src/integrationTest/java/A.java",
            "src/functionalTest/java/A.java", "src/e2e/java/A.java", "src/jmh/java/A.java", "src/it-postgres/java/A.java",
            "tests/java/A.java"})
    void folders_of_tests_are_known(String path) {
        assertThat(SourceTree.isTest(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/java/A.java", "src/items/A.java", "src/integrations/A.java", "src/main/java/test/A.java",
            "src/A.java"})
    void other_folders_are_none(String path) {
        assertThat(SourceTree.isTest(path)).isFalse();
    }
}
