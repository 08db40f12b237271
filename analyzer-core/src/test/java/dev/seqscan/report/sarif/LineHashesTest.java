package dev.seqscan.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The expected values are those that GitHub publishes with its upload action ({@code fingerprints.test.ts}). */
class LineHashesTest {

    private static final List<String> GREETINGS = List.of("e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1", "c129715d7a2bc9a3:1");

    @Test
    void an_empty_file_has_one_line() {
        assertThat(hashes("")).containsExactly("c129715d7a2bc9a3:1");
    }

    @Test
    void blanks_and_tabs_do_not_count() {
        assertThat(hashes(" a\nb\n  \t\tc\n d")).containsExactly("271789c17abda88f:1", "54703d4cd895b18:1",
                "180aee12dab6264:1", "a23a3dc5e078b07b:1");
    }

    @Test
    void a_last_line_without_end_is_a_line() {
        assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End")).containsExactly("8b7cf3e952e7aeb2:1",
                "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1");
    }

    @Test
    void line_ends_of_every_kind_are_the_same() {
        assertThat(hashes(" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n")).isEqualTo(GREETINGS);
        assertThat(hashes(" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r")).isEqualTo(GREETINGS);
        assertThat(hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n")).isEqualTo(GREETINGS);
        assertThat(hashes(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n")).isEqualTo(GREETINGS);
    }

    @Test
    void equal_hashes_are_numbered() {
        assertThat(hashes("Lorem ipsum dolor sit amet.\n".repeat(10))).containsExactly("a7f2ff13bc495cf2:1",
                "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5", "a7f2ff13bc495cf2:6",
                "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1", "c129715d7a2bc9a3:1");
    }

    @Test
    void lines_that_are_not_wanted_still_count_as_occurrences() {
        LineHashes hashes = new LineHashes(new TreeSet<>(List.of(3, 99)));
        "Lorem ipsum dolor sit amet.\n".repeat(10).chars().forEach(unit -> hashes.accept((char) unit));
        assertThat(hashes.finish()).hasSize(1).containsEntry(3, "a7f2ff13bc495cf2:3");
    }

    private static Collection<String> hashes(String text) {
        LineHashes hashes = new LineHashes(IntStream.rangeClosed(1, 100).boxed().collect(Collectors.toCollection(TreeSet::new)));
        text.chars().forEach(unit -> hashes.accept((char) unit));
        return new ArrayList<>(hashes.finish().values());
    }
}
