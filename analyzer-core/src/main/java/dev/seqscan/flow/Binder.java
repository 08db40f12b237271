package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.made.MadeBodies;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds out who calls the functions of a body: library methods, methods of the program, or the body itself. */
final class Binder {

    private static final Set<String> FINAL = Set.of("java.lang.String", "java.lang.Boolean", "java.lang.Character", "java.lang.Byte",
            "java.lang.Short", "java.lang.Integer", "java.lang.Long", "java.lang.Float", "java.lang.Double", "java.lang.Class",
            "java.util.UUID");

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings;
    private final Summary summary;
    private final Frames frames;
    private Set<Region> paging;

    Binder(MethodFlow flow, World world, Bindings bindings, Summary summary) {
        this.flow = flow;
        this.world = world;
        this.bindings = bindings;
        this.summary = summary;
        this.frames = new Frames(flow, world, bindings);
    }

    /** Two rounds where there are functions, since what one is given may hang on what another one returns. */
    void bind() {
        int rounds = flow.regions.stream().anyMatch(each -> each.kind == Region.Kind.FUNCTION) ? 2 : 1;
        for (int round = 0; round < rounds; round++) {
            Resolver resolver = new Resolver(flow, world, bindings);
            for (CallEvent event : flow.calls) {
                bind(event, resolver);
            }
        }
    }

    private void bind(CallEvent event, Resolver resolver) {
        callOfFunction(event, resolver);
        passedOn(event, resolver);
        for (int i = 0; i < event.arguments.size(); i++) {
            for (Value value : resolver.resolve(event.arguments.get(i))) {
                if (value.origin() instanceof Origin.Function function) {
                    passed(event, i, function.region(), resolver);
                }
            }
        }
    }

    private void passed(CallEvent event, int index, Region function, Resolver resolver) {
        boolean said = world.library().saidCalls(event.target).isPresent();
        List<MethodFlow> targets = event.query.isPresent() || said ? List.of() : world.targets(event, flow);
        if (targets.isEmpty()) {
            LibraryKnowledge.Calls calls = libraryCalls(event);
            LoopHead head = head(event, function, resolver);
            bindings.bind(function, calls, said ? head.from(ElementSource.MANY) : head, given(event, function, resolver));
            bindings.of(function).frames.addAll(frames.ofLibrary(event));
            bindings.of(function).task |= event.target != null && world.library().startsTask(event.target);
            bindings.of(function).sought |= event.stageSought;
            bindings.of(function).atOnce |= world.library().runsAtOnce(event.target);
            return;
        }
        for (MethodFlow target : targets) {
            Summary.Invocation invocation = world.summary(target).invocations.get(index);
            if (invocation != null) {
                LoopHead head = head(event, function, resolver)
                        .from(invocation.over().map(event.hanging::source).orElseGet(() -> besides(event, index)));
                String few = invocation.over().map(event::exclusionOf).orElse("");
                bindings.bind(function, invocation.calls(), few.isEmpty() ? head : head.excluded(few),
                        resolver.substituteAll(invocation.arguments(), event));
                bindings.of(function).frames.addAll(frames.ofFunction(event, index, target, invocation));
                invocation.turns().ifPresent(turns -> bindings.of(function).turns = turns);
            } else if (MadeBodies.isMade(target.method)) {
                bindings.bind(function, LibraryKnowledge.Calls.APART, head(event, function, resolver), List.of());
            }
        }
    }

    /** Where a helper's elements come from that are no list it is given: rows, where another function that it is given reads some. */
    private ElementSource besides(CallEvent event, int index) {
        boolean rows = IntStream.range(0, event.arguments.size()).anyMatch(other -> other != index && flow.readsRows(event, other));
        return rows ? ElementSource.MANY : ElementSource.ELSEWHERE;
    }

    private LibraryKnowledge.Calls libraryCalls(CallEvent event) {
        CallTarget target = event.target;
        Optional<LibraryKnowledge.Calls> said = world.library().saidCalls(target);
        if (said.isPresent()) {
            return said.get();
        }
        if (event.query.isEmpty() && (target == null || isMadeBuilder(target) || isMadeConstructor(target))) {
            return LibraryKnowledge.Calls.APART;
        }
        if (target != null && target.isStatic() && world.library().lists(target.owner(), target.name())) {
            return LibraryKnowledge.Calls.APART;
        }
        if (event.query.isPresent() && event.query.get().rows() == Query.Rows.MANY) {
            return LibraryKnowledge.Calls.MANY;
        }
        return target == null ? LibraryKnowledge.Calls.ONCE
                : world.library().calls(target.owner(), target.name(), target.receiver());
    }

