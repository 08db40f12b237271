package dev.seqscan.flow;

import dev.seqscan.source.Steps;
import dev.seqscan.source.Workers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Summarises the methods of a program from the callees to the callers. Methods that do not wait for each other are
 * summarised at the same time; what they have found is put together in the order of the calls, so that it is the same
 * however many threads there are.
 */
final class Summaries {

    private static final int MOST_ROUNDS = 3;
    /** Threads take longer to begin than so few methods take. */
    private static final int TOO_FEW_FOR_THREADS = 64;

    private final List<List<MethodFlow>> order;
    private final World world;
    /** Of methods that call each other in a circle, by index in the order: those that wait for none of the same wave. */
    private final List<List<Integer>> waves;

    /** What was found in methods that call each other in a circle, or in one that is in none. */
    private record Found(LoopFacts facts, Map<String, Set<Value>> fields) {
    }

    /** Takes the methods, callees first, and those that call each other together. */
    Summaries(List<List<MethodFlow>> order, World world) {
        this.order = order;
        this.world = world;
        this.waves = waves();
    }

    private List<List<Integer>> waves() {
        Map<MethodFlow, Integer> waveOf = new IdentityHashMap<>();
        List<List<Integer>> found = new ArrayList<>();
        for (int i = 0; i < order.size(); i++) {
            int wave = 0;
            for (MethodFlow flow : order.get(i)) {
                for (CallEvent event : flow.calls) {
                    for (MethodFlow target : world.targets(event, flow)) {
                        wave = Math.max(wave, waveOf.getOrDefault(target, -1) + 1);
                    }
                }
            }
            for (MethodFlow flow : order.get(i)) {
                waveOf.put(flow, wave);
            }
            while (found.size() <= wave) {
                found.add(new ArrayList<>());
            }
            found.get(wave).add(i);
        }
        return found;
    }

    /** What repeats. A second pass knows what the fields hold, where the first one found queries' rows in any. */
    LoopFacts find() {
        Map<String, Set<Value>> fields = new HashMap<>();
        LoopFacts facts = pass(fields);
        fields.values().removeIf(values -> values.stream().noneMatch(each -> each.origin() instanceof Origin.Rows));
        if (fields.isEmpty()) {
            return facts;
        }
        world.fields(Map.copyOf(fields));
        return pass(new HashMap<>());
    }

    private LoopFacts pass(Map<String, Set<Value>> fields) {
        Found[] found = new Found[order.size()];
        for (List<Integer> wave : waves) {
            if (wave.size() < TOO_FEW_FOR_THREADS) {
                wave.forEach(index -> found[index] = summarise(order.get(index)));
            } else {
                Workers.map(wave, index -> found[index] = summarise(order.get(index)));
            }
        }
        LoopFacts facts = new LoopFacts();
        for (Found each : found) {
            facts.add(each.facts);
            each.fields.forEach((field, values) -> fields.computeIfAbsent(field, key -> new LinkedHashSet<>()).addAll(values));
        }
        return facts;
    }

    private Found summarise(List<MethodFlow> cycle) {
        Found found = new Found(new LoopFacts(), new HashMap<>(2));
        int rounds = cycle.size() > 1 || callsItself(cycle.get(0)) ? MOST_ROUNDS : 1;
        boolean changed = true;
        for (int round = 0; round < rounds && changed; round++) {
            changed = false;
            for (MethodFlow flow : cycle) {
                changed |= summarise(flow, found);
            }
        }
        return found;
    }

    /** Whether its callers see more of it than before. */
    private boolean summarise(MethodFlow flow, Found found) {
        int before = world.summary(flow).size();
        MethodAnalysis analysis = new MethodAnalysis(flow, world, found.facts);
        world.count(Steps.Step.METHOD_SUMMARISED);
        Summary summary = analysis.run();
        world.summary(flow, summary);
        analysis.fieldWrites().forEach((field, values) -> globalOnly(values, found.fields, field));
        return summary.size() != before;
    }

    private boolean callsItself(MethodFlow flow) {
        return flow.calls.stream().anyMatch(event -> world.targets(event, flow).contains(flow));
    }

    /** A parameter means nothing outside of its method. */
    private static void globalOnly(Set<Value> values, Map<String, Set<Value>> fields, String field) {
        for (Value value : values) {
            if (value.origin() instanceof Origin.Rows || value.origin() instanceof Origin.Fresh) {
                fields.computeIfAbsent(field, key -> new LinkedHashSet<>()).add(new Value(value.origin(), value.path(), null));
            }
        }
    }
}
