package dev.seqscan.statements;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts round trips: a statement that is executed is one, and so is a batch of any size. */
public final class StatementCounter {

    private final AtomicInteger executed = new AtomicInteger();

    /** A call of the application. */
    @FunctionalInterface
    public interface Action {

        /** Calls it; whatever it throws fails the test. */
        void run() throws Exception;
    }

    /** The round trips that a call causes, those of other threads meanwhile too. */
    public int during(Action action) throws Exception {
        int before = executed.get();
        action.run();
        return executed.get() - before;
    }

    void count() {
        executed.incrementAndGet();
    }
}
