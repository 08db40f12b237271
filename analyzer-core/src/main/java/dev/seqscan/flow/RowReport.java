package dev.seqscan.flow;

import dev.seqscan.query.Query;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Tells of calls that load rows what becomes of all of them, through the methods that hand them on. */
final class RowReport {

    private static final int DEEPEST = 4;

    private final List<MethodFlow> flows;
    private final World world;
    private final BiFunction<MethodFlow, CallEvent, Site> sites;
    private final Map<CallEvent, QueryUse> queries;
    /** Calls that make lists without elements. */
    private final Set<Place> empty = new HashSet<>();

    RowReport(List<MethodFlow> flows, World world, BiFunction<MethodFlow, CallEvent, Site> sites,
            Map<CallEvent, QueryUse> queries) {
        this.flows = flows;
        this.world = world;
        this.sites = sites;
        this.queries = queries;
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                if (makesEmpty(event)) {
                    empty.add(event.place);
                }
            }
        }
    }

    /** Calls whose rows are used up in the method, ordered by place. */
    List<LoadedRows> report() {
        List<LoadedRows> found = new ArrayList<>();
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.rows.isEmpty() ? List.<CallEvent>of() : flow.calls) {
                RowTrace trace = flow.rows.get(event);
                if (trace != null) {
                    uses(flow, trace, 0).filter(uses -> !uses.isNothing())
                            .flatMap(uses -> loaded(flow, event, trace, uses)).ifPresent(found::add);
                }
            }
        }
        found.sort(Comparator.comparing(each -> each.site().place()));
        return List.copyOf(found);
    }

    private Optional<LoadedRows> loaded(MethodFlow flow, CallEvent event, RowTrace trace, RowUses uses) {
        Set<QueryUse> rows = new LinkedHashSet<>();
        for (Value value : trace.origins) {
            if (!isEmpty(value)) {
                QueryUse use = value.origin() instanceof Origin.Rows each ? queries.get(each.call()) : null;
                if (use == null || !bringsMany(use.query(), value)) {
                    return Optional.empty();
                }
                rows.add(use);
            }
        }
        return rows.isEmpty() || isAccessor(event) || !bringsAll(flow, event, 0) ? Optional.empty()
                : Optional.of(new LoadedRows(sites.apply(flow, event), List.copyOf(rows), uses));
    }

    /** Rows of the query itself, or the elements of one collection that it has fetched with its owner. */
    private boolean bringsMany(Query query, Value value) {
        if (query.writes() || query.cached()) {
            return false;
        }
        boolean fetched = value.path().size() == 1 && !value.path().get(0).cardinality().isToOne()
                && world.plans().isLoaded(query, value.path());
        return value.path().isEmpty() ? query.rows() == Query.Rows.MANY : fetched;
    }

    /** Whoever asks an entity for its collection may do so again. */
    private boolean isAccessor(CallEvent event) {
        return event.target != null && world.types().isMapped(event.target.owner());
    }

    /** A list that was made without elements: {@code List.of()}. */
    private boolean isEmpty(Value value) {
        return value.origin() instanceof Origin.Empty
                || value.origin() instanceof Origin.Unknown unknown && unknown.given().filter(empty::contains).isPresent();
    }

    private static boolean makesEmpty(CallEvent event) {
        return event.target != null && event.arguments.isEmpty() && event.receiver.isEmpty()
                && event.target.owner().startsWith("java.util.")
                && event.target.isStatic();
    }

    /** Whether the methods that hand the rows on neither choose among them nor keep them for the next call. */
    private boolean bringsAll(MethodFlow flow, CallEvent event, int depth) {
        if (event.query.isPresent() || isAccessor(event)) {
            return true;
        }
        List<MethodFlow> targets = world.targets(event, flow);
        return depth < DEEPEST && !targets.isEmpty() && world.reach(event, flow) != Reach.VAGUE
                && targets.stream().allMatch(target -> handsOnAll(target, depth));
    }

    private boolean handsOnAll(MethodFlow target, int depth) {
        boolean cached = target.method.annotations().stream()
                .anyMatch(use -> world.library().caches(target.owner.annotationType(use)));
        List<CallEvent> sources = target.calls.stream().filter(each -> target.rows.containsKey(each)).toList();
        boolean whole = sources.stream().map(target.rows::get)
                .allMatch(each -> each.returned && each.filters.isEmpty() && !each.cut);
        return !cached && whole && !sources.isEmpty() && sources.stream().allMatch(each -> bringsAll(target, each, depth + 1));
    }

    private Optional<RowUses> uses(MethodFlow flow, RowTrace trace, int depth) {
        return trace.returned ? Optional.empty() : all(flow, trace, depth).map(RowTrace::uses);
    }

    /** The uses of the method itself and of those that it hands the rows to; empty where they are not all known. */
    private Optional<RowTrace> all(MethodFlow flow, RowTrace trace, int depth) {
        boolean asksAgain = trace.perRow.stream().anyMatch(event -> event.query.isPresent()
                || world.targets(event, flow).stream().anyMatch(target -> !world.summary(target).sends.isEmpty()));
        if (trace.escapes || asksAgain || depth > DEEPEST) {
            return Optional.empty();
        }
        RowTrace sum = new RowTrace();
        sum.add(trace);
        for (RowTrace.Passed passed : trace.passed) {
            List<MethodFlow> targets = world.targets(passed.event(), flow);
            if (targets.isEmpty() || world.reach(passed.event(), flow) == Reach.VAGUE) {
                return Optional.empty();
            }
            for (MethodFlow target : targets) {
                RowTrace there = target.parameterRows.get(passed.argument());
                Optional<RowTrace> inner = there == null || there.returned ? Optional.empty() : all(target, there, depth + 1);
                if (inner.isEmpty()) {
                    return Optional.empty();
                }
                sum.add(inner.get());
            }
        }
        return Optional.of(sum);
    }
}
