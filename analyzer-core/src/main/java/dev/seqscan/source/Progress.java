package dev.seqscan.source;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Tells what is being done: how far a run is, once it has taken a few seconds and not more often than that, which threads may
 * share; and how long each stage took, which is for one thread at a time.
 */
public final class Progress implements AutoCloseable {

    private final ProgressListener listener;
    private final LongSupplier clock;
    private final Pace pace;
    private Optional<Stage> stage = Optional.empty();
    private long begun;

    /** Begins now. */
    public Progress(ProgressListener listener) {
        this(listener, System::nanoTime);
    }

    /** The same with a clock of its own, in nanoseconds. */
    Progress(ProgressListener listener, LongSupplier clock) {
        this(listener, clock, new Pace(clock.getAsLong()));
    }

    private Progress(ProgressListener listener, LongSupplier clock, Pace pace) {
        this.listener = listener;
        this.clock = clock;
        this.pace = pace;
    }

    /** For work beside this one, with stages of its own; lines are told no more often for it. */
    public Progress beside() {
        return new Progress(listener, clock, pace);
    }

    /** A stage begins, so that the one before it is over. */
    public void begin(Stage next) {
        close();
        stage = Optional.of(next);
        begun = clock.getAsLong();
    }

    /** The last stage is over. */
    @Override
    public void close() {
        stage.ifPresent(over -> listener.took(over, clock.getAsLong() - begun));
        stage = Optional.empty();
    }

    /**
     * Tells {@code reading: 20 of 300} if the last line was long ago.
     *
     * @param done how many are done or under way
     * @param of how many there are
     */
    public void tell(String what, int done, int of) {
        if (pace.isTime(clock.getAsLong())) {
            listener.tell(what + ": " + done + " of " + of);
        }
    }

    /** When the last line was told. */
    private static final class Pace {

        private static final long INTERVAL_NANOS = 3_000_000_000L;

        private long last;

        Pace(long now) {
            this.last = now;
        }

        synchronized boolean isTime(long now) {
            boolean isTime = now - last > INTERVAL_NANOS;
            last = isTime ? now : last;
            return isTime;
        }
    }
}
