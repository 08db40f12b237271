package dev.seqscan.statements;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.springframework.context.ApplicationContext;

/**
 * Counts the statements of all entry points with few and with many rows.
 *
 * @param <D> what the test knows of the rows it has stored
 */
public final class StatementTable<D> {

    /** The smaller number of rows. */
    public static final int FEW = 5;
    /** The larger number of rows. */
    public static final int MANY = 50;

    private final SortedMap<String, Method> entryPoints;
    private final Calls<D> calls;
    private final IntFunction<D> store;
    private final StatementCounter counter;

    /**
     * Checks that all entry points are called.
     *
     * @param packageName the package of the application
     * @param store empties the database, stores as many rows of each kind, and tells their keys
     * @throws IllegalArgumentException if an entry point is not called, or what is called is none
     */
    public StatementTable(ApplicationContext application, String packageName, Calls<D> calls, IntFunction<D> store) {
        this.entryPoints = EntryPoints.of(application, packageName);
        this.calls = calls;
        this.store = store;
        this.counter = application.getBean(StatementCounter.class);
        Set<String> called = calls.byLabel().keySet();
        if (!entryPoints.keySet().equals(called)) {
            throw new IllegalArgumentException("entry points that are not called: " + without(entryPoints.keySet(), called)
                    + "; called, but no entry point: " + without(called, entryPoints.keySet()));
        }
    }

    private static Set<String> without(Set<String> labels, Set<String> others) {
        Set<String> rest = new TreeSet<>(labels);
        rest.removeAll(others);
        return rest;
    }

    /** Calls each entry point and counts; ordered by label. */
    public List<StatementCount> count() throws Exception {
        Map<String, Integer> few = count(FEW);
        Map<String, Integer> many = count(MANY);
        List<StatementCount> table = new ArrayList<>();
        entryPoints.forEach((label, handler) ->
                table.add(new StatementCount(label, EntryPoints.key(handler), few.get(label), many.get(label))));
        return table;
    }

    /** The first call fills caches that outlive it, and is not counted. What changes rows finds all as before. */
    private Map<String, Integer> count(int size) throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        D data = store.apply(size);
        for (String label : entryPoints.keySet()) {
            Calls.Call<D> call = calls.byLabel().get(label);
            call.make(data);
            D found = Calls.onlyReads(label) ? data : store.apply(size);
            counts.put(label, counter.during(() -> call.make(found)));
            data = Calls.onlyReads(label) ? data : store.apply(size);
        }
        return counts;
    }

    /** Writes the table: tab-separated label, handler, both counts, and {@code grows} or {@code bounded}. */
    public static void write(List<StatementCount> table, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, table.stream().map(StatementCount::line).toList());
    }
}
