package dev.seqscan.flow;

import dev.seqscan.config.UserMethod;
import dev.seqscan.finding.Trail.About;
import dev.seqscan.query.Query;
import dev.seqscan.source.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the statements that the calls of a method send, the loops in which they repeat, and what callers have to know. */
final class Sending {

    private static final String LOADED = " sends nothing: the row is in the persistence context or in the second level cache";

    private static final String LEFT_OUT = " is not sent: the arguments of the call lead past it";

    /**
     * A statement that a call sends.
     *
     * @param limits while the value of one of these stays the same, it is sent once
     * @param kept what keeps the result
     * @param frames the transactions and contexts of their own in which it is sent
     * @param exemptions the loops that do not repeat it
     * @param question what that hangs on what is asked; empty where it is not known
     */
    record Sent(Summary.Send send, List<Dependence> limits, List<Hanging.Held> kept, List<Frame> frames,
            List<Exemption> exemptions, Optional<Dependence> question) {

        /** The same in a job of its own: a loop that starts jobs does not wait for their statements. */
        Sent apart() {
            return new Sent(new Summary.Send(send.query(), send.chain(), Reach.VAGUE, send.once(), send.key(),
                    send.rows(), send.written(), send.parameter(), send.required(), send.frames(), send.exemptions(),
                    send.conditional(), send.question()), limits, kept, frames, exemptions, question);
        }

        /** The same with more that it runs in. */
        Sent within(List<Frame> more) {
            List<Frame> all = Stream.concat(frames.stream(), more.stream()).toList();
            return new Sent(new Summary.Send(send.query(), send.chain(), send.reach(), send.once(), send.key(),
                    send.rows(), send.written(), send.parameter(), send.required(), Frames.outside(all), send.exemptions(),
                    send.conditional(), send.question()), limits, kept, all, exemptions, question);
        }

        boolean repeatsIn(Region loop) {
            return limits.stream().allMatch(limit -> limit.variesIn(loop)) && kept.stream().noneMatch(each -> each.spares(loop));
        }
    }

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings;
    private final Resolver resolver;
    private final HeldRows held;
    private final Requirements requirements;
    private final Frames frames;
    private final Tasks tasks;
    private final Map<CallEvent, List<Sent>> sent = new IdentityHashMap<>();
    private final LoopPaces paces;

    Sending(MethodFlow flow, World world, Bindings bindings, Resolver resolver) {
        this.flow = flow;
        this.world = world;
        this.bindings = bindings;
        this.resolver = resolver;
        this.requirements = new Requirements(world, flow);
        this.held = new HeldRows(flow, world, resolver);
        this.frames = new Frames(flow, world, bindings);
        this.tasks = new Tasks(flow, world, bindings);
        flow.calls.forEach(event -> sent.put(event, sentBy(event)));
        this.paces = new LoopPaces(flow, world, sent);
    }

    boolean isPolling(Region loop) {
        return paces.polling().contains(loop) || paces.paced().contains(loop);
    }

    private List<Sent> sentBy(CallEvent event) {
        if (world.library().said(event.target).filter(UserMethod::spares).isPresent()) {
            told(event, () -> event.text + " sends nothing in each turn: the settings say that it is cached, or loads in batches");
            return List.of();
        }
        if (event.query.isPresent()) {
            return own(event, event.query.get());
        }
        List<Sent> found = new ArrayList<>();
        Reach reach = world.reach(event, flow);
        for (MethodFlow target : world.targets(event, flow)) {
            for (Summary.Send send : world.summary(target).sends) {
                boolean room = found.size() < Summary.MOST_SENDS && hasRoom(send.chain());
                Optional<List<Condition>> required = requirements.seenFrom(event, target, send.required());
                if (required.isEmpty() || isGiven(event, send) || held.sparesManaged(event, send)) {
                    told(event, () -> send.query().label() + LEFT_OUT);
                } else if (room && held.contain(event, send)) {
                    told(event, () -> send.query().label() + LOADED);
                } else if (room) {
                    found.add(passedOn(event, target, send, reach, required.get()));
                }
            }
        }
        return found;
    }

    /** Whether it is sent only if an argument is missing, which the same statement has loaded before. */
    private boolean isGiven(CallEvent event, Summary.Send send) {
        return send.required().stream().filter(each -> each.equal() && each.value().equals(KnownValues.NULL))
                .map(each -> event.hanging.loaded().getOrDefault(each.parameter(), List.of()))
                .anyMatch(calls -> !calls.isEmpty() && calls.stream().allMatch(call -> hasSent(call, send.query())));
    }

