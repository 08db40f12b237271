package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.query.Query;
import dev.seqscan.source.Steps;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the values of one body back to where they begin: parameters, fields, queries. */
final class Resolver {

    private static final int MOST_VALUES = 16;
    private static final int DEEPEST = 40;

    private final MethodFlow flow;
    private final World world;
    private final Bindings bindings;
    private final Map<CallEvent, Set<Value>> results = new IdentityHashMap<>();
    private final Set<Object> underWay = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
    private int depth;

    Resolver(MethodFlow flow, World world, Bindings bindings) {
        this.flow = flow;
        this.world = world;
        this.bindings = bindings;
    }

    Set<Value> resolve(Set<Value> values) {
        if (values.isEmpty()) {
            return values;
        }
        Set<Value> resolved = new LinkedHashSet<>();
        for (Value value : values) {
            for (Value origin : origins(value)) {
                if (resolved.size() < MOST_VALUES) {
                    add(origin, value, resolved);
                }
            }
        }
        return resolved;
    }

    /** A value that is a path from something gets the origin of that thing. */
    private void add(Value origin, Value value, Set<Value> into) {
        Value current = origin.varyingIn(value.varies());
        for (var association : value.path()) {
            var longer = current.then(association);
            if (longer.isEmpty()) {
                return;
            }
            current = longer.get();
        }
        into.add(current);
    }

    private Set<Value> origins(Value value) {
        world.count(Steps.Step.VALUE_FOLLOWED);
        Value plain = Value.of(value.origin());
        if (depth > DEEPEST) {
            return Set.of(Value.of(new Origin.Unknown(value.origin().entity())));
        }
        depth++;
        try {
            if (value.origin() instanceof Origin.Result result) {
                return result(result.call());
            }
            if (value.origin() instanceof Origin.Element element) {
                Set<Value> iterated = resolve(element.loop().head.iterated());
                Set<Value> over = element.entity().isEmpty() ? iterated : typed(iterated, element.entity());
                return elements(over, element.loop(), element.entity());
            }
            if (value.origin() instanceof Origin.FunctionParameter parameter) {
                return functionParameter(parameter);
            }
            if (value.origin() instanceof Origin.Field field) {
                Set<Value> known = world.fields().getOrDefault(field.key(), Set.of());
                return known.isEmpty() ? Set.of(plain) : known;
            }
            return Set.of(plain);
        } finally {
            depth--;
        }
    }

    private Set<Value> functionParameter(Origin.FunctionParameter parameter) {
        Bindings.Binding binding = bindings.of(parameter.function());
        boolean anything = parameter.function().ofAnyType.contains(parameter.index());
        if (parameter.entity().isEmpty() && !anything) {
            return binding.parameter(parameter.index()).stream()
                    .filter(each -> each.origin() instanceof Origin.Function)
                    .collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
        }
        Set<Value> given = Set.of();
        if (underWay.add(parameter.function())) {
            Set<Value> all = resolve(binding.parameter(parameter.index()));
            given = parameter.entity().isEmpty() ? all : typed(all, parameter.entity());
        }
        underWay.remove(parameter.function());
        boolean many = binding.calls == LibraryKnowledge.Calls.MANY;
        return elements(given, many ? parameter.function() : null, parameter.entity());
    }

    private static Set<Value> elements(Set<Value> values, Region loop, String entity) {
        Set<Value> elements = new LinkedHashSet<>();
        values.forEach(each -> elements.add(each.elementOf(loop)));
        if (elements.isEmpty() && !entity.isEmpty()) {
            elements.add(Value.of(new Origin.Unknown(entity)).elementOf(loop));
        }
        return elements;
    }

    private static Set<Value> varying(Set<Value> values, Region loop) {
        Set<Value> varying = new LinkedHashSet<>();
        values.forEach(each -> varying.add(each.varyingIn(loop)));
        return varying;
    }

    /** Only what can be of that entity, as the static type says. */
    private Set<Value> typed(Set<Value> values, String entity) {
        Set<Value> fitting = new LinkedHashSet<>();
        for (Value value : values) {
            if (!entity.isEmpty() && world.types().related(value.entity(), entity)) {
                fitting.add(value);
            }
        }
        return fitting;
    }

    private Set<Value> result(CallEvent event) {
        Set<Value> known = results.get(event);
        if (known != null) {
            return known;
        }
        if (!underWay.add(event)) {
            return Set.of();
        }
        Set<Value> found = event.query.isPresent() ? rows(event, event.query.get()) : called(event);
        underWay.remove(event);
        results.put(event, found);
        return found;
    }

    private Set<Value> rows(CallEvent event, Query query) {
        String entity = query.entity().isEmpty() ? "" : event.yieldsUntyped() ? query.entity() : event.entity;
        if (entity.isEmpty()) {
            return query.entity().isEmpty() && !event.entity.isEmpty() ? Set.of() : functionsOf(event);
        }
        if (query.writes()) {
            Set<Value> saved = new LinkedHashSet<>();
            event.arguments.forEach(each -> saved.addAll(typed(resolve(each), entity)));
            return saved.isEmpty() ? Set.of(Value.of(new Origin.Unknown(entity))) : saved;
        }
        Region loop = loopOf(event);
        boolean many = query.rows() != Query.Rows.ONE || loop != null;
        return Set.of(Value.of(new Origin.Rows(query, event, entity, many)).varyingIn(loop));
    }

    private Region loopOf(CallEvent event) {
        return bindings.loopAround(event.region, Set.of());
    }