    /** What a builder that nobody wrote is given it keeps for later; so may a method that is not known. */
    private boolean isMadeBuilder(CallTarget target) {
        String owner = target.owner();
        int last = owner.lastIndexOf('.');
        return owner.endsWith("Builder") && last > 0 && !world.isRead(owner) && (world.isRead(owner.substring(0, last))
                || world.isRead(owner.substring(0, owner.length() - "Builder".length())));
    }

    /** So does a constructor that nobody wrote, of a class whose source was read. */
    private boolean isMadeConstructor(CallTarget target) {
        return target.name().equals(MethodDeclaration.CONSTRUCTOR) && world.isRead(target.owner());
    }

    private LoopHead head(CallEvent event, Region function, Resolver resolver) {
        String name = event.target == null ? event.text : event.target.name();
        String exclusion = event.exclusion.isEmpty() && function.takesChunks ? LoopHeads.CHUNKED : event.exclusion;
        return new LoopHead("call of " + name, event.place, elements(event, name), resolver.resolve(event.receiver),
                exclusion, event.elements);
    }

    /** {@code orders.stream().map(..)} goes over {@code orders}. */
    private static String elements(CallEvent event, String method) {
        String text = event.text;
        int call = event.target != null && event.target.isStatic() ? -1 : text.lastIndexOf("." + method);
        String receiver = call > 0 ? text.substring(0, call) : text;
        return receiver.replaceAll("(\\.(stream|parallelStream|iterator|entrySet|values|keySet)\\(\\))+$", "");
    }

    /** What a library method may hand to a function: its receiver, its other arguments, results of other functions. */
    private List<Set<Value>> given(CallEvent event, Region function, Resolver resolver) {
        Set<Value> all = new LinkedHashSet<>(event.receiver);
        event.arguments.forEach(all::addAll);
        all.removeIf(value -> value.origin() instanceof Origin.Function other && other.region() == function);
        for (Value value : List.copyOf(all)) {
            if (value.origin() instanceof Origin.Function other) {
                other.region().returns.forEach(all::addAll);
            }
        }
        all.removeIf(value -> value.origin() instanceof Origin.Function);
        List<Set<Value>> given = new ArrayList<>();
        function.parameterEntities.forEach(entity -> given.add(all));
        return given;
    }

    /** {@code mapper.apply(x)} calls the function that is there, or one that a caller gives. */
    private void callOfFunction(CallEvent event, Resolver resolver) {
        boolean mayBe = event.target != null && !event.receiver.isEmpty() && event.entityFree();
        if (!mayBe) {
            return;
        }
        for (Value value : resolver.resolve(event.receiver)) {
            if (value.origin() instanceof Origin.Function function) {
                bindings.bind(function.region(), LibraryKnowledge.Calls.ONCE, null, event.arguments);
            } else if (value.origin() instanceof Origin.Parameter parameter && parameter.index() >= 0
                    && parameter.entity().isEmpty() && value.path().isEmpty()) {
                List<Set<Value>> arguments = new ArrayList<>();
                event.arguments.forEach(each -> arguments.add(resolver.resolve(each)));
                summary.invocations.merge(parameter.index(), invocation(event, howOften(event), arguments,
                        frames.around(event.region)), Binder::merge);
            }
        }
    }

    /** A function parameter that is handed on to a library or program method is called as often as that one calls it. */
    private void passedOn(CallEvent event, Resolver resolver) {
        for (int i = 0; i < event.arguments.size(); i++) {
            for (Value value : event.arguments.get(i)) {
                if (value.origin() instanceof Origin.Parameter parameter && parameter.index() >= 0
                        && parameter.entity().isEmpty() && mayBeFunction(flow.parameterTypes.get(parameter.index()))) {
                    passedOn(event, i, parameter.index(), resolver);
                }
            }
        }
    }

    /** Most parameters are plain values, of classes that no function and no anonymous class can be of. */
    private static boolean mayBeFunction(JavaType type) {
        return !(type instanceof JavaType.Primitive) && !FINAL.contains(type.className());
    }

    private void passedOn(CallEvent event, int index, int parameter, Resolver resolver) {
        List<MethodFlow> targets = world.targets(event, flow);
        LibraryKnowledge.Calls calls = targets.isEmpty() ? libraryCalls(event) : calls(targets, index);
        calls = calls == LibraryKnowledge.Calls.ONCE ? howOften(event) : calls;
        List<Frame> opened = new ArrayList<>(frames.around(event.region));
        opened.addAll(targets.isEmpty() ? frames.ofLibrary(event) : List.of());
        Summary.Invocation found = invocation(event, calls, List.of(resolver.resolve(event.receiver)), opened);
        for (MethodFlow target : targets) {
            Summary.Invocation there = world.summary(target).invocations.get(index);
            found = there == null ? found : found.opening(frames.ofFunction(event, index, target, there), there.turns());
        }
        summary.invocations.merge(parameter, found, Binder::merge);
    }