    private boolean hasSent(Place call, Query query) {
        return sent.entrySet().stream().filter(each -> each.getKey().place.equals(call)).flatMap(each -> each.getValue().stream())
                .anyMatch(each -> each.send().query().place().equals(query.place()) && each.send().query().label().equals(query.label()));
    }

    private List<Sent> own(CallEvent event, Query query) {
        if (query.cached()) {
            told(event, () -> query.label() + " asks the query cache first, so it is not counted");
            return List.of();
        }
        if (!query.isOfRows()) {
            told(event, () -> query.label() + " is not about rows of the application: a definition, a setting, or the catalogue");
            return List.of();
        }
        boolean lookup = query.kind() == Query.Kind.LOOKUP_BY_ID;
        int key = lookup ? keyArgument(event) : Summary.NO_KEY;
        WrittenValues written = query.writes() ? WrittenValues.of(event, resolver) : WrittenValues.UNKNOWN;
        event.given = new Given(written.known(), event.given.elements(), event.given.few());
        Summary.Send plain = new Summary.Send(query, List.of(new Hop(event.place, query.label(), flow.forwards())), Reach.SURE,
                List.of(), key, Set.of(), written.known(), written.parameter(), event.required, List.of(), List.of(), false,
                Optional.empty());
        if (lookup && held.contain(event, plain)) {
            told(event, () -> query.label() + LOADED);
            return List.of();
        }
        List<Dependence> limits = new ArrayList<>();
        List<Set<Integer>> once = new ArrayList<>();
        if (lookup) {
            limits.add(event.hanging.ofArguments());
            once.add(event.hanging.ofArguments().parameters());
        }
        List<Hanging.Held> kept = kept(event, query, once);
        int passed = event.hanging.passed().getOrDefault(key, Summary.NO_KEY);
        List<Frame> around = frames.around(event.region);
        Optional<Dependence> question = Questions.of(event, query, world.isDeclared(event.target.owner(), flow));
        return List.of(new Sent(new Summary.Send(query, plain.chain(), Reach.SURE, once, passed,
                held.ofParameters(event, plain), plain.written(), plain.parameter(), event.required,
                Frames.outside(around), forCallers(event.exemptions), isConditional(event), parameters(question)), limits, kept,
                around, event.exemptions, question));
    }

    private static boolean isConditional(CallEvent event) {
        return event.conditional || event.afterFailure;
    }

    /** What changes in a loop of the method changes for its callers, too. */
    private static Optional<Set<Integer>> parameters(Optional<Dependence> question) {
        return question.filter(each -> each.regions().isEmpty()).map(Dependence::parameters);
    }

    private static List<Exemption> forCallers(List<Exemption> exemptions) {
        return exemptions.stream().filter(Exemption::reachesCallers).toList();
    }

    /** The identifier comes after the class, where one is given. */
    private static int keyArgument(CallEvent event) {
        boolean typed = event.target != null && event.target.parameters().size() > 1
                && event.target.parameters().get(0).className().equals("java.lang.Class");
        return typed ? 1 : 0;
    }

    private Sent passedOn(CallEvent event, MethodFlow target, Summary.Send send, Reach reach, List<Condition> required) {
        List<Dependence> limits = new ArrayList<>();
        List<Set<Integer>> once = new ArrayList<>();
        for (Set<Integer> parameters : send.once()) {
            Dependence all = parameters.stream().map(event.hanging::of).reduce(Dependence.NONE, Dependence::and);
            limits.add(all);
            once.add(all.parameters());
        }
        List<Hanging.Held> kept = kept(event, send.query(), once);
        int key = event.hanging.passed().getOrDefault(send.key(), Summary.NO_KEY);
        WrittenValues written = new WrittenValues(send.written(), send.parameter()).seenFrom(event, resolver);
        List<Frame> around = frames.of(event, target, send.frames());
        Query named = StatementName.seenFrom(event, target, send.query());
        Query query = named.writing().identifiersBlockBatch() && frames.beginsWhereNone(event, target)
                ? named.with(named.writing().inOwnTransaction()) : named;
        Optional<Dependence> question = Questions.seenFrom(event, send.question());
        List<Exemption> exemptions = Stream.concat(event.exemptions.stream(),
                send.exemptions().stream().map(each -> each.seenFrom(event))).toList();
        return new Sent(new Summary.Send(query, chain(event, target, send.chain(), flow.forwards()), reach.and(send.reach()),
                List.copyOf(once), key, held.ofParameters(event, send), written.known(), written.parameter(), required,
                Frames.outside(around), forCallers(exemptions), isConditional(event) || send.conditional(), parameters(question)),
                limits, kept, around, exemptions, question);
    }

