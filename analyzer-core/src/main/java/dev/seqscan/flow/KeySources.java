package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Traces identifiers back to the calls that read them of rows: through variables, collections, keys of maps and streams.
 * A collection of identifiers is taken for each of them.
 */
final class KeySources {

    private static final int DEEPEST = 16;
    /** A list may be filled in many places from lists that are filled in many. */
    private static final int MOST_STEPS = 400;
    /** Methods that give what they are called on, or some of its elements. */
    private static final Set<String> KEEPING = Set.of("stream", "parallelStream", "parallel", "filter", "distinct",
            "sorted", "peek", "limit", "skip", "toList", "iterator", "subList", "boxed", "sequential", "next", "get",
            "getFirst", "getLast", "longValue", "intValue", "takeWhile", "dropWhile", "orElseThrow", "findFirst", "reversed");
    private static final Set<String> COLLECTORS = Set.of("toList", "toSet", "toUnmodifiableList", "toUnmodifiableSet",
            "toCollection", "toImmutableList", "toImmutableSet");
    /** Static methods that make a collection of their arguments, or of what these hold. */
    private static final Set<String> HOLDING = Set.of("of", "asList", "copyOf", "singleton", "singletonList", "unmodifiableList",
            "unmodifiableSet", "unmodifiableCollection", "newArrayList", "newHashSet", "newLinkedHashSet", "emptyList",
            "emptySet", "valueOf", "emptyIfNull", "ofNullable");
    /** Static methods that leave out some elements of their first argument. */
    private static final Set<String> LEAVING = Set.of("subtract", "difference", "partition", "removeAll", "filter",
            "intersection");
    private static final Set<String> BY_KEY = Set.of("toMap", "toUnmodifiableMap", "toConcurrentMap", "groupingBy",
            "groupingByConcurrent");
    private static final Set<String> PUTTING = Set.of("put", "putIfAbsent", "computeIfAbsent", "compute", "merge");

    private final LinkedBody body;
    private final Variables variables;
    private final Map<Expression, CallEvent> events;
    private final Map<Expression.Call, CallEvent> calls;
    private final EntityTypes types;
    private final Set<Object> underWay = new HashSet<>();
    private int depth;
    private int steps;

    KeySources(LinkedBody body, Variables variables, Map<Expression, CallEvent> events,
            Map<Expression.Call, CallEvent> calls, EntityTypes types) {
        this.body = body;
        this.variables = variables;
        this.events = events;
        this.calls = calls;
        this.types = types;
    }

    /** The calls that give the identifiers that an expression may be; empty where one of them comes from elsewhere. */
    List<CallEvent> of(Expression expression) {
        steps = 0;
        return keys(expression).map(List::copyOf).orElse(List.of());
    }

    /** The same for what a method returns, which may be its own copy of the identifier where there is no row. */
    List<CallEvent> ofReturned(List<Expression> returned) {
        steps = 0;
        return all(returned.stream().filter(each -> !isOwnField(each)).toList(), this::keys).map(List::copyOf).orElse(List.of());
    }

    private boolean isOwnField(Expression expression) {
        boolean named = expression instanceof Expression.Name name && body.variable(name).isEmpty();
        return types.isMapped(body.owner().name())
                && (named || expression instanceof Expression.Select select && select.target() instanceof Expression.This);
    }

    private Optional<Set<CallEvent>> keys(Expression expression) {
        if (expression == null || depth > DEEPEST || ++steps > MOST_STEPS) {
            return Optional.empty();
        }
        depth++;
        try {
            if (expression instanceof Expression.Name name) {
                return body.variable(name).flatMap(each -> once(each, () -> variable(each)));
            }
            if (expression instanceof Expression.Call call) {
                return call(call);
            }
            if (expression instanceof Expression.New creation) {
                return made(creation).flatMap(given -> all(given, this::keys));
            }
            if (expression instanceof Expression.Conditional choice) {
                return all(List.of(choice.whenTrue(), choice.whenFalse()), this::keys);
            }
            return KnownValues.isNull(expression) ? Optional.of(Set.of())
                    : expression instanceof Expression.Cast cast ? keys(cast.operand()) : Optional.empty();
        } finally {
            depth--;
        }
    }

