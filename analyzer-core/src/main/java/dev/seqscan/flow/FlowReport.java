package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.finding.Step;
import dev.seqscan.finding.Trail.About;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Turns what the analysis found into facts that rules can read, with the chain of evidence spelled out. */
final class FlowReport {

    /** Who sends more in each turn has people wait for the start. */
    private static final int FEW_STATEMENTS = 3;
    /** A reader looks at the first ways to the database; a message with more links is not read. */
    private static final int MOST_OTHERS = 3;

    private final List<MethodFlow> flows;
    private final World world;
    private final Callers callers;
    private final OuterTransactions transactions;
    private final PageOrigins pages;
    private final ResultUses results;
    private final Map<CallEvent, QueryUse> useOf = new LinkedHashMap<>();
    private final LoopNesting nesting;
    private final Set<String> unusedMethods;
    private final Set<String> vagueMethods;
    private final Set<String> madeOfRecords;

    FlowReport(List<MethodFlow> flows, World world, Callers callers, Set<String> unusedMethods, Set<String> vagueMethods) {
        this.unusedMethods = unusedMethods;
        this.vagueMethods = vagueMethods;
        this.flows = flows;
        this.world = world;
        this.madeOfRecords = RecordMappers.madeClasses(flows, world.types());
        this.callers = callers;
        this.transactions = new OuterTransactions(world, callers);
        this.nesting = new LoopNesting(world, callers, unusedMethods);
        this.pages = new PageOrigins(callers);
        this.results = new ResultUses(callers);
    }

    Flow report(LoopFacts facts, TreeMap<String, Integer> counts) {
        List<QueryUse> uses = uses();
        List<RepeatedStatement> statements = new ArrayList<>();
        HandedRows handed = new HandedRows(world, callers, facts);
        facts.statements().forEach(each -> {
            List<Summary.Send> sends = handed.sent(each);
            if (!sends.isEmpty()) {
                statements.add(statement(each, sends));
            }
        });
        List<RepeatedRead> reads = new ArrayList<>();
        grouped(facts).forEach(each -> read(each, uses).ifPresent(reads::add));
        statements.sort(Comparator.comparing(each -> each.site().place()));
        reads.sort(Comparator.comparing(each -> each.site().place()));
        counts.put("calls that send a statement", uses.size());
        List<Insertion> insertions = new Insertions(flows, callers, facts, nesting).all();
        return new Flow(List.copyOf(statements), List.copyOf(reads), uses,
                new RowReport(flows, world, this::site, useOf).report(), new FilledLists(world, callers, useOf).report(flows),
                this::methods, unusedMethods,
                vagueMethods, insertions, counts);
    }

    private List<FollowedMethod> methods() {
        List<FollowedMethod> methods = new ArrayList<>();
        for (MethodFlow flow : flows) {
            List<String> callees = flow.calls.stream().flatMap(event -> world.targets(event, flow).stream())
                    .map(target -> target.key).distinct().sorted().toList();
            List<Place> queries = flow.calls.stream().flatMap(event -> event.query.stream()).map(Query::place)
                    .distinct().sorted().toList();
            methods.add(new FollowedMethod(flow.key, flow.owner.place(flow.method.span()), callees, queries));
        }
        methods.sort(Comparator.comparing(FollowedMethod::key).thenComparing(FollowedMethod::place));
        return List.copyOf(methods);
    }

    private List<QueryUse> uses() {
        for (MethodFlow flow : flows) {
            for (CallEvent event : flow.calls) {
                if (event.query.isPresent()) {
                    useOf.put(event, new QueryUse(site(flow, event), event.query.get(), pages.page(flow, event),
                            flow.owner.module().directory(), event.given, callers.runsAtStart(flow, event.region),
                            results.of(flow, event)));
                }
            }
        }
        List<QueryUse> uses = new ArrayList<>(useOf.values());
        uses.sort(Comparator.comparing((QueryUse each) -> each.site().place()).thenComparing(each -> each.query().label()));
        return List.copyOf(uses);
    }

    private Site site(MethodFlow flow, CallEvent event) {
        return new Site(event.place, flow.key, event.text, flow.owner.file().generated(), callers.entryPointOf(flow));
    }

