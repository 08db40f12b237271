package dev.seqscan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** In which order, and how many at once, families are worked on. */
class FamiliesTest {

    private static final Map<String, Integer> LINES = Map.of("small", 10, "large", 1_000, "medium", 100);

    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    @Test
    void results_come_in_the_order_of_the_families() {
        assertThat(families(LINES, true).each(FamiliesTest::name)).containsExactly("small", "large", "medium");
    }

    @Test
    void one_at_a_time_comes_in_the_order_of_the_families_too() {
        families(LINES, false).each(this::begin);

        assertThat(begun).containsExactly("small", "large", "medium");
    }

    @Test
    @EnabledIf("hasTwoProcessors")
    void several_are_worked_on_at_once_while_there_is_room() {
        CountDownLatch both = new CountDownLatch(2);
        List<Boolean> met = families(Map.of("small", 10, "large", 1_000), true).each(family -> {
            both.countDown();
            return awaits(both);
        });

        assertThat(met).as("two are at work at once").contains(true);
    }

    /** Each would take all the memory there is. */
    @Test
    void what_does_not_fit_into_the_memory_waits() {
        int most = Integer.MAX_VALUE / 4;
        families(Map.of("small", most, "large", most, "medium", most), true).each(family -> {
            begin(family);
            Thread.yield();
            assertThat(begun).as("families at work").hasSize(1);
            begun.clear();
            return family;
        });
    }

    static boolean hasTwoProcessors() {
        return Runtime.getRuntime().availableProcessors() > 1;
    }

    private static boolean awaits(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String begin(Family family) {
        begun.add(name(family));
        return name(family);
    }

    private static String name(Family family) {
        return family.directories().first();
    }

    private static Families families(Map<String, Integer> lines, boolean severalAtOnce) {
        return new Families(List.of(family("small"), family("large"), family("medium")), lines, severalAtOnce);
    }

    private static Family family(String directory) {
        return new Family(new TreeSet<>(Set.of(directory)), List.of(), Set.of());
    }
}
