package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.GivenText;
import dev.seqscan.query.Query;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Tells of calls what their receivers, arguments and guards hang on. */
final class Hanging {

    /**
     * What a call hangs on.
     *
     * @param guards what holds results that are loaded once
     * @param identified by argument, the calls that give the identifiers of rows that it may be
     * @param passed by argument, the parameter of the method that it is; {@link #RECEIVER} stands for what is called
     * @param constants what is known of the values of arguments
     * @param sources by argument that is a list, where its elements come from
     * @param on what is known of the receiver
     * @param taken by argument that is a value of an element as it is, what that element hangs on
     * @param loaded by argument, the calls of which one gives it, if nothing else does that may be missing
     */
    record Facts(Dependence receiver, List<Dependence> arguments, List<Held> guards,
            Map<Integer, List<CallEvent>> identified, Map<Integer, Integer> passed, List<String> constants,
            Map<Integer, ElementSource> sources, String on, Map<Integer, Dependence> taken,
            Map<Integer, List<Place>> loaded) {

        static final Facts NONE = new Facts(Dependence.NONE, List.of(), List.of(), Map.of(), Map.of(), List.of(), Map.of(),
                KnownValues.UNKNOWN, Map.of(), Map.of());

        /** What the value of a parameter of the called method hangs on, if it is taken from an element as it is. */
        Dependence taken(int parameter) {
            return taken.getOrDefault(parameter, Dependence.NONE);
        }

        /** What the value of a parameter of the called method hangs on; -1 is the receiver. */
        Dependence of(int parameter) {
            return parameter < 0 ? receiver : parameter < arguments.size() ? arguments.get(parameter) : Dependence.NONE;
        }

        /** What is known of the value that a parameter of the called method gets. */
        String constant(int parameter) {
            return parameter == RECEIVER ? on
                    : parameter >= 0 && parameter < constants.size() ? constants.get(parameter) : KnownValues.UNKNOWN;
        }

        /** Where the elements come from that a parameter of the called method gets. */
        ElementSource source(int parameter) {
            return sources.getOrDefault(parameter, ElementSource.UNKNOWN);
        }

        Dependence ofArguments() {
            return arguments.stream().reduce(Dependence.NONE, Dependence::and);
        }
    }

    /**
     * What a holder of results hangs on; one that is a local variable is another one in each run of the method.
     *
     * @param single whether it holds one result, and not one for each key
     * @param region where it is asked
     */
    record Held(Dependence on, boolean local, boolean single, Region region) {

        /** Whether the turns of a loop find what the first one has kept; a loop that runs only where nothing is kept does not. */
        boolean spares(Region loop) {
            return region.isWithin(loop) && !on.variesIn(loop);
        }

        /** Whether it is held by an object or class, and so for longer than the method runs. */
        boolean outlives() {
            return !local && on.regions().isEmpty() && on.parameters().stream().allMatch(each -> each < 0);
        }
    }

    /** The receiver, where parameters are named by their index. */
    static final int RECEIVER = -1;

    private static final Set<String> NO_KEYS = Set.of("java.lang.Class", "java.lang.Boolean", "boolean");

    private static final int LONGEST = 8;
    /** Stages that leave out some elements. */
    private static final Set<String> LEAVING = Set.of("filter", "limit", "skip", "subList", "get", "flatMap");

    /** How names of methods begin that give a new object each time. */
    private static final Set<String> MAKING = Set.of("new", "create", "build", "open", "make", "copy", "load", "find");

    private static final Set<String> READING = Set.of("readLine", "next", "nextLine", "poll", "take", "remove", "pop");

    private final LinkedBody body;
    private final Variables variables;
    private final EntityTypes types;
    private final KeySources keys;
    private final KnownValues constants;
    private final UsedObjects used;
    private final FreshObjects fresh;
    private final ElementSources sources;

    Hanging(LinkedBody body, Variables variables, EntityTypes types, KeySources keys, KnownValues constants,
            FreshObjects fresh, ElementSources sources) {
        this.body = body;
        this.variables = variables;
        this.keys = keys;
        this.types = types;
        this.constants = constants;
        this.used = new UsedObjects(body);
        this.fresh = fresh;
        this.sources = sources;
    }

