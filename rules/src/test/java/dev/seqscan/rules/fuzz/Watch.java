package dev.seqscan.rules.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Watches readings one after the other: each has {@value #MOST_SECONDS} seconds of a processor, so that other programs on the
 * machine do not count. One that does not end is told with its seed and where it is, since no assertion comes after it.
 */
final class Watch implements AutoCloseable {

    private static final int MOST_SECONDS = 10;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String name;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Watch::daemon);
    private volatile Thread thread;
    private volatile long seed;
    private volatile long begun;
    private long slowest;
    private long slowestSeed;

    Watch(String name) {
        this.name = name;
        clock.scheduleAtFixedRate(this::look, MOST_SECONDS, MOST_SECONDS, TimeUnit.SECONDS);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fuzz-watch");
        thread.setDaemon(true);
        return thread;
    }

    /** Runs what a seed made; what it throws, and too long a time, fails with the seed. */
    void read(long ofSeed, Runnable reading) {
        thread = Thread.currentThread();
        seed = ofSeed;
        begun = THREADS.getCurrentThreadCpuTime();
        try {
            reading.run();
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError fault) {
            throw new AssertionError("seed " + ofSeed, fault);
        }
        long nanos = THREADS.getCurrentThreadCpuTime() - begun;
        if (nanos > slowest) {
            slowest = nanos;
            slowestSeed = ofSeed;
        }
        if (nanos > MOST_SECONDS * 1_000_000_000L) {
            throw new AssertionError("seed " + ofSeed + " took " + nanos / 1_000_000 + " ms of a processor");
        }
    }

    private void look() {
        Thread reading = thread;
        if (reading != null && THREADS.getThreadCpuTime(reading.getId()) - begun > 2 * MOST_SECONDS * 1_000_000_000L) {
            System.out.println("broken " + name + ": seed " + seed + " does not end; it is in\n  "
                    + String.join("\n  ", Arrays.stream(reading.getStackTrace()).limit(40).map(Object::toString).toList()));
        }
    }

    /** The time of a processor that the slowest input took, with its seed. */
    String slowest() {
        return slowest / 1_000_000 + " ms (seed " + slowestSeed + ")";
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