    private RepeatedStatement statement(LoopFacts.LoopStatement found, List<Summary.Send> sent) {
        List<Summary.Send> sends = sent.stream().sorted(Comparator.comparing((Summary.Send send) -> isObscure(send.query()))
                .thenComparing(send -> send.query().writes())
                .thenComparing(found.same()::contains)
                .thenComparing(send -> Hop.choices(send.chain()) > RepeatedStatement.MOST_CHOICES)
                .thenComparing(Summary.Send::conditional)).toList();
        List<Query> queries = sends.stream().map(Summary.Send::query).toList();
        Summary.Send nearest = sends.get(0);
        List<Step> chain = new ArrayList<>();
        chain.add(loopStep(found.head()));
        List<Hop> hops = nearest.chain();
        for (int i = 0; i < hops.size(); i++) {
            boolean last = i == hops.size() - 1;
            chain.add(new Step(hops.get(i).place(), last ? "sends " + nearest.query().label() : "calls " + hops.get(i).text()));
        }
        Loop loop = loop(found.head(), found.flow(), found.loop(), found.event().place);
        return new RepeatedStatement(site(found.flow(), found.event()), loop, queries, List.copyOf(chain),
                Hop.choices(nearest.chain()), nearest.reach(), nearest.written(), found.same().containsAll(sends),
                found.transaction() || transactions.surround(found.flow()), circumstance(found));
    }

    /** A text that is not understood says least of the loop. */
    private static boolean isObscure(Query query) {
        return query.shape().command() == QueryShape.Command.OTHER && query.kind() == Query.Kind.SQL;
    }

    private Optional<Circumstance> circumstance(LoopFacts.LoopStatement found) {
        Optional<Circumstance> circumstance = found.turns().or(() -> circumstance(found.flow(), found.loop()))
                .or(() -> found.event().afterFailure ? Optional.of(Circumstance.FAILED) : Optional.empty())
                .filter(each -> each != Circumstance.AT_START || found.sends().size() <= FEW_STATEMENTS);
        circumstance.ifPresent(each -> world.trail().note(found.event().place, About.LOOP,
                () -> "a finding in the " + ValueText.loop(found.head()) + " is only possible: " + each.doubt()));
        return circumstance;
    }

    private Optional<Circumstance> circumstance(MethodFlow flow, Region loop) {
        if (loop.afterFailure || callers.runsAfterFailure(flow)) {
            return Optional.of(Circumstance.AFTER_FAILURE);
        }
        return callers.runsAtStart(flow, loop) ? Optional.of(Circumstance.AT_START) : Optional.empty();
    }

    private Loop loop(LoopHead head, MethodFlow flow, Region region, Place place) {
        String element = head.iterated().stream().map(Value::entity).filter(each -> !each.isEmpty()).findFirst().orElse("");
        Turns turns = nesting.turns(flow, region);
        world.trail().note(place, About.LOOP, () -> "the " + ValueText.loop(head) + ", with those around it, " + turns.text());
        return new Loop(head.form(), head.place(), head.size(), nesting.around(flow, region), element, turns);
    }

    private static Step loopStep(LoopHead head) {
        return new Step(head.place(), head.form() + " over " + head.size());
    }

    private record Group(Region loop, CallEvent event) {
    }

    /** Several associations behind one call are one finding. */
    private static List<LoopRead> grouped(LoopFacts facts) {
        Map<Group, LoopRead> first = new LinkedHashMap<>();
        for (LoopRead read : facts.reads()) {
            LoopRead before = first.putIfAbsent(new Group(read.loop, read.event), read);
            if (before != null && before != read) {
                merge(before, read);
            }
        }
        return List.copyOf(first.values());
    }

    private static void merge(LoopRead into, LoopRead other) {
        if (!other.unloaded.isEmpty() || into.unloaded.isEmpty()) {
            into.also.add(other);
        }
        if (into.unloaded.isEmpty() && into.loadedSomewhere && !other.unloaded.isEmpty()) {
            into.replacement = other;
        }
    }

