package dev.seqscan.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs work on all processors, on threads whose stack is large enough for deeply nested code. */
public final class Workers {

    private static final long STACK_BYTES = 64L * 1024 * 1024;

    private Workers() {
    }

    /**
     * Results in the order of the inputs; null where the work failed, which is told. A stack that is too small for one input
     * is such a failure; other errors, as a lack of memory, end all work and are thrown.
     */
    public static <I, R> List<R> map(List<I> inputs, Function<I, R> work, BiConsumer<I, Throwable> fault) {
        Object[] results = new Object[inputs.size()];
        AtomicInteger next = new AtomicInteger();
        Queue<Error> fatal = new ConcurrentLinkedQueue<>();
        Runnable worker = () -> {
            for (int i = next.getAndIncrement(); i < results.length && fatal.isEmpty(); i = next.getAndIncrement()) {
                try {
                    results[i] = work.apply(inputs.get(i));
                } catch (RuntimeException | StackOverflowError failed) {
                    fault.accept(inputs.get(i), failed);
                } catch (Error error) {
                    fatal.add(error);
                }
            }
        };
        List<Thread> threads = new ArrayList<>();
        int count = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), inputs.size()));
        for (int i = 0; i < count; i++) {
            threads.add(start(worker, "seqscan-" + i));
        }
        join(threads);
        if (!fatal.isEmpty()) {
            throw fatal.remove();
        }
        @SuppressWarnings("unchecked")
        List<R> ordered = (List<R>) Arrays.asList(results);
        return ordered;
    }

    /** Results in the order of the inputs; what the work threw is thrown here, an error as the cause of an exception. */
    public static <I, R> List<R> map(List<I> inputs, Function<I, R> work) {
        Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
        List<R> results = map(inputs, work, (input, fault) -> faults.add(fault));
        if (!faults.isEmpty()) {
            throw runtime(faults.remove());
        }
        return results;
    }

    /** Runs one piece of work on a thread with a large stack. */
    public static <R> R withDeepStack(Supplier<R> work) {
        return map(List.of(work), Supplier::get).get(0);
    }

    /** Begins work on a thread with a large stack while the caller goes on; what it must not share is the caller's to know. */
    public static <R> Beside<R> beside(Supplier<R> work) {
        FutureTask<R> task = new FutureTask<>(work::get);
        start(task, "seqscan-beside");
        return new Beside<>(task);
    }

    /** Work that was begun beside the caller's own. */
    public static final class Beside<R> {

        private final FutureTask<R> task;

        private Beside(FutureTask<R> task) {
            this.task = task;
        }

        /** Waits for the result; what the work threw is thrown here, an error as the cause of an exception. */
        public R join() {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return task.get();
                    } catch (InterruptedException e) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException failed) {
                throw runtime(failed.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static RuntimeException runtime(Throwable fault) {
        return fault instanceof RuntimeException runtime ? runtime : new IllegalStateException(fault.toString(), fault);
    }

    private static Thread start(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void join(List<Thread> threads) {
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
