package dev.seqscan.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Divides things of which some come before others into the fewest chains. One index can serve a chain of searches, each of which
 * asks for a beginning of the next, so that the fewest chains are the fewest indexes (Subotić et al., "Automatic Index Selection
 * for Large-Scale Datalog Computation", VLDB 2018). By Dilworth's theorem a maximum matching finds them.
 */
final class ChainCover<T> {

    private static final int NONE = -1;

    private final List<T> items;
    private final BiPredicate<T, T> before;
    /** For each item the one that its chain holds before it. */
    private final int[] previous;

    private ChainCover(List<T> items, BiPredicate<T, T> before) {
        this.items = items;
        this.before = before;
        this.previous = new int[items.size()];
        Arrays.fill(previous, NONE);
    }

    /**
     * The chains, each in its order.
     *
     * @param before a strict order: transitive, and nothing comes before itself
     */
    static <T> List<List<T>> of(List<T> items, BiPredicate<T, T> before) {
        ChainCover<T> cover = new ChainCover<>(items, before);
        for (int i = 0; i < items.size(); i++) {
            cover.matches(i, new boolean[items.size()]);
        }
        return cover.chains();
    }

    /** Finds an item that can follow, moving others out of the way where these have another choice. */
    private boolean matches(int item, boolean[] tried) {
        for (int next = 0; next < items.size(); next++) {
            if (!tried[next] && before.test(items.get(item), items.get(next))) {
                tried[next] = true;
                if (previous[next] == NONE || matches(previous[next], tried)) {
                    previous[next] = item;
                    return true;
                }
            }
        }
        return false;
    }

    private List<List<T>> chains() {
        int[] next = new int[items.size()];
        Arrays.fill(next, NONE);
        for (int i = 0; i < previous.length; i++) {
            if (previous[i] != NONE) {
                next[previous[i]] = i;
            }
        }
        List<List<T>> chains = new ArrayList<>();
        for (int first = 0; first < previous.length; first++) {
            if (previous[first] == NONE) {
                List<T> chain = new ArrayList<>();
                for (int i = first; i != NONE; i = next[i]) {
                    chain.add(items.get(i));
                }
                chains.add(chain);
            }
        }
        return chains;
    }
}