    private Optional<RepeatedRead> read(LoopRead found, List<QueryUse> uses) {
        LoopRead read = found.replacement != null ? found.replacement : found;
        boolean reachable = callers.isReachable(read.flow);
        if (!read.unloaded.isEmpty()) {
            Map.Entry<Origin.Rows, LoopRead.Way> origin = read.unloaded.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<Origin.Rows, LoopRead.Way> entry) -> !entry.getKey().query().isPlanKnown())
                            .thenComparing(entry -> entry.getKey().call().place)).orElseThrow();
            return Optional.of(build(read, Optional.of(origin.getKey().query()), origin.getValue().path(), chain(read, origin),
                    reachable, Optional.empty()));
        }
        boolean open = read.unknownSomewhere || read.leftOpen && reachable;
        if (!open || read.loadedSomewhere && !read.unknownSomewhere) {
            told(read, read.loadedSomewhere ? "is loaded on each way that is known" : "comes from callers, none of which gives rows");
            return Optional.empty();
        }
        Optional<Query> unplanned = uses.stream().map(QueryUse::query)
                .filter(query -> world.types().areYielded(query, read.rootEntity) && isForMany(query, read)
                        && !world.plans().isLoaded(query, read.path)).findFirst();
        if (unplanned.isEmpty()) {
            told(read, "is of unknown origin, and no query of the program yields such rows without it");
        }
        boolean likely = reachable && !read.loadedSomewhere && !madeOfRecords.contains(read.rootEntity);
        return unplanned.map(query -> build(read, Optional.empty(), read.path, chain(read), likely, unplanned));
    }

    /** The one row that a query gives tells nothing of a list of such rows, but of the parts that one row has. */
    private static boolean isForMany(Query query, LoopRead read) {
        return query.rows() != Query.Rows.ONE || read.path.stream().limit(Math.max(0, read.path.size() - 1))
                .anyMatch(each -> !each.cardinality().isToOne());
    }

    private void told(LoopRead read, String reason) {
        world.trail().note(read.event.place, About.ASSOCIATION, () -> read.association.label() + " is not reported: it " + reason);
    }

    private RepeatedRead build(LoopRead read, Optional<Query> origin, List<Association> walked, List<Step> chain,
            boolean reachable, Optional<Query> unplanned) {
        List<Association> associations = new ArrayList<>(List.of(read.association));
        List<Step> others = new ArrayList<>();
        for (LoopRead each : read.also) {
            if (!associations.contains(each.association)) {
                associations.add(each.association);
                others.add(new Step(each.place(), each.association.label() + " is read here"));
            }
        }
        String path = String.join(".", walked.stream().map(Association::name).toList());
        boolean joinable = world.types().bags(walked, origin.or(() -> unplanned)) < 2;
        Loop loop = loop(read.head, read.flow, read.loop, read.event.place);
        return new RepeatedRead(site(read.flow, read.event), loop, List.copyOf(associations), read.rootEntity, path,
                origin, chain, others.stream().limit(MOST_OTHERS).toList(), read.ambiguous, reachable, unplanned, joinable,
                read.event.serialises, read.sought ? Optional.of(Circumstance.SOUGHT) : Optional.empty());
    }

    private static List<Step> chain(LoopRead read, Map.Entry<Origin.Rows, LoopRead.Way> origin) {
        List<Step> steps = new ArrayList<>();
        Place query = origin.getKey().call().place;
        steps.add(new Step(query, origin.getKey().query().label() + " loads the rows"));
        origin.getValue().callers().forEach(hop -> steps.add(new Step(hop.place(), "hands them to " + hop.text())));
        steps.addAll(chain(read));
        return List.copyOf(steps);
    }

    private static List<Step> chain(LoopRead read) {
        List<Step> steps = new ArrayList<>();
        steps.add(loopStep(read.head));
        for (int i = 0; i < read.chain.size(); i++) {
            boolean last = i == read.chain.size() - 1;
            Hop hop = read.chain.get(i);
            steps.add(new Step(hop.place(), last ? hop.text() + " reads " + read.association.label() : "calls " + hop.text()));
        }
        return steps;
    }
}
