package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a line of progress is told. */
class ProgressTest {

    private final List<String> told = new ArrayList<>();
    private long seconds;
    private final Progress progress = new Progress(told::add, () -> seconds * 1_000_000_000L);

    @Test
    void a_short_run_tells_nothing() {
        at(1, 50);
        at(3, 100);

        assertThat(told).isEmpty();
    }

    @Test
    void a_longer_run_tells_every_few_seconds_how_far_it_is() {
        at(4, 10);
        at(5, 20);
        at(8, 30);

        assertThat(told).containsExactly("reading files: 10 of 100", "reading files: 30 of 100");
    }

    private void at(long second, int done) {
        seconds = second;
        progress.tell("reading files", done, 100);
    }
}
