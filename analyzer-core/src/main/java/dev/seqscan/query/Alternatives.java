package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Predicates joined by OR. */
public final class Alternatives {

    private Alternatives() {
    }

    /**
     * The predicates of one OR group, made one where they pin the same column: {@code status = :a or status = :b} asks
     * the same as {@code status in (:a, :b)}, and an index serves it as such. Other groups come back as they are.
     */
    public static List<Predicate> merged(List<Predicate> group) {
        if (group.size() < 2 || !group.stream().allMatch(each -> pinsSame(each, group.get(0)))) {
            return group;
        }
        Predicate first = group.get(0);
        boolean optional = group.stream().allMatch(Predicate::optional);
        boolean parameter = group.stream().anyMatch(each -> each.value() == Value.PARAMETER);
        return List.of(new Predicate(first.table(), first.column(), first.path(), Operator.IN, first.function(), optional, 0,
                parameter ? Value.PARAMETER : first.value(), first.clause()));
    }

    /**
     * The predicates of one OR group by alternative: those of one hold together, and an index that finds the rows of one of
     * them serves it. A predicate of which no alternative is known is taken to be one by itself.
     */
    public static List<List<Predicate>> branches(List<Predicate> group) {
        Map<Integer, List<Predicate>> byBranch = new TreeMap<>();
        int alone = 0;
        for (Predicate each : group) {
            byBranch.computeIfAbsent(each.branch() == 0 ? --alone : each.branch(), key -> new ArrayList<>()).add(each);
        }
        return List.copyOf(byBranch.values());
    }

    private static boolean pinsSame(Predicate one, Predicate other) {
        return one.operator().isEquality() && !one.column().isEmpty() && one.column().equals(other.column())
                && one.table().equals(other.table()) && one.path().equals(other.path())
                && one.function().equals(other.function()) && one.clause() == other.clause()
                && one.value() != Value.COLUMN;
    }
}
