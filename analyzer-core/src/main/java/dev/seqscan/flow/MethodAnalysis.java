package dev.seqscan.flow;

import dev.seqscan.finding.Trail.About;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.AnnotationUse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes the summary of one method from those of the methods it calls, and collects what repeats in its loops. */
final class MethodAnalysis {

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings = new Bindings();
    private final Summary summary = new Summary();
    private final Resolver resolver;
    private final Requirements requirements;
    private final HeldRows held;
    private final LoadedTargets targets;
    private final Sending sending;
    private final LoopFacts facts;
    private final ReadBefore loaded = new ReadBefore();
    private final ReadTrail told;
    private final CarriedRows carried;
    private final FieldWrites writes;

    MethodAnalysis(MethodFlow flow, World world, LoopFacts facts) {
        this.flow = flow;
        this.world = world;
        this.facts = facts;
        this.told = new ReadTrail(world);
        new Binder(flow, world, bindings, summary).bind();
        this.resolver = new Resolver(flow, world, bindings);
        this.requirements = new Requirements(world, flow);
        this.held = new HeldRows(flow, world, resolver);
        this.targets = new LoadedTargets(flow, world, held);
        this.sending = new Sending(flow, world, bindings, resolver);
        this.carried = new CarriedRows(flow, world);
        this.writes = new FieldWrites(flow, world, resolver);
    }

    Summary run() {
        summary.returns.addAll(returned());
        summary.identifiers.addAll(held.returned());
        writes.summarise(summary);
        facts.forget(flow);
        if (!isCached()) {
            sending.settle(summary, facts);
        } else {
            flow.calls.forEach(event -> world.trail().note(event.place, About.STATEMENT,
                    () -> flow.label() + " keeps its results, so what it sends is not counted in its callers' loops"));
        }
        flow.calls.stream().filter(event -> !event.closed).forEach(event -> {
            reads(event);
            openReadsOfCallees(event);
        });
        flow.calls.stream().filter(flow.rows::containsKey).forEach(event -> flow.rows.get(event).origins =
                resolver.resolve(Set.of(Value.of(new Origin.Result(event, event.entity)))));
        flow.calls.forEach(this::givenEntities);
        return summary;
    }

    private void givenEntities(CallEvent event) {
        boolean given = event.arguments.stream().flatMap(Set::stream).anyMatch(value -> !value.entity().isEmpty());
        if (given && (event.query.isPresent() || !world.targets(event, flow).isEmpty())) {
            facts.entities(event, event.arguments.stream().map(resolver::resolve).toList());
        }
    }

