package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How work ends: all at once, or beside the caller's own. */
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

    @Test
    void an_error_that_is_nobodys_fault_ends_the_work_and_is_thrown() {
        List<Throwable> told = new ArrayList<>();

        assertThatThrownBy(() -> Workers.map(List.of(1, 2), number -> {
            throw new OutOfMemoryError("no room for " + number);
        }, (number, fault) -> told.add(fault))).isInstanceOf(OutOfMemoryError.class);
        assertThat(told).isEmpty();
    }

    private static int depth(int left) {
        return left == 0 ? 0 : 1 + depth(left - 1);
    }
}
