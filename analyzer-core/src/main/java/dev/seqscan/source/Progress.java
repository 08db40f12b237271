package dev.seqscan.source;

import java.util.function.LongSupplier;

/** Tells what is being done, once a run has taken a few seconds, and not more often than that. Threads may share it. */
public final class Progress {

    private static final long INTERVAL_NANOS = 3_000_000_000L;

    private final ProgressListener listener;
    private final LongSupplier clock;
    private long last;

    /** Begins now. */
    public Progress(ProgressListener listener) {
        this(listener, System::nanoTime);
    }

    /** The same with a clock of its own, in nanoseconds. */
    Progress(ProgressListener listener, LongSupplier clock) {
        this.listener = listener;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    /** Tells that a stage begins. */
    public void begin(Stage stage) {
        listener.begin(stage);
    }

    /**
     * Tells {@code reading: 20 of 300} if the last line was long ago.
     *
     * @param done how many are done or under way
     * @param of how many there are
     */
    public synchronized void tell(String what, int done, int of) {
        long now = clock.getAsLong();
        if (now - last > INTERVAL_NANOS) {
            last = now;
            listener.tell(what + ": " + done + " of " + of);
        }
    }
}