    /** Fields of classes that are no entities, with what is put into them here. */
    Map<String, Set<Value>> fieldWrites() {
        return writes.all();
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

    private void reads(CallEvent event) {
        for (Touch touch : touches(event)) {
            String otherwise = touch.value.last().map(world.plans()::loadedOtherwise).orElse("");
            if (!otherwise.isEmpty()) {
                told.costsNothing(event, touch.value, touch.chain, otherwise);
                continue;
            }
            Region loop = touch.value.last().isEmpty() ? null : countedLoop(touch.value, event);
            if (loop != null) {
                inLoop(event, touch, loop);
                continue;
            }
            told.inNoLoop(event, touch.value, touch.chain, bindings, sending);
            if (touch.chain.size() <= Summary.LONGEST_CHAIN && summary.reads.size() < Summary.MOST_READS) {
                seenByCallers(touch.value).ifPresent(value -> summary.reads.add(
                        new Summary.Read(value, touch.chain, touch.ambiguous, touch.collection, touch.required)));
            }
        }
    }

    /** What a read is of for those who call this method: a parameter, or rows that its object carries. */
    private Optional<Value> seenByCallers(Value value) {
        return value.origin() instanceof Origin.Parameter ? Optional.of(new Value(value.origin(), value.path(), null))
                : carried.isCarried(value) ? Optional.of(value) : Optional.empty();
    }

    /** The loop in which a value varies, unless it goes over nothing that matters. */
    private Region countedLoop(Value value, CallEvent event) {
        Region loop = value.varies();
        LoopHead head = loop == null || !event.region.isWithin(loop) && event.parts != loop ? null : bindings.head(loop);
        return head != null && head.exclusion().isEmpty() && !sending.isPolling(loop) ? loop : null;
    }

    private void inLoop(CallEvent event, Touch touch, Region loop) {
        if (touch.value.origin() instanceof Origin.Fresh) {
            told.costsNothing(event, touch.value, touch.chain, "the object is made here and has no row yet");
            return;
        }
        String once = whyOnce(event, touch.value, loop);
        if (!once.isEmpty()) {
            told.costsNothing(event, touch.value, touch.chain, once);
            return;
        }
        LoopHead head = bindings.head(loop);
        LoopRead read = facts.read(flow, loop, head, resolver.resolve(head.iterated()), event, touch.value, touch.chain);
        read.ambiguous |= touch.ambiguous;
        read.sought &= isForSought(event, loop);
        settle(read, touch.value, event, List.of(), touch.required);
    }

    /** A loop around repeats the search. */
    private boolean isForSought(CallEvent event, Region loop) {
        return bindings.isForSought(event, loop) && bindings.loopAround(loop.parent, Set.of()) == null;
    }

    /** Why a loop reads once, or not at all, what varies in it; empty where each turn does. */
    private String whyOnce(CallEvent event, Value value, Region loop) {
        if (event.searches && loop.kind == Region.Kind.LOOP) {
            return "the loop ends by what is read";
        }
        if (event.leaves(loop)) {
            return "the loop is left right after the read";
        }
        if (event.matched.contains(loop)) {
            return LoopHeads.SEARCH;
        }
        if (event.hanging.guards().stream().anyMatch(each -> each.single() && each.spares(loop))) {
            return "the first turn that reads keeps what it has read";
        }
        return loaded.contains(value, loop.parent) ? "a call before has loaded it for the same rows" : "";
    }

    /** Says of a read where its elements come from, or leaves that to the callers. */
    private void settle(LoopRead read, Value value, CallEvent at, List<Hop> callers, List<Condition> required) {
        told.origin(read, value, flow);
        if (value.isSingle() || !value.endsWith(read.path)) {
            facts.remark(() -> read.loadedSomewhere = true);
        } else if (value.origin() instanceof Origin.Rows rows) {
            if (leadsElsewhere(read, rows, value)) {
                return;
            }
            Optional<Query> before = targets.before(at, value);
            if (world.plans().isLoaded(rows.query(), value.path()) || before.isPresent()) {
                before.ifPresent(query -> told.loadedBefore(read, query));
                facts.remark(() -> read.loadedSomewhere = true);
            } else {
                facts.remark(() -> read.unloaded.putIfAbsent(rows, new LoopRead.Way(callers, value.path())));
            }
        } else if (value.origin() instanceof Origin.Parameter) {
            facts.remark(() -> read.leftOpen = true);
            if (callers.size() < Summary.LONGEST_CHAIN && summary.openReads.size() < Summary.MOST_READS) {
                summary.openReads.add(new Summary.OpenRead(read, new Value(value.origin(), value.path(), null), callers,
                        required));
            }
        } else if (!(value.origin() instanceof Origin.Fresh)) {
            facts.remark(() -> read.unknownSomewhere = true);
        }
    }

    /** Neither the rows nor what the loop goes over have what is read: the code that reads is that of another class. */
    private boolean leadsElsewhere(LoopRead read, Origin.Rows rows, Value value) {
        return !value.path().isEmpty() && !world.types().mayHave(rows.query().entity(), value.path().get(0))
                && !world.types().mayHave(read.rootEntity, read.path.get(0));
    }

    private void openReadsOfCallees(CallEvent event) {
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.OpenRead open : List.copyOf(world.summary(target).openReads)) {
                Optional<List<Condition>> required = requirements.seenFrom(event, target, open.required());
                if (required.isEmpty()) {
                    continue;
                }
                List<Hop> callers = new ArrayList<>(open.callers());
                callers.add(0, new Hop(event.place, target.label()));
                Set<Value> values = resolver.substitute(open.value(), event);
                values.removeIf(value -> loaded.contains(value, event.region));
                values.forEach(value -> loaded.add(value, event.region));
                boolean known = values.stream().anyMatch(value -> value.isSingle() || !value.endsWith(open.read().path)
                        || value.origin() instanceof Origin.Rows rows
                        && world.plans().isLoaded(rows.query(), value.path()));
                if (known) {
                    values.forEach(value -> told.origin(open.read(), value, flow));
                    facts.remark(() -> open.read().loadedSomewhere = true);
                    continue;
                }
                values.forEach(value -> settle(open.read(), value, event, callers, required.get()));
                if (values.isEmpty()) {
                    facts.remark(() -> open.read().unknownSomewhere = true);
                }
            }
        }
    }

    /** A lazy association that an event loads. */
    private record Touch(Value value, List<Hop> chain, boolean ambiguous, boolean collection, List<Condition> required) {

        /** Whether the value is of the kind that was used: a collection, or an entity. */
        boolean fits() {
            return value.last().map(last -> last.cardinality().isToOne() != collection).orElse(true);
        }
    }

    private List<Touch> touches(CallEvent event) {
        List<Touch> found = new ArrayList<>();
        Set<Value> loadedByQuery = new LinkedHashSet<>();
        Hop here = new Hop(event.place, event.text);
        for (Value value : resolver.resolve(event.receiver)) {
            boolean collection = Touching.ofCollection(event, world);
            if (Touching.receiver(event, value, world)) {
                add(found, loadedByQuery, new Touch(value, List.of(here), false, collection, event.required));
            }
        }
        if (Touching.readsArguments(event) && world.targets(event, flow).isEmpty()) {
            for (Set<Value> argument : event.arguments) {
                for (Value value : resolver.resolve(argument)) {
                    add(found, loadedByQuery, new Touch(value, List.of(here), false, true, event.required));
                }
            }
        }
        boolean ambiguous = world.reach(event, flow) != Reach.SURE;
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.Read read : world.summary(target).reads) {
                Optional<List<Condition>> required = requirements.seenFrom(event, target, read.required());
                if (required.isEmpty()) {
                    told.leftOut(event, read);
                    continue;
                }
                Set<Value> values = read.value().origin() instanceof Origin.Rows ? carried.at(event, read.value())
                        : resolver.substitute(read.value(), event);
                for (Value value : values) {
                    add(found, loadedByQuery, new Touch(amongParts(value, read.value(), event),
                            Sending.chain(event, target, read.chain()), ambiguous || read.ambiguous(), read.collection(),
                            required.get()));
                }
            }
        }
        found.removeIf(touch -> loadedByQuery.stream().anyMatch(loaded -> isLoadedAs(loaded, touch, event)));
        return found;
    }

    /** Of rows that the object carries each caller has its own, so they are told apart there. */
    private boolean isLoadedAs(Value loaded, Touch touch, CallEvent event) {
        boolean same = loaded.path().equals(touch.value.path())
                && (countedLoop(touch.value, event) != null || !carried.isCarried(touch.value));
        if (same) {
            told.costsNothing(event, touch.value, touch.chain, "a query has loaded it");
        }
        return same;
    }

    /** What is read of each of many parts of the one object that an event reads. */
    private static Value amongParts(Value value, Value read, CallEvent event) {
        boolean many = event.parts != null && read.path().stream().limit(Math.max(0, read.path().size() - 1))
                .anyMatch(each -> !each.cardinality().isToOne());
        return many ? value.elementOf(event.parts) : value;
    }

    /** Where one of several queries behind a value has loaded the association, it may well be loaded. */
    private void add(List<Touch> found, Set<Value> loadedByQuery, Touch touch) {
        boolean own = touch.value.last().isPresent() || touch.value.origin() instanceof Origin.Parameter parameter
                && parameter.index() >= 0 && !parameter.entity().isEmpty();
        if (!own || !touch.fits()) {
            return;
        }
        if (touch.value.origin() instanceof Origin.Rows rows && world.plans().isLoaded(rows.query(), touch.value.path())) {
            loadedByQuery.add(touch.value);
        }
        found.add(touch);
    }
}