    private Set<Value> called(CallEvent event) {
        List<MethodFlow> targets = world.targets(event, flow);
        if (targets.isEmpty()) {
            return library(event);
        }
        Set<Value> returned = new LinkedHashSet<>();
        Region loop = loopOf(event);
        for (MethodFlow target : targets) {
            for (Value value : world.summary(target).returns) {
                for (Value seen : substitute(value, event)) {
                    boolean anew = loop != null && seen.origin() instanceof Origin.Rows rows
                            && !(value.origin() instanceof Origin.Parameter) && world.leadsTo(target, rows.call());
                    returned.add(anew ? seen.askedIn(loop) : seen);
                }
            }
        }
        return returned.isEmpty() ? wrapped(event) : bounded(returned);
    }

    /** What is made of a generic class of the program holds what it was given: a page, an answer. */
    private Set<Value> wrapped(CallEvent event) {
        Set<Value> given = new LinkedHashSet<>();
        if (!event.entity.isEmpty() && !world.types().isMapped(event.type.className())) {
            event.arguments.forEach(each -> given.addAll(typed(resolve(each), event.entity)));
        }
        return bounded(given);
    }

    private static Set<Value> bounded(Set<Value> values) {
        return values.size() <= MOST_VALUES ? values
                : values.stream().limit(MOST_VALUES).collect(java.util.stream.Collectors.toCollection(LinkedHashSet::new));
    }

    /** A library method gives what it was given, as far as the static type of its result allows. */
    private Set<Value> library(CallEvent event) {
        if (event.entity.isEmpty()) {
            Set<Value> functions = functionsOf(event);
            return event.holdsAnything() ? bounded(Value.union(functions, resolve(event.receiver))) : functions;
        }
        Set<Value> given = new LinkedHashSet<>(resolve(event.receiver));
        for (Set<Value> argument : event.arguments) {
            for (Value value : resolve(argument)) {
                if (value.origin() instanceof Origin.Function function) {
                    function.region().returns.forEach(each -> given.addAll(resolve(each)));
                } else {
                    given.add(value);
                }
            }
        }
        Set<Value> fitting = typed(given, event.entity);
        Region loop = takesElement(event) ? nearest(event) : null;
        Value unknown = Value.of(builds(event) ? new Origin.Fresh(event.entity)
                : makesEmpty(event) ? new Origin.Empty(event.entity, event.place)
                : new Origin.Unknown(event.entity, Optional.of(event.place)));
        Set<Value> found = fitting.isEmpty() ? Set.of(unknown) : fitting;
        return varying(found, loop);
    }

    /** The last call of a builder, as Lombok makes them, gives a new object. */
    private boolean builds(CallEvent event) {
        return event.target != null && event.target.name().equals("build") && event.arguments.isEmpty()
                && world.types().isMapped(event.type.className());
    }

    private static boolean makesEmpty(CallEvent event) {
        return event.target != null && event.target.name().equals("<init>") && event.arguments.stream().allMatch(Set::isEmpty);
    }

    /** {@code list.get(i)} and {@code iterator.next()} give another element in each turn. */
    private boolean takesElement(CallEvent event) {
        return event.target != null && world.library().isContainer(event.target.receiver())
                && (event.variesIn != null || ElementCalls.takes(event.target.name()));
    }

    private Region nearest(CallEvent event) {
        Region around = loopOf(event);
        return event.variesIn != null && around != null && event.variesIn.isWithin(around) ? around : ElementCalls.takes(
                event.target.name()) ? around : event.variesIn != null && bindings.head(event.variesIn) != null ? event.variesIn : null;
    }

    /** Collectors and comparators carry the functions they were made of. */
    private Set<Value> functionsOf(CallEvent event) {
        Set<Value> functions = new LinkedHashSet<>();
        for (Set<Value> argument : event.arguments) {
            for (Value value : resolve(argument)) {
                if (value.origin() instanceof Origin.Function) {
                    functions.add(value);
                }
            }
        }
        resolve(event.receiver).stream().filter(each -> each.origin() instanceof Origin.Function).forEach(functions::add);
        return bounded(functions);
    }

    /** A value of the called method, as it is here. */
    Set<Value> substitute(Value value, CallEvent event) {
        if (!(value.origin() instanceof Origin.Parameter parameter)) {
            return value.origin() instanceof Origin.Function ? Set.of() : Set.of(new Value(value.origin(), value.path(), null));
        }
        Set<Value> given = parameter.index() < 0 ? event.receiver
                : parameter.index() < event.arguments.size() ? event.arguments.get(parameter.index()) : Set.of();
        Set<Value> joined = new LinkedHashSet<>();
        for (Value base : resolve(given)) {
            Value current = fits(base, value) ? base : null;
            for (var association : value.path()) {
                current = current == null ? null : current.then(association).orElse(null);
            }
            if (current != null) {
                joined.add(current);
            }
        }
        return joined;
    }

    /** What is handed through a method for any type, as {@code print(List<T> rows)}, is of the type that each reader takes. */
    private boolean fits(Value base, Value read) {
        if (read.path().isEmpty() || base.entity().isEmpty() || !read.origin().entity().isEmpty()) {
            return true;
        }
        Association first = read.path().get(0);
        return world.types().association(base.entity(), first.name()).filter(first::equals).isPresent();
    }

    /** All arguments of the called method's own function calls, as they are here. */
    List<Set<Value>> substituteAll(List<Set<Value>> arguments, CallEvent event) {
        List<Set<Value>> seen = new ArrayList<>();
        for (Set<Value> argument : arguments) {
            Set<Value> here = new LinkedHashSet<>();
            argument.forEach(value -> here.addAll(substitute(value, event)));
            seen.add(here);
        }
        return seen;
    }
}