    private interface Trace<T> {
        Optional<Set<CallEvent>> of(T each);
    }

    /** A variable that is set by way of itself brings nothing new. */
    private Optional<Set<CallEvent>> once(Variable variable, Supplier<Optional<Set<CallEvent>>> trace) {
        if (!underWay.add(variable)) {
            return Optional.of(Set.of());
        }
        Optional<Set<CallEvent>> found = trace.get();
        underWay.remove(variable);
        return found;
    }

    private static <T> Optional<Set<CallEvent>> all(List<T> parts, Trace<T> trace) {
        Set<CallEvent> all = new LinkedHashSet<>();
        for (T part : parts) {
            Optional<Set<CallEvent>> found = trace.of(part);
            if (found.isEmpty()) {
                return found;
            }
            all.addAll(found.get());
        }
        return Optional.of(all);
    }

    private Optional<Set<CallEvent>> variable(Variable variable) {
        if (variable.kind() == Variable.Kind.LOOP) {
            return variables.source(variable).flatMap(this::keys);
        }
        if (variable.kind() == Variable.Kind.LAMBDA_PARAMETER) {
            return variables.source(variable).flatMap(given -> element(variable, given));
        }
        return variable.kind() != Variable.Kind.LOCAL ? Optional.empty()
                : both(all(variable.assigned(), this::keys), all(variables.fillings(variable), this::filled));
    }

    private static Optional<Set<CallEvent>> both(Optional<Set<CallEvent>> one, Optional<Set<CallEvent>> other) {
        return all(List.of(one, other), each -> each);
    }

    private Optional<Set<CallEvent>> filled(Expression.Call filling) {
        return keys(filling.arguments().get(filling.arguments().size() - 1));
    }

    /** What a function is given by the call that it is given to: elements, and of maps their keys first. */
    private Optional<Set<CallEvent>> element(Variable variable, Expression given) {
        Expression.Lambda lambda = given instanceof Expression.Call call ? call.arguments().stream()
                .filter(Expression.Lambda.class::isInstance).map(Expression.Lambda.class::cast)
                .filter(each -> !each.parameters().isEmpty() && body.declared(each.parameters().get(0)).filter(variable::equals)
                        .isPresent()).findFirst().orElse(null) : null;
        if (lambda == null) {
            return Optional.empty();
        }
        Expression on = ((Expression.Call) given).target();
        return lambda.parameters().size() == 1 ? keys(on) : lambda.parameters().size() == 2 && ((Expression.Call) given).name()
                .equals("forEach") ? keysOfMap(on) : Optional.empty();
    }

    private Optional<Set<CallEvent>> call(Expression.Call call) {
        CallEvent event = calls.get(call);
        if (event == null) {
            return Optional.empty();
        }
        if (readsRows(event)) {
            return Optional.of(Set.of(event));
        }
        List<Expression> given = call.arguments();
        if (event.target.isStatic() && (LEAVING.contains(call.name()) && !given.isEmpty() || HOLDING.contains(call.name()))) {
            return all(LEAVING.contains(call.name()) ? given.subList(0, 1) : given, this::keys);
        }
        return switch (call.name()) {
            case "keySet", "keys", "navigableKeySet" -> keysOfMap(call.target());
            case "getKey" -> given.isEmpty() ? keysOfEntry(call.target()) : Optional.empty();
            case "map", "mapToLong", "mapToObj", "mapToInt" -> given.size() == 1 ? byFunction(given.get(0)) : Optional.empty();
            case "collect" -> given.size() == 1 && given.get(0) instanceof Expression.Call collector
                    && COLLECTORS.contains(collector.name()) ? keys(call.target()) : Optional.empty();
            default -> KEEPING.contains(call.name()) ? keys(call.target()) : Optional.empty();
        };
    }