    /** In a loop many times, unless what it gives decides when the loop ends, as a page does; after a look-up once per key. */
    private LibraryKnowledge.Calls howOften(CallEvent event) {
        if (!event.guards.isEmpty()) {
            return LibraryKnowledge.Calls.MEMO;
        }
        return loopAround(event) == null ? LibraryKnowledge.Calls.ONCE : LibraryKnowledge.Calls.MANY;
    }

    private Region loopAround(CallEvent event) {
        Region loop = bindings.loopAround(event.region, Set.of());
        return loop == null ? null : bindings.loopAround(event.region, paging());
    }

    /** The loops that end by what a function parameter gives. */
    private Set<Region> paging() {
        if (paging == null) {
            paging = new LinkedHashSet<>();
            flow.calls.stream().filter(each -> each.decidesExit && each.region.kind == Region.Kind.LOOP
                    && (isFunctionParameter(each) || isCalledInside(each))).forEach(each -> paging.add(each.region));
        }
        return paging;
    }

    private Summary.Invocation invocation(CallEvent event, LibraryKnowledge.Calls calls, List<Set<Value>> arguments,
            List<Frame> opened) {
        Optional<Region> loop = Optional.ofNullable(loopAround(event));
        Optional<Circumstance> turns = loop.flatMap(each -> frames.ofEachTurn(each, opened));
        ElementSource source = loop.map(each -> bindings.head(each).source()).orElse(event.elements);
        return new Summary.Invocation(calls, arguments, Frames.outside(opened), turns, onlyParameter(source));
    }

    /** The one parameter that holds all elements of a source. */
    private static Optional<Integer> onlyParameter(ElementSource source) {
        return source.parameters().stream().findFirst().filter(index -> source.equals(ElementSource.parameter(index)));
    }

    /** Whether a function that is given to a call, as one that runs in a transaction, calls a function parameter. */
    private boolean isCalledInside(CallEvent event) {
        return event.arguments.stream().flatMap(Set::stream).anyMatch(value -> value.origin() instanceof Origin.Function function
                && flow.calls.stream().anyMatch(each -> each.region.isWithin(function.region()) && isFunctionParameter(each)));
    }

    private static boolean isFunctionParameter(CallEvent event) {
        return event.receiver.stream().anyMatch(value -> value.origin() instanceof Origin.Parameter parameter
                && parameter.index() >= 0 && parameter.entity().isEmpty() && value.path().isEmpty());
    }

    private LibraryKnowledge.Calls calls(List<MethodFlow> targets, int index) {
        LibraryKnowledge.Calls found = null;
        for (MethodFlow target : targets) {
            Summary.Invocation there = world.summary(target).invocations.get(index);
            if (there != null) {
                found = found == null ? there.calls() : strongest(found, there.calls());
            }
        }
        return found == null ? LibraryKnowledge.Calls.ONCE : found;
    }

    /** A cache that may be switched off, {@code if (!enabled) return loader.get()}, is a cache. */
    private static LibraryKnowledge.Calls strongest(LibraryKnowledge.Calls left, LibraryKnowledge.Calls right) {
        if (left == LibraryKnowledge.Calls.MANY || right == LibraryKnowledge.Calls.MANY) {
            return LibraryKnowledge.Calls.MANY;
        }
        boolean keeps = left == LibraryKnowledge.Calls.MEMO || right == LibraryKnowledge.Calls.MEMO;
        return keeps ? LibraryKnowledge.Calls.MEMO : left == right ? left : LibraryKnowledge.Calls.ONCE;
    }

    private static Summary.Invocation merge(Summary.Invocation left, Summary.Invocation right) {
        List<Set<Value>> arguments = new ArrayList<>();
        for (int i = 0; i < Math.max(left.arguments().size(), right.arguments().size()); i++) {
            Set<Value> both = new LinkedHashSet<>(i < left.arguments().size() ? left.arguments().get(i) : Set.of());
            both.addAll(i < right.arguments().size() ? right.arguments().get(i) : Set.of());
            arguments.add(both);
        }
        return new Summary.Invocation(strongest(left.calls(), right.calls()), arguments, left.frames(), left.turns(),
                left.over().equals(right.over()) ? left.over() : Optional.empty())
                .opening(right.frames(), right.turns());
    }
}
