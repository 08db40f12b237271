package dev.seqscan.flow;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What the program does, as rules see it; each list is ordered by place.
 *
 * @param loadedRows calls whose rows are used in ways that are all known
 * @param filledLists statements that are given a list of what other statements find
 * @param followed what tells {@link #methods()}, which no rule asks for
 * @param unusedMethods methods that nobody calls though their classes are in use, as {@code com.shop.OrderService#list(int)}
 * @param vagueMethods methods that are called only where many others may be meant as well
 * @param insertions calls that may add rows to a table
 * @param notJudged counts of what was not judged, by what it is
 */
public record Flow(List<RepeatedStatement> repeatedStatements, List<RepeatedRead> repeatedReads, List<QueryUse> queryUses,
        List<LoadedRows> loadedRows, List<FilledList> filledLists, Supplier<List<FollowedMethod>> followed,
        Set<String> unusedMethods, Set<String> vagueMethods, List<Insertion> insertions, SortedMap<String, Integer> notJudged) {

    /** The same with other uses of statements. */
    public Flow with(List<QueryUse> uses, List<Insertion> added) {
        return new Flow(repeatedStatements, repeatedReads, List.copyOf(uses), loadedRows, filledLists, followed, unusedMethods,
                vagueMethods, List.copyOf(added), notJudged);
    }

    /** The methods that were followed, ordered by name. */
    public List<FollowedMethod> methods() {
        return followed.get();
    }
}
