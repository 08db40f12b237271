package dev.seqscan.source;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
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

    private final Map<Step, LongAdder> counts = new EnumMap<>(Step.class);

    /** Nothing was done yet. */
    public Steps() {
        for (Step each : Step.values()) {
            counts.put(each, new LongAdder());
        }
    }

    /** One more. */
    public void count(Step step) {
        counts.get(step).increment();
    }

    /** So many more. */
    public void count(Step step, int times) {
        counts.get(step).add(times);
    }

    /** How often each was done, by names as {@code body linked}. */
    public SortedMap<String, Long> all() {
        SortedMap<String, Long> all = new TreeMap<>();
        counts.forEach((step, count) -> all.put(step.name().toLowerCase(Locale.ROOT).replace('_', ' '), count.sum()));
        return all;
    }
}
