package dev.seqscan.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlywayVersionsTest {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 23, 14, 5, 9);

    @Test
    void the_next_number_follows_the_greatest() {
        assertThat(following("V9__a.sql", "V10__b.sql", "R__views.sql")).isEqualTo("11");
        assertThat(following("V1.9__a.sql", "V1.10__b.sql")).isEqualTo("1.11");
        assertThat(following("V1_2_3__a.sql")).isEqualTo("1_2_4");
    }

    @Test
    void numbers_keep_their_width() {
        assertThat(following("V001__a.sql", "V009__b.sql")).isEqualTo("010");
        assertThat(following("V99__b.sql")).isEqualTo("100");
    }

    @Test
    void dates_are_followed_by_today() {
        assertThat(following("V20240101120000__a.sql")).isEqualTo("20261123140509");
        assertThat(following("V20240101__a.sql")).isEqualTo("20261123");
        assertThat(following("V20240101_07__a.sql")).isEqualTo("20261123_01");
    }

    @Test
    void a_second_script_of_today_and_one_of_the_future_are_counted_on() {
        assertThat(following("V20261123__a.sql")).isEqualTo("20261124");
        assertThat(following("V20261123_01__a.sql")).isEqualTo("20261123_02");
        assertThat(following("V20990101__a.sql")).isEqualTo("20990102");
    }

    @Test
    void baselines_count_and_scripts_that_undo_do_not() {
        assertThat(following("B5__all.sql", "U9__undo.sql")).isEqualTo("6");
    }

    @Test
    void without_a_version_nothing_follows() {
        assertThat(FlywayVersions.following(List.of("schema.sql", "R__views.sql"), NOW)).isEmpty();
    }

    private static String following(String... names) {
        return FlywayVersions.following(List.of(names), NOW).orElseThrow();
    }
}
