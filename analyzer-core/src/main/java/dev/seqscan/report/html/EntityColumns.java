package dev.seqscan.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts the nodes of a small graph into columns: who points stands left of what it points at, as far as circles and the width
 * of a page allow, and each stands near those it is linked with (after Sugiyama, Tagawa and Toda, 1981).
 */
final class EntityColumns {

    private static final int MOST_COLUMNS = 4;
    private static final int SWEEPS = 6;

    private final SortedMap<String, SortedSet<String>> targets = new TreeMap<>();
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final Set<String> open = new HashSet<>();

    EntityColumns(Collection<String> nodes, Function<String, SortedSet<String>> targets) {
        nodes.forEach(each -> this.targets.put(each, targets.apply(each)));
        this.targets.forEach((from, all) -> all.forEach(to -> {
            neighbours.computeIfAbsent(from, each -> new HashSet<>()).add(to);
            neighbours.computeIfAbsent(to, each -> new HashSet<>()).add(from);
        }));
    }

    /** The columns from left to right, the nodes in them from above to below. */
    List<List<String>> ordered() {
        targets.keySet().forEach(this::stepsToTheEnd);
        int last = Math.min(MOST_COLUMNS, columns.values().stream().mapToInt(each -> each).max().orElse(0) + 1) - 1;
        SortedMap<Integer, List<String>> byColumn = new TreeMap<>();
        targets.keySet().forEach(each ->
                byColumn.computeIfAbsent(Math.max(0, last - columns.get(each)), column -> new ArrayList<>()).add(each));
        List<List<String>> ordered = new ArrayList<>(byColumn.values());
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            sweep(ordered);
        }
        return ordered;
    }

    /** How many steps it is to a node that points at none; a step that closes a circle does not count. */
    private int stepsToTheEnd(String node) {
        if (columns.containsKey(node)) {
            return columns.get(node);
        }
        open.add(node);
        int steps = 0;
        for (String target : targets.get(node)) {
            if (!open.contains(target)) {
                steps = Math.max(steps, stepsToTheEnd(target) + 1);
            }
        }
        open.remove(node);
        columns.put(node, steps);
        return steps;
    }

    private void sweep(List<List<String>> ordered) {
        for (List<String> column : ordered) {
            Map<String, Double> heights = new HashMap<>();
            for (List<String> each : ordered) {
                for (int i = 0; i < each.size(); i++) {
                    heights.put(each.get(i), (i + 0.5) / each.size());
                }
            }
            Map<String, Double> wanted = new HashMap<>();
            column.forEach(node -> wanted.put(node, neighbours.getOrDefault(node, Set.of()).stream().sorted()
                    .mapToDouble(heights::get).average().orElse(heights.get(node))));
            column.sort(Comparator.comparing(wanted::get));
        }
    }
}
