package dev.seqscan.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts what a run does, so that work that grows faster than what is read shows without a clock. Threads may share it; two
 * that ask for the same at once may both do it, so the figures are exact where one thread works.
 */
public final class Steps {

    /** What is counted. */
    public enum Step {
        JAVA_FILE_PARSED, CLASS_ASKED_FOR, BODY_LINKED, EXPRESSION_TYPED, SQL_PARSED, HQL_PARSED, METHOD_SUMMARISED,
        VALUE_FOLLOWED
    }

    private static final Step[] ALL = Step.values();

    /** By the ordinals of steps, since some are counted many million times. */
    private final LongAdder[] counts = new LongAdder[ALL.length];

    /** Nothing was done yet. */
    public Steps() {
        Arrays.setAll(counts, each -> new LongAdder());
    }

    /** One more. */
    public void count(Step step) {
        counts[step.ordinal()].increment();
    }

    /** So many more. */
    public void count(Step step, int times) {
        counts[step.ordinal()].add(times);
    }

    /** How often each was done, by names as {@code body linked}. */
    public SortedMap<String, Long> all() {
        SortedMap<String, Long> all = new TreeMap<>();
        for (Step each : ALL) {
            all.put(each.name().toLowerCase(Locale.ROOT).replace('_', ' '), counts[each.ordinal()].sum());
        }
        return all;
    }
}