    void tell(Expression expression, CallEvent event) {
        if (expression instanceof Expression.Call call) {
            Dependence receiver = call.target() == null ? Dependence.onParameter(-1) : on(call.target(), event);
            event.hanging = facts(receiver, call.target(), call.arguments(), event);
            event.lists = event.query.isPresent() ? lists(call.arguments()) : Map.of();
        } else if (expression instanceof Expression.New creation) {
            event.hanging = facts(Dependence.NONE, creation, creation.arguments(), event);
        } else if (expression instanceof Expression.MethodReference reference) {
            Dependence element = Dependence.onRegion(event.region);
            event.hanging = new Facts(on(reference.target(), event).and(event.arguments.isEmpty() ? element : Dependence.NONE),
                    event.arguments.stream().map(each -> element).toList(), guards(event), elements(event), Map.of(), List.of(),
                    Map.of(), KnownValues.UNKNOWN, event.arguments.isEmpty() ? Map.of() : Map.of(0, element), Map.of());
        }
        event.exemptions = exemptions(event);
    }

    private List<Exemption> exemptions(CallEvent event) {
        if (event.portions.isEmpty() && event.query.isEmpty()) {
            return List.of();
        }
        List<Exemption> found = new ArrayList<>();
        event.portions.forEach(each -> found.add(new Exemption(Exemption.Kind.PORTIONS, parameter(each.number())
                .map(Dependence::onParameter).orElseGet(() -> Exemption.nearest(each.region())))));
        event.query.flatMap(Query::given).map(text -> taken(text, event)).ifPresent(element ->
                found.add(new Exemption(Exemption.Kind.SCRIPT, element)));
        return List.copyOf(found);
    }

    /** What the element hangs on of which an expression is a value; of what is put together there is none. */
    private Dependence taken(Expression expression, CallEvent event) {
        Expression current = expression;
        for (int steps = 0; steps < LONGEST && current != null; steps++) {
            Variable variable = current instanceof Expression.Name name ? body.variable(name).orElse(null) : null;
            if (variable == null || variable.assigned().size() == 1 && !reads(variable.assigned().get(0))) {
                current = variable == null ? GivenText.holder(current).orElse(null) : variable.assigned().get(0);
            } else {
                return variable.assigned().stream().allMatch(Hanging::reads) ? on(current, event) : Dependence.NONE;
            }
        }
        return Dependence.NONE;
    }

    /** The next line of a file, the next element of an iterator. */
    private static boolean reads(Expression value) {
        return value instanceof Expression.Literal || value instanceof Expression.Call call && READING.contains(call.name());
    }

    /** {@code ids.forEach(orders::findById)} is given each of {@code ids}. */
    private Map<Integer, List<CallEvent>> elements(CallEvent reference) {
        Expression list = reference.stage == null || reference.arguments.size() != 1 ? null : reference.stage.target();
        List<CallEvent> read = list != null && sources.isList(list) ? keys.of(list) : List.of();
        return read.isEmpty() ? Map.of() : Map.of(0, read);
    }

    private Dependence on(Expression expression, CallEvent event) {
        return variables.dependence(expression, event.region);
    }

    private Facts facts(Dependence receiver, Expression on, List<Expression> arguments, CallEvent event) {
        List<Dependence> each = new ArrayList<>();
        Map<Integer, List<CallEvent>> identified = Map.of();
        Map<Integer, Integer> passed = Map.of();
        Map<Integer, ElementSource> from = Map.of();
        Map<Integer, Dependence> taken = Map.of();
        Map<Integer, List<Place>> loaded = Map.of();
        for (int i = 0; i < arguments.size(); i++) {
            each.add(on(arguments.get(i), event));
            List<CallEvent> read = isKey(arguments.get(i)) ? keys.of(arguments.get(i)) : List.of();
            if (!read.isEmpty()) {
                identified = with(identified, i, read);
            }
            Optional<Integer> own = parameter(arguments.get(i));
            if (own.isPresent()) {
                passed = with(passed, i, own.get());
            }
            List<Place> loading = loading(arguments.get(i));
            if (!loading.isEmpty()) {
                loaded = with(loaded, i, loading);
            }
            Dependence element = taken(arguments.get(i), event);
            if (!element.equals(Dependence.NONE)) {
                taken = with(taken, i, element);
            }
            if (sources.isList(arguments.get(i))) {
                from = with(from, i, sources.of(arguments.get(i)));
            }
        }
        Optional<Integer> self = receiver(on, event);
        if (self.isPresent()) {
            passed = with(passed, RECEIVER, self.get());
        }
        return new Facts(receiver, List.copyOf(each), guards(event), identified, passed,
                arguments.stream().map(this::known).toList(), from, on == null ? KnownValues.UNKNOWN : known(on), taken, loaded);
    }

    /** A map with one more entry; most calls have none at all, and calls are what there is most of. */
    private static <V> Map<Integer, V> with(Map<Integer, V> map, int index, V value) {
        Map<Integer, V> more = map.isEmpty() ? new TreeMap<>() : map;
        more.put(index, value);
        return more;
    }

