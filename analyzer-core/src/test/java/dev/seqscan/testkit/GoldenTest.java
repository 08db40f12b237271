package dev.seqscan.testkit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "golden", matches = "update")
class GoldenTest {

    @Test
    void a_different_text_names_the_line() {
        assertThatThrownBy(() -> Golden.assertMatches(GoldenTest.class, "golden.txt", "one\nthree\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("golden.txt:2 differs")
                .hasMessageContaining("expected: two").hasMessageContaining("actual:   three");
    }

    @Test
    void a_missing_file_is_a_failure() {
        assertThatThrownBy(() -> Golden.assertMatches(GoldenTest.class, "none.txt", "one\n"))
                .isInstanceOf(AssertionError.class).hasMessageContaining("none.txt is missing");
    }
}
