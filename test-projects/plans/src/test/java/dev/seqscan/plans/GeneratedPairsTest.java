package dev.seqscan.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The rule says of a thousand random queries what PostgreSQL says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratedPairsTest {

    private static final long SEED = 20260801;
    private static final double AGREEMENT = 0.97;

    private List<Judged> judged;

    @BeforeAll
    void ask(@TempDir Path folder) throws Exception {
        Generated generated = Generated.of(SEED);
        Map<Pair, List<String>> cures =
                new Scan(folder, generated.script(), "jdbc:postgresql://localhost/shop", generated.pairs()).cures();
        try (Plans postgres = PostgresPlans.start()) {
            judged = new Judge(postgres, generated.script()).judge(generated.pairs(), cures);
        }
        tell();
    }

    private void tell() {
        Map<String, Long> counts = judged.stream().collect(Collectors.groupingBy(each -> each.word()
                + (each.isReported() ? ", reported" : ", silent") + (each.agrees() ? "" : ", differs"),
                TreeMap::new, Collectors.counting()));
        System.out.println("generated pairs: " + counts);
    }

    @Test
    void postgres_understands_every_query() {
        assertThat(judged).extracting(Judged::error).containsOnly("");
    }

    @Test
    void the_pairs_are_of_every_kind() {
        assertThat(judged).filteredOn(Judged::isReported).hasSizeGreaterThan(200);
        assertThat(judged).filteredOn(each -> each.verdict() == Verdict.INDEX).hasSizeGreaterThan(200);
        assertThat(judged).filteredOn(each -> each.verdict() == Verdict.USELESS).hasSizeGreaterThan(50);
    }

    /** Where an index is read from end to end, the statement is far from a search, but no table is walked either. */
    @Test
    void few_indexes_are_read_from_end_to_end() {
        assertThat(judged).filteredOn(each -> each.verdict() == Verdict.WHOLE_INDEX).hasSizeBetween(1, 45);
    }

    @Test
    void rule_and_database_agree() {
        long agreeing = judged.stream().filter(Judged::agrees).count();
        assertThat((double) agreeing / judged.size()).isGreaterThanOrEqualTo(AGREEMENT);
    }

    @Test
    void each_difference_is_known_and_none_is_frequent() {
        Map<KnownDisagreement, Integer> counts = new EnumMap<>(KnownDisagreement.class);
        for (Judged each : judged) {
            if (!each.agrees()) {
                Optional<KnownDisagreement> known = KnownDisagreement.of(each);
                assertThat(known).as("why they differ about %s", each).isPresent();
                counts.merge(known.get(), 1, Integer::sum);
            }
        }
        counts.forEach((known, count) -> assertThat(count).as(known.title()).isLessThanOrEqualTo(known.most()));
    }
}