    /** What is kept after it was read is read once; what is written for each key of this run is written each time. */
    private static List<Hanging.Held> kept(CallEvent event, Query query, List<Set<Integer>> once) {
        List<Hanging.Held> kept = event.hanging.guards().stream().filter(each -> !query.writes() || each.outlives()).toList();
        kept.stream().filter(each -> !each.local()).forEach(each -> once.add(each.on().parameters()));
        return kept;
    }

    private static boolean hasRoom(List<Hop> chain) {
        return chain.size() < Summary.LONGEST_CHAIN
                || chain.size() < Summary.LONGEST_FORWARDED && Hop.choices(chain) < Summary.LONGEST_CHAIN;
    }

    static List<Hop> chain(CallEvent event, MethodFlow target, List<Hop> rest) {
        return chain(event, target, rest, false);
    }

    private static List<Hop> chain(CallEvent event, MethodFlow target, List<Hop> rest, boolean forwards) {
        List<Hop> longer = new ArrayList<>();
        longer.add(new Hop(event.place, target.label(), forwards));
        longer.addAll(rest);
        return List.copyOf(longer);
    }

    /** Reports what repeats in loops of this method, and adds the rest to its summary. */
    void settle(Summary summary, LoopFacts facts) {
        summary.waits = flow.calls.stream().anyMatch(event -> event.region.kind == Region.Kind.METHOD && LoopPaces.sleeps(event));
        for (CallEvent event : flow.calls) {
            List<Frame> around = inPortions(event.region);
            List<Sent> all = around.isEmpty() ? sent.get(event) : sent.get(event).stream().map(each -> each.within(around)).toList();
            if (!all.isEmpty() && !runs(event.region, null, LibraryKnowledge.Calls.MEMO)) {
                settle(event, all, summary, facts);
            }
        }
    }

    private void settle(CallEvent event, List<Sent> all, Summary summary, LoopFacts facts) {
        Map<Region, List<Sent>> byLoop = new LinkedHashMap<>();
        for (Sent each : all) {
            Region loop = bindings.loopAround(event.region, paces.polling(), around -> leftOut(event, each, around));
            boolean apart = runs(event.region, loop, LibraryKnowledge.Calls.APART);
            Sent found = apart ? each.apart() : each;
            if (loop != null) {
                byLoop.computeIfAbsent(loop, key -> new ArrayList<>()).add(found);
            } else if (summary.sends.size() < Summary.MOST_SENDS) {
                summary.sends.add(found.send());
            }
        }
        if (byLoop.isEmpty()) {
            forSought(event, all, facts);
        }
        byLoop.keySet().stream().max(Comparator.comparingInt(loop -> loop.depth)).ifPresent(loop -> {
            if (!(event.decidesExit && loop.kind == Region.Kind.LOOP)) {
                List<Sent> sends = besidePortions(loop, byLoop.get(loop));
                facts.statement(new LoopFacts.LoopStatement(flow, loop, bindings.head(loop), event,
                        sends.stream().map(Sent::send).toList(), ofEachTurn(event, loop, sends), frames.beginAround(loop),
                        asksSame(event, sends, loop)));
            } else {
                told(event, () -> "what it gives decides when the loop ends: polling, retry or paging, which is not reported");
            }
        });
    }

    /** The loops around a region that go from portion to portion. */
    private List<Frame> inPortions(Region region) {
        List<Frame> found = new ArrayList<>();
        for (Region each = region; each.parent != null; each = each.parent) {
            if (paces.portions().contains(each)) {
                found.add(Frame.portions(each.parent));
            }
        }
        return found;
    }

    /** What no other loop repeats may still be sent for more than one of the elements that a loop looks for. */
    private void forSought(CallEvent event, List<Sent> all, LoopFacts facts) {
        Region loop = bindings.loopAround(event.region, paces.polling(), around -> all.stream()
                .map(each -> bindings.isForSought(event, around) ? whyOnce(event, each, around) : LoopHeads.SEARCH)
                .filter(reason -> !reason.isEmpty()).findFirst().orElse(""));
        if (loop != null && !event.decidesExit) {
            facts.statement(new LoopFacts.LoopStatement(flow, loop, bindings.head(loop), event,
                    all.stream().map(Sent::send).toList(), Optional.of(Circumstance.SOUGHT), frames.beginAround(loop),
                    asksSame(event, all, loop)));
        }
    }