    /** {@code customer.getId()}, or a method of the program that may give such identifiers of the rows that it is given. */
    private boolean readsRows(CallEvent event) {
        boolean keys = event.entity.isEmpty() && event.query.isEmpty() && !event.target.owner().startsWith("java.");
        boolean ofEntity = keys && event.receiver.stream().anyMatch(value -> !value.entity().isEmpty());
        boolean given = event.arguments.stream().flatMap(Set::stream).anyMatch(value -> !value.entity().isEmpty());
        return ofEntity && types.isMapped(event.target.receiver().className()) && event.arguments.isEmpty()
                || keys && !ofEntity && given;
    }

    /** What a function makes of each element. */
    private Optional<Set<CallEvent>> byFunction(Expression function) {
        if (function instanceof Expression.MethodReference reference) {
            CallEvent event = events.get(reference);
            return event != null && event.target != null && readsRows(event) ? Optional.of(Set.of(event)) : Optional.empty();
        }
        return function instanceof Expression.Lambda lambda && lambda.expression()
                && lambda.body().statements().get(0) instanceof Statement.Return result ? keys(result.value()) : Optional.empty();
    }

    private Optional<Set<CallEvent>> keysOfEntry(Expression entry) {
        Expression entries = entry;
        for (int steps = 0; steps < DEEPEST; steps++) {
            if (entries instanceof Expression.Name name) {
                entries = body.variable(name).flatMap(each -> variables.source(each).or(() -> each.assigned().size() == 1
                        ? Optional.of(each.assigned().get(0)) : Optional.empty())).orElse(null);
            } else if (entries instanceof Expression.Call call && call.name().equals("entrySet")) {
                return keysOfMap(call.target());
            } else {
                entries = entries instanceof Expression.Call call ? call.target() : null;
            }
        }
        return Optional.empty();
    }

    private Optional<Set<CallEvent>> keysOfMap(Expression map) {
        if (depth > DEEPEST || ++steps > MOST_STEPS) {
            return Optional.empty();
        }
        depth++;
        try {
            if (map instanceof Expression.Name name) {
                return body.variable(name).filter(each -> each.kind() == Variable.Kind.LOCAL).flatMap(each -> once(each,
                        () -> both(all(each.assigned(), this::keysOfMap), all(variables.fillings(each), this::put))));
            }
            if (map instanceof Expression.New creation) {
                return made(creation).flatMap(given -> all(given, this::keysOfMap));
            }
            return map instanceof Expression.Call call ? collected(call) : Optional.empty();
        } finally {
            depth--;
        }
    }

    private Optional<Set<CallEvent>> put(Expression.Call filling) {
        return PUTTING.contains(filling.name()) ? keys(filling.arguments().get(0))
                : filling.name().equals("putAll") ? keysOfMap(filling.arguments().get(0)) : Optional.empty();
    }

    /** {@code collect(toMap(Order::getId, ..))}, {@code uniqueIndex(orders, Order::getId)}. */
    private Optional<Set<CallEvent>> collected(Expression.Call call) {
        List<Expression> given = call.arguments();
        if (call.name().equals("collect") && given.size() == 1 && given.get(0) instanceof Expression.Call collector
                && BY_KEY.contains(collector.name()) && !collector.arguments().isEmpty()) {
            return byFunction(collector.arguments().get(0));
        }
        return call.name().equals("uniqueIndex") && given.size() == 2 ? byFunction(given.get(1)) : Optional.empty();
    }

    /** What a new collection of the library is made of; empty where it is another object. */
    private Optional<List<Expression>> made(Expression.New creation) {
        boolean collection = creation.body() == null && body.type(creation).className().startsWith("java.util.");
        return collection ? Optional.of(creation.arguments().stream()
                .filter(each -> !(body.type(each) instanceof JavaType.Primitive)).toList()) : Optional.empty();
    }
}
