package dev.seqscan;

import dev.seqscan.source.Workers;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The families of a tree, for work that is done for several of them at once, since each has parts that only one thread can do.
 * How many that are hangs on the memory; the largest comes first, so that no processor waits for it at the end.
 */
final class Families {

    /** Of heap, for a line of code that is linked and followed; seen were 700 to 1,100. */
    private static final long BYTES_OF_LINE = 1_400;

    private final List<Family> all;
    private final int[] lines;
    private final int room;

    /**
     * Takes families.
     *
     * @param lines of code by directories of modules
     * @param severalAtOnce false if what is told on the way must come in the order of the families
     */
    Families(List<Family> all, Map<String, Integer> lines, boolean severalAtOnce) {
        this.all = all;
        long room = Math.max(1, Runtime.getRuntime().maxMemory() / 2 / BYTES_OF_LINE);
        this.room = severalAtOnce ? (int) Math.min(Integer.MAX_VALUE, room) : 1;
        this.lines = all.stream().mapToInt(family -> family.directories().stream()
                .mapToInt(each -> lines.getOrDefault(each, 0)).sum()).toArray();
    }

    /** What the work gives, in the order of the families. */
    <R> List<R> each(Function<Family, R> work) {
        Semaphore free = new Semaphore(room, true);
        Object[] results = new Object[all.size()];
        List<Integer> largestFirst = IntStream.range(0, all.size()).boxed()
                .sorted(Comparator.comparing(at -> room == 1 ? at : -lines[at])).toList();
        Workers.map(largestFirst, at -> {
            int taken = Math.min(room, Math.max(1, lines[at]));
            free.acquireUninterruptibly(taken);
            try {
                results[at] = work.apply(all.get(at));
            } finally {
                free.release(taken);
            }
            return at;
        });
        @SuppressWarnings("unchecked")
        List<R> ordered = (List<R>) Arrays.asList(results);
        return ordered;
    }
}
