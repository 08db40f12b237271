package dev.seqscan.advice;

import dev.seqscan.finding.IndexNeed;
import dev.seqscan.schema.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What several statements ask of one index: all of them compare the same columns with values and sort in the same way. */
record Demand(List<IndexNeed> needs) {

    /** Puts needs together that ask for the same. */
    static List<Demand> of(Collection<IndexNeed> needs) {
        Map<List<Object>, List<IndexNeed>> alike = new LinkedHashMap<>();
        for (IndexNeed need : needs) {
            alike.computeIfAbsent(List.of(Set.copyOf(keys(need.equal())), keys(need.then())), key -> new ArrayList<>()).add(need);
        }
        return alike.values().stream().map(Demand::new).toList();
    }

    /** The columns and expressions compared with one value, in the order that is best where there is a choice. */
    List<Index.Part> equal() {
        return needs.get(0).equal();
    }

    /** What follows them. */
    List<Index.Part> then() {
        return needs.get(0).then();
    }

    /**
     * Whether an index for the other can be made to serve this one too, which asks for less: its columns have to come first,
     * and what follows them has to follow.
     */
    boolean isBefore(Demand other) {
        Set<String> own = new LinkedHashSet<>(keys(equal()));
        Set<String> others = new LinkedHashSet<>(keys(other.equal()));
        List<String> open = new ArrayList<>(keys(then()));
        if (!others.containsAll(own)) {
            return false;
        }
        while (!open.isEmpty() && others.contains(open.get(0))) {
            own.add(open.remove(0));
        }
        List<String> following = keys(other.then());
        boolean longer = others.size() > own.size() || following.size() > open.size();
        boolean fits = open.isEmpty() || own.size() == others.size() && open.size() <= following.size()
                && following.subList(0, open.size()).equals(open);
        return fits && (longer || own.size() > equal().size());
    }

    /** The name of a column or the text of an expression. */
    static String key(Index.Part part) {
        return part.column().isEmpty() ? part.expression() : part.column();
    }

    private static List<String> keys(List<Index.Part> parts) {
        return parts.stream().map(Demand::key).distinct().toList();
    }
}
