package dev.seqscan.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PathPatternsTest {

    @Test
    void a_star_stays_within_a_name() {
        assertThat(PathPatterns.fits("src/*.java", "src/A.java")).isTrue();
        assertThat(PathPatterns.fits("src/*.java", "src/com/A.java")).isFalse();
        assertThat(PathPatterns.fits("src/A?.java", "src/AB.java")).isTrue();
        assertThat(PathPatterns.fits("src/A?.java", "src/A/.java")).isFalse();
    }

    @Test
    void two_stars_are_any_folders_also_none() {
        assertThat(PathPatterns.fits("**/*Report.java", "src/com/SalesReport.java")).isTrue();
        assertThat(PathPatterns.fits("**/*Report.java", "SalesReport.java")).isTrue();
        assertThat(PathPatterns.fits("src/**/legacy/**", "src/legacy/A.java")).isTrue();
        assertThat(PathPatterns.fits("src/**/legacy/**", "src/com/shop/legacy/in/A.java")).isTrue();
        assertThat(PathPatterns.fits("**/legacy/**", "src/mylegacy/A.java")).isFalse();
        assertThat(PathPatterns.fits("**", "src/A.java")).isTrue();
    }

    @Test
    void a_slash_at_the_end_means_all_below() {
        assertThat(PathPatterns.fits("web/", "web/src/A.java")).isTrue();
        assertThat(PathPatterns.fits("web/", "webshop/src/A.java")).isFalse();
        assertThat(PathPatterns.fits("./web/", "web/src/A.java")).isTrue();
    }

    @Test
    void other_characters_stand_for_themselves() {
        assertThat(PathPatterns.fits("a.b(c)[d]", "a.b(c)[d]")).isTrue();
        assertThat(PathPatterns.fits("a.b", "aXb")).isFalse();
    }

    @Test
    void one_of_several_is_enough() {
        assertThat(new PathPatterns(List.of("a/**", "b/**")).fits("b/C.java")).isTrue();
        assertThat(new PathPatterns(List.of()).fits("b/C.java")).isFalse();
    }

    @Test
    void a_path_that_can_fit_nothing_is_a_fault() {
        assertThat(PathPatterns.fault("**/legacy/**")).isEmpty();
        assertThat(List.of("/src/**", "C:/src", "src\\legacy", "../other/**", " ")).allMatch(each -> PathPatterns.fault(each).isPresent());
    }
}
