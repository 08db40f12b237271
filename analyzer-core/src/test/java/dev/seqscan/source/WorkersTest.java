package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How work beside the caller's own ends. */
class WorkersTest {

    @Test
    void work_beside_gives_its_result_to_the_one_who_joins() {
        Workers.Beside<String> work = Workers.beside(() -> Thread.currentThread().getName());

        assertThat(work.join()).isNotEqualTo(Thread.currentThread().getName());
    }

    @Test
    void what_work_beside_throws_comes_out_when_it_is_joined() {
        Workers.Beside<String> work = Workers.beside(() -> {
            throw new IllegalArgumentException("no such order");
        });

        assertThatThrownBy(work::join).isInstanceOf(IllegalArgumentException.class).hasMessage("no such order");
    }

    @Test
    void work_beside_may_go_as_deep_as_deeply_nested_code() {
        assertThat(Workers.beside(() -> depth(100_000)).join()).isEqualTo(100_000);
    }

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }
}
