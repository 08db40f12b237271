package dev.seqscan.rules.fuzz;

/** How long to go on: some rounds, or the minutes of {@code fuzz.minutes}; the first seed is {@code fuzz.seed}. */
final class FuzzTime {

    private static final double MINUTES = Double.parseDouble(System.getProperty("fuzz.minutes", "0"));
    private static final long FIRST_SEED = Long.getLong("fuzz.seed", 1);

    private final long start = System.nanoTime();
    private final int rounds;
    private int round;

    FuzzTime(int rounds) {
        this.rounds = rounds;
    }

    /** Begins the next round, if there is time for it. */
    boolean goesOn() {
        round++;
        return MINUTES > 0 ? System.nanoTime() - start < MINUTES * 60e9 : round <= rounds;
    }

    /** Of this round. */
    long seed() {
        return FIRST_SEED + round - 1;
    }

    /** Since it began. */
    long seconds() {
        return (System.nanoTime() - start) / 1_000_000_000;
    }
}
