package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.AnnotationUse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Computes the summary of one method from those of the methods it calls, and collects what repeats in its loops. */
final class MethodAnalysis {

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings = new Bindings();
    private final Summary summary = new Summary();
    private final Resolver resolver;
    private final Map<CallEvent, List<Summary.Send>> sends = new IdentityHashMap<>();
    private final Set<Region> polling = Collections.newSetFromMap(new IdentityHashMap<>());
    private final LoopFacts facts;

    MethodAnalysis(MethodFlow flow, World world, LoopFacts facts) {
        this.flow = flow;
        this.world = world;
        this.facts = facts;
        new Binder(flow, world, bindings, summary).bind();
        this.resolver = new Resolver(flow, world, bindings);
    }

    Summary run() {
        summary.returns.addAll(returned());
        for (CallEvent event : flow.calls) {
            sends.put(event, sentBy(event));
        }
        findPollingLoops();
        if (!isCached()) {
            flow.calls.forEach(this::statements);
        }
        flow.calls.forEach(this::reads);
        flow.calls.forEach(this::openReadsOfCallees);
        return summary;
    }

    /** Fields of classes that are no entities, with what is put into them here. */
    Map<String, Set<Value>> fieldWrites() {
        Map<String, Set<Value>> writes = new java.util.TreeMap<>();
        flow.fieldWrites.forEach((field, values) -> writes.put(field, resolver.resolve(values)));
        return writes;
    }

    private Set<Value> returned() {
        Set<Value> values = new LinkedHashSet<>();
        for (Value value : resolver.resolve(flow.returns)) {
            values.add(new Value(value.origin(), value.path(), null));
        }
        return values;
    }

    private boolean isCached() {
        DeclaredClass owner = flow.owner;
        List<AnnotationUse> uses = new ArrayList<>(flow.method.annotations());
        return uses.stream().anyMatch(use -> world.library().caches(owner.annotationType(use)));
    }