    private String known(Expression expression) {
        return fresh.classOf(expression).map(KnownValues::object).orElseGet(() -> {
            String known = constants.known(expression);
            boolean there = constants.isPresent(expression) || used.has(expression)
                    || variable(expression).filter(each -> each.assigned().stream().allMatch(constants::isPresent)).isPresent();
            return there && known.equals(KnownValues.UNKNOWN) ? KnownValues.PRESENT : known;
        });
    }

    /** The calls that give what a variable holds, beside what is never missing. */
    private List<Place> loading(Expression expression) {
        Optional<Variable> variable = variable(expression);
        if (variable.isEmpty()) {
            return List.of();
        }
        List<Expression> given = variable.get().assigned().stream()
                .filter(each -> !constants.isPresent(each)).toList();
        return given.stream().allMatch(Expression.Call.class::isInstance)
                ? given.stream().map(each -> body.owner().place(((Expression.Call) each).nameSpan())).toList() : List.of();
    }

    private Optional<Variable> variable(Expression expression) {
        return expression instanceof Expression.Name name ? body.variable(name)
                .filter(each -> each.kind() == Variable.Kind.LOCAL && !each.assigned().isEmpty()) : Optional.empty();
    }

    /** The parameter that a call is made on; in a function {@code this} may be another object. */
    private Optional<Integer> receiver(Expression on, CallEvent event) {
        boolean self = on == null || on instanceof Expression.This;
        return self ? Optional.of(RECEIVER).filter(each -> !event.region.isInFunction()) : parameter(on);
    }

    /** A variable or a call, which alone give what was read elsewhere, of a type that identifiers have. */
    private boolean isKey(Expression argument) {
        String type = argument instanceof Expression.Name || argument instanceof Expression.Call
                ? body.type(argument).className() : "java.lang.Class";
        return !NO_KEYS.contains(type) && !types.isMapped(type);
    }

    /** {@code codes}, or {@code codes.stream().map(Code::text).toList()}. */
    private Map<Integer, Variable> lists(List<Expression> arguments) {
        Map<Integer, Variable> found = new TreeMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            Expression source = arguments.get(i);
            for (int steps = 0; steps < LONGEST && source instanceof Expression.Call call; steps++) {
                source = LEAVING.contains(call.name()) ? null : call.target();
            }
            int index = i;
            Optional<Variable> variable = source instanceof Expression.Name name ? body.variable(name) : Optional.empty();
            variable.ifPresent(each -> found.put(index, each));
        }
        return found;
    }

    private Optional<Integer> parameter(Expression argument) {
        return argument instanceof Expression.Name name
                ? body.variable(name).filter(each -> each.assigned().isEmpty()).flatMap(variables::parameter) : Optional.empty();
    }

    private List<Held> guards(CallEvent event) {
        return event.guards.isEmpty() ? List.of()
                : event.guards.stream().filter(each -> each.test().keeps()).map(each -> held(each.test(), each.region(), event)).toList();
    }

    /** A variable is what holds the results; what it was set to does not matter. */
    private Held held(MemoTest.Guard guard, Region region, CallEvent event) {
        Expression holder = guard.holder();
        if (holder instanceof Expression.Call call && call.target() == null) {
            return new Held(Dependence.onParameter(-1), false, guard.single(), region);
        }
        Variable variable = holder instanceof Expression.Name name ? body.variable(name).orElse(null) : null;
        if (variable == null) {
            return new Held(on(holder, event), false, guard.single(), region);
        }
        Optional<Expression> elsewhere = guard.single() ? Optional.empty() : keptElsewhere(variable);
        if (elsewhere.isPresent()) {
            return held(new MemoTest.Guard(elsewhere.get(), true, false), region, event);
        }
        Dependence where = variables.home(variable).filter(each -> each.kind != Region.Kind.METHOD)
                .map(Dependence::onRegion).orElse(Dependence.NONE);
        Optional<Integer> parameter = variables.parameter(variable);
        return new Held(parameter.map(Dependence::onParameter).orElse(Dependence.NONE).and(where), parameter.isEmpty(),
                guard.single(), region);
    }

    /** {@code Cache cache = caches.get("products")}: a variable for what another object holds, and nobody makes here. */
    private Optional<Expression> keptElsewhere(Variable variable) {
        Expression given = variable.kind() == Variable.Kind.LOCAL && variable.assigned().size() == 1 ? variable.assigned().get(0) : null;
        boolean asked = given instanceof Expression.Call call && body.target(call).filter(target -> !target.isStatic()).isPresent()
                && MAKING.stream().noneMatch(call.name()::startsWith) && !sources.isList(given);
        return asked || given instanceof Expression.Select ? Optional.of(given) : Optional.empty();
    }
}