    /** The statements with which each turn of a loop asks the same. */
    private static Set<Summary.Send> asksSame(CallEvent event, List<Sent> sends, Region loop) {
        return event.query.isEmpty() && event.arguments.isEmpty() ? Set.of()
                : sends.stream().filter(each -> each.question().filter(question -> !question.variesIn(loop)).isPresent())
                .map(Sent::send).collect(Collectors.toUnmodifiableSet());
    }

    /** A few portions beside many other statements of a turn are not what is reported; beside portions others weigh little. */
    private List<Sent> besidePortions(Region loop, List<Sent> sends) {
        List<Sent> others = sends.stream().filter(each -> !isPortion(loop, each)).toList();
        List<Sent> portionwise = sends.stream().filter(each -> isPortion(loop, each)).toList();
        return portionwise.size() < others.size() ? others : portionwise.isEmpty() ? sends : portionwise;
    }

    private boolean isPortion(Region loop, Sent each) {
        return frames.ofEachTurn(loop, each.frames()).filter(Circumstance.IN_PORTIONS::equals).isPresent();
    }

    /** What each turn has of its own, if all that is sent is sent so. */
    private Optional<Circumstance> ofEachTurn(CallEvent event, Region loop, List<Sent> sends) {
        if (sends.stream().allMatch(each -> each.send().query().writes()) && tasks.end(event, loop)) {
            return Optional.of(Circumstance.OWN_TASK);
        }
        List<Optional<Circumstance>> found = sends.stream().map(each -> frames.ofEachTurn(loop, each.frames())).toList();
        return found.stream().allMatch(Optional::isPresent) ? found.get(0) : Optional.empty();
    }

    private String leftOut(CallEvent event, Sent each, Region around) {
        String once = whyOnce(event, each, around);
        String reason = once.isEmpty() && bindings.isForSought(event, around) ? LoopHeads.SOUGHT : once;
        if (!reason.isEmpty()) {
            world.trail().note(event.place, About.LOOP, () -> ValueText.loop(bindings.head(around)) + " does not count for "
                    + each.send().query().label() + ": " + reason);
        }
        return reason;
    }

    /** Why a call sends a statement once in a loop, or a number of times that does not grow; empty where each turn does. */
    private String whyOnce(CallEvent event, Sent each, Region around) {
        if (paces.paced().contains(around)) {
            return LoopHeads.PACED;
        }
        if (around.takesGroups && each.send().query().acceptsMany()) {
            return LoopHeads.CHUNKED;
        }
        if (event.leaves(around)) {
            return "the loop is left right after the call";
        }
        if (event.matched.contains(around)) {
            return LoopHeads.SEARCH;
        }
        if (LoopPaces.pagesIn(event, around)) {
            return LoopHeads.PAGING;
        }
        Optional<Exemption> exempt = each.exemptions().stream().filter(one -> one.isFrom(around)).findFirst();
        if (exempt.isPresent()) {
            return exempt.get().reason();
        }
        if (isOverComponents(event, around)) {
            return "it goes over components, whose number is fixed";
        }
        return each.repeatsIn(around) ? "" : "it is sent once for the same key, or its result is kept";
    }

    private void told(CallEvent event, Supplier<String> conclusion) {
        world.trail().note(event.place, About.STATEMENT, conclusion);
    }


    /**
     * A loop that calls each of its elements, which are no entities and no data, goes over components: handlers, data
     * access objects, strategies. Their number is fixed when the program is built.
     */
    private boolean isOverComponents(CallEvent event, Region loop) {
        return event.receiverVariesIn == loop && event.onElement && event.target != null
                && !world.types().isMapped(event.target.receiver().className())
                && !world.library().isContainer(event.target.receiver())
                && (event.query.isPresent() ? isRepository(event) : !world.targets(event, flow).isEmpty());
    }

    private static boolean isRepository(CallEvent event) {
        Query.Kind kind = event.query.orElseThrow().kind();
        return kind == Query.Kind.DERIVED || kind == Query.Kind.CRUD || kind == Query.Kind.LOOKUP_BY_ID;
    }

    /** Whether a region is part of a function, within another region or anywhere, that is called in some way. */
    private boolean runs(Region region, Region within, LibraryKnowledge.Calls calls) {
        for (Region each = region; each != null && each != within; each = each.parent) {
            if (each.kind == Region.Kind.FUNCTION && bindings.of(each).calls == calls) {
                return true;
            }
        }
        return false;
    }
}