    private List<Summary.Send> sentBy(CallEvent event) {
        if (event.query.isPresent()) {
            return List.of(new Summary.Send(event.query.get(), List.of(new Hop(event.place, event.query.get().label())), false));
        }
        List<Summary.Send> found = new ArrayList<>();
        boolean ambiguous = world.isAmbiguous(event, flow);
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.Send send : world.summary(target).sends) {
                if (found.size() < Summary.MOST_SENDS && send.chain().size() < Summary.LONGEST_CHAIN) {
                    found.add(new Summary.Send(send.query(), chain(event, target, send.chain()), ambiguous || send.ambiguous()));
                }
            }
        }
        return found;
    }

    private static List<Hop> chain(CallEvent event, MethodFlow target, List<Hop> rest) {
        List<Hop> longer = new ArrayList<>();
        longer.add(new Hop(event.place, target.label()));
        longer.addAll(rest);
        return List.copyOf(longer);
    }

    /** A loop that ends when a statement says so asks for work, for the next page, or tries again. */
    private void findPollingLoops() {
        for (CallEvent event : flow.calls) {
            if (event.decidesExit && !sends.get(event).isEmpty()) {
                for (Region each = event.region; each != null; each = each.parent) {
                    if (each.kind == Region.Kind.LOOP && !each.head.form().startsWith("for-each")) {
                        polling.add(each);
                        break;
                    }
                }
            }
        }
    }

    private void statements(CallEvent event) {
        List<Summary.Send> sent = sends.get(event);
        if (sent.isEmpty() || isMemoised(event.region)) {
            return;
        }
        Region loop = bindings.loopAround(event.region, polling, each -> event.leaves(each) || isOverComponents(event, each));
        if (loop == null) {
            sent.stream().limit(Math.max(0, Summary.MOST_SENDS - summary.sends.size())).forEach(summary.sends::add);
        } else if (!isFirstLevelCached(event, sent, loop) && !(event.decidesExit && loop.kind == Region.Kind.LOOP)) {
            facts.statement(flow, loop, bindings.head(loop), event, sent);
        }
    }

    /**
     * A loop that calls each of its elements, which are no entities and no data, goes over components: handlers, data
     * access objects, strategies. Their number is fixed when the program is built.
     */
    private boolean isOverComponents(CallEvent event, Region loop) {
        return event.receiverVariesIn == loop && event.target != null
                && !world.types().isMapped(event.target.receiver().className()) && isElement(event)
                && (event.query.isPresent() ? isRepository(event) : !world.targets(event, flow).isEmpty());
    }

    private boolean isElement(CallEvent event) {
        return event.text.indexOf('.') == event.text.lastIndexOf('.') && !world.library().isContainer(event.target.receiver());
    }

    private static boolean isRepository(CallEvent event) {
        Query.Kind kind = event.query.orElseThrow().kind();
        return kind == Query.Kind.DERIVED || kind == Query.Kind.CRUD || kind == Query.Kind.LOOKUP_BY_ID;
    }

    private boolean isMemoised(Region region) {
        for (Region each = region; each != null; each = each.parent) {
            if (each.kind == Region.Kind.FUNCTION && bindings.of(each).calls == LibraryKnowledge.Calls.MEMO) {
                return true;
            }
        }
        return false;
    }

    /** The same object asked for by the same identifier in each turn comes from the persistence context. */
    private static boolean isFirstLevelCached(CallEvent event, List<Summary.Send> sent, Region loop) {
        boolean byId = event.query.isPresent() && event.query.get().kind() == Query.Kind.LOOKUP_BY_ID && sent.size() == 1;
        return byId && (event.variesIn == null || !event.variesIn.isWithin(loop));
    }

    private void reads(CallEvent event) {
        for (Touch touch : touches(event)) {
            Association association = touch.value.last().orElseThrow();
            if (!world.plans().isLazyPerRow(association)) {
                continue;
            }
            Region loop = countedLoop(touch.value);
            if (loop != null) {
                inLoop(event, touch, loop);
            } else if (touch.value.origin() instanceof Origin.Parameter && touch.chain.size() <= Summary.LONGEST_CHAIN
                    && summary.reads.size() < Summary.MOST_READS) {
                summary.reads.add(new Summary.Read(new Value(touch.value.origin(), touch.value.path(), null), touch.chain,
                        touch.ambiguous));
            }
        }
    }

    /** The loop in which a value varies, unless it goes over nothing that matters. */
    private Region countedLoop(Value value) {
        Region loop = value.varies();
        LoopHead head = loop == null ? null : bindings.head(loop);
        return head != null && head.exclusion().isEmpty() && !polling.contains(loop) ? loop : null;
    }

    private void inLoop(CallEvent event, Touch touch, Region loop) {
        if (touch.value.origin() instanceof Origin.Fresh) {
            return;
        }
        LoopRead read = facts.read(flow, loop, bindings.head(loop), event, touch.value, touch.chain);
        read.ambiguous |= touch.ambiguous;
        settle(read, touch.value, List.of());
    }

    /** Says of a read where its elements come from, or leaves that to the callers. */
    private void settle(LoopRead read, Value value, List<Hop> callers) {
        if (value.origin() instanceof Origin.Rows rows) {
            if (world.plans().isLoaded(rows.query(), value.path())) {
                read.loadedSomewhere = true;
            } else {
                read.unloaded.putIfAbsent(rows, callers);
            }
        } else if (value.origin() instanceof Origin.Parameter) {
            read.leftOpen = true;
            if (callers.size() < Summary.LONGEST_CHAIN && summary.openReads.size() < Summary.MOST_READS) {
                summary.openReads.add(new Summary.OpenRead(read, new Value(value.origin(), value.path(), null), callers));
            }
        } else if (!(value.origin() instanceof Origin.Fresh)) {
            read.unknownSomewhere = true;
        }
    }

    private void openReadsOfCallees(CallEvent event) {
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.OpenRead open : List.copyOf(world.summary(target).openReads)) {
                List<Hop> callers = new ArrayList<>(open.callers());
                callers.add(0, new Hop(event.place, target.label()));
                Set<Value> values = resolver.substitute(open.value(), event);
                boolean loaded = values.stream().anyMatch(value -> value.origin() instanceof Origin.Rows rows
                        && world.plans().isLoaded(rows.query(), value.path()));
                if (loaded) {
                    open.read().loadedSomewhere = true;
                    continue;
                }
                values.forEach(value -> settle(open.read(), value, callers));
                if (values.isEmpty()) {
                    open.read().unknownSomewhere = true;
                }
            }
        }
    }

    /** A lazy association that an event loads. */
    private record Touch(Value value, List<Hop> chain, boolean ambiguous) {
    }

    private List<Touch> touches(CallEvent event) {
        List<Touch> found = new ArrayList<>();
        Set<Value> loadedByQuery = new HashSet<>();
        Hop here = new Hop(event.place, event.text);
        for (Value value : resolver.resolve(event.receiver)) {
            if (value.last().isPresent() && Touching.receiver(event, value.last().get(), world)) {
                add(found, loadedByQuery, new Touch(value, List.of(here), false));
            }
        }
        if (Touching.readsArguments(event) && world.targets(event, flow).isEmpty()) {
            for (Set<Value> argument : event.arguments) {
                for (Value value : resolver.resolve(argument)) {
                    if (value.last().filter(last -> !last.cardinality().isToOne()).isPresent()) {
                        add(found, loadedByQuery, new Touch(value, List.of(here), false));
                    }
                }
            }
        }
        boolean ambiguous = world.isAmbiguous(event, flow);
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.Read read : world.summary(target).reads) {
                for (Value value : resolver.substitute(read.value(), event)) {
                    if (value.last().isPresent()) {
                        add(found, loadedByQuery, new Touch(value, chain(event, target, read.chain()), ambiguous || read.ambiguous()));
                    }
                }
            }
        }
        found.removeIf(touch -> loadedByQuery.stream().anyMatch(loaded -> loaded.path().equals(touch.value.path())));
        return found;
    }

    /** Where one of several queries behind a value has loaded the association, it may well be loaded. */
    private void add(List<Touch> found, Set<Value> loadedByQuery, Touch touch) {
        if (touch.value.origin() instanceof Origin.Rows rows && world.plans().isLoaded(rows.query(), touch.value.path())) {
            loadedByQuery.add(touch.value);
        }
        found.add(touch);
    }
}
