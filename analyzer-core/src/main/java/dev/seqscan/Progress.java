package dev.seqscan;

import java.util.function.Consumer;

/** Tells what is being done, once the run has taken a few seconds, and not more often than that. */
final class Progress {

    private static final long INTERVAL_NANOS = 5_000_000_000L;

    private final Consumer<String> listener;
    private long last = System.nanoTime();

    Progress(Consumer<String> listener) {
        this.listener = listener;
    }

    synchronized void tell(String what, int done, int of) {
        long now = System.nanoTime();
        if (now - last > INTERVAL_NANOS) {
            last = now;
            listener.accept(what + ": " + done + " of " + of);
        }
    }
}
