package dev.seqscan.query.criteria;

import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what {@code where} is given: predicates joined by {@code and} and {@code or}, arrays and lists of them as code fills
 * them, and what methods of the program return.
 */
final class ConditionReader {

    private static final int DEEPEST = 40;
    private static final int MOST_READS = 4000;
    private static final List<Condition> UNKNOWN = List.of(Condition.UNKNOWN);
    private static final Set<String> LISTS = Set.of("List", "Collection", "ArrayList", "LinkedList", "Set", "HashSet",
            "LinkedHashSet", "Iterable");
    private static final Set<String> LIST_MAKERS = Set.of("of", "asList", "newArrayList", "singletonList", "emptyList",
            "newHashSet");
    /** Calls on a list that change nothing. */
    private static final Set<String> ASKING = Set.of("size", "isEmpty", "toArray", "stream", "get", "contains", "iterator",
            "toString");

    private final ComparisonReader comparisons;
    private final PathReader paths;
    private final Map<Object, Map<Expression, List<Condition>>> known = new IdentityHashMap<>();
    private int reads;

    ConditionReader(PathReader paths) {
        this.paths = paths;
        this.comparisons = new ComparisonReader(paths);
    }

    /** The conditions that must hold together. */
    List<Condition> read(Expression expression, CodePlace place) {
        return read(expression, place, 0);
    }

    private List<Condition> read(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || reads > MOST_READS) {
            return UNKNOWN;
        }
        Map<Expression, List<Condition>> here = known.computeIfAbsent(
                place.entered().isPresent() ? place.entered().get() : this, each -> new IdentityHashMap<>());
        List<Condition> before = here.get(expression);
        if (before == null) {
            reads++;
            before = fresh(expression, place, depth);
            here.put(expression, before);
        }
        return before;
    }

    private List<Condition> fresh(Expression expression, CodePlace place, int depth) {
        if (isNull(expression)) {
            return List.of();
        }
        if (expression instanceof Expression.Cast cast) {
            return read(cast.operand(), place, depth + 1);
        }
        if (expression instanceof Expression.Conditional choice) {
            return either(List.of(choice.whenTrue(), choice.whenFalse()), place, depth);
        }
        if (expression instanceof Expression.NewArray array) {
            return array.elements() == null ? UNKNOWN : all(array.elements(), place, depth + 1);
        }
        if (expression instanceof Expression.New creation) {
            return LISTS.contains(creation.type().simpleName()) ? all(notSizes(creation.arguments()), place, depth + 1) : UNKNOWN;
        }
        if (expression instanceof Expression.Name name) {
            return variable(name, place, depth + 1);
        }
        return expression instanceof Expression.Call call ? called(call, place, depth + 1) : UNKNOWN;
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    private static List<Expression> notSizes(List<Expression> arguments) {
        return arguments.stream().filter(each -> !(each instanceof Expression.Literal)).toList();
    }

    private List<Condition> all(List<Expression> expressions, CodePlace place, int depth) {
        return expressions.stream().flatMap(each -> read(each, place, depth).stream()).toList();
    }

    /** One of several values; what is null or holds always is no condition. */
    private List<Condition> either(List<Expression> values, CodePlace place, int depth) {
        return oneOf(values.stream().map(each -> read(each, place, depth + 1)).toList());
    }

    /** What is known where one of several groups of conditions holds. */
    static List<Condition> oneOf(List<List<Condition>> given) {
        List<Condition> common = given.stream().flatMap(List::stream).distinct()
                .filter(each -> given.stream().allMatch(other -> other.contains(each))).toList();
        List<Condition> all = given.stream().flatMap(List::stream).distinct()
                .map(each -> each.optionally(!common.contains(each))).toList();
        boolean differ = given.stream().allMatch(each -> each.size() > common.size());
        return differ && !given.isEmpty() ? and(all, Condition.UNKNOWN) : all;
    }

    private List<Condition> called(Expression.Call call, CodePlace place, int depth) {
        Optional<CodePlace> inner = place.called(call, paths.context().program());
        if (inner.isPresent()) {
            return either(Returns.of(inner.get().method()), inner.get(), depth);
        }
        Optional<String> comparison = comparisons.read(call, place);
        if (comparison.isPresent()) {
            return List.of(new Condition(comparison.get(), false));
        }
        if (LIST_MAKERS.contains(call.name())) {
            return all(call.arguments(), place, depth);
        }
        return switch (call.name()) {
            case "and" -> all(call.arguments(), place, depth);
            case "or" -> alternatives(call.arguments(), place, depth);
            case "not" -> call.arguments().isEmpty() ? not(call.target(), place, depth)
                    : not(call.arguments().get(0), place, depth);
            case "conjunction" -> List.of();
            case "toArray", "isTrue" -> call.target() == null ? UNKNOWN : read(call.name().equals("isTrue")
                    && !call.arguments().isEmpty()
                    ? call.arguments().get(0) : call.target(), place, depth);
            default -> UNKNOWN;
        };
    }

    private List<Condition> not(Expression expression, CodePlace place, int depth) {
        return not(expression == null ? UNKNOWN : read(expression, place, depth));
    }

    /** The opposite of conditions that hold together. */
    static List<Condition> not(List<Condition> inner) {
        boolean sure = !inner.isEmpty() && inner.stream().allMatch(each -> each.isKnown() && !each.optional());
        return sure ? List.of(new Condition("not (" + text(inner) + ")", false)) : UNKNOWN;
    }

    /** Where one side may be missing, the others alone decide, so that none is sure. A list gives one side for each element. */
    private List<Condition> alternatives(List<Expression> arguments, CodePlace place, int depth) {
        List<List<Condition>> sides = new ArrayList<>();
        for (Expression each : arguments) {
            List<Condition> side = read(each, place, depth);
            if (arguments.size() == 1) {
                side.forEach(one -> sides.add(List.of(one)));
            } else {
                sides.add(side);
            }
        }
        return anyOf(sides);
    }

    /** One condition of alternatives, of which each is a group that holds together. */
    static List<Condition> anyOf(List<List<Condition>> sides) {
        boolean sure = !sides.isEmpty() && sides.stream().allMatch(side -> !side.isEmpty()
                && side.stream().allMatch(each -> each.isKnown() && !each.optional()));
        return sure ? List.of(new Condition("(" + sides.stream().map(ConditionReader::text).collect(Collectors.joining(" or "))
                + ")", false)) : UNKNOWN;
    }

    private static String text(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    private List<Condition> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = place.variable(name);
        if (history.isEmpty()) {
            return UNKNOWN;
        }
        if (isList(history.get())) {
            return Building.of(name, place, paths.context().program(), CriteriaCalls.INSTANCE)
                    .map(each -> list(each, depth)).orElse(UNKNOWN);
        }
        Optional<CodePlace.Given> given = history.filter(VariableHistory::parameter).flatMap(each -> place.given(name.name()));
        List<Condition> held = given.map(each -> read(each.value(), each.place(), depth))
                .orElse(history.get().parameter() ? UNKNOWN : List.of());
        boolean assigned = given.isPresent();
        List<VariableHistory.Condition> branches = new ArrayList<>();
        for (VariableHistory.Use use : history.get().uses()) {
            boolean sets = use.value() != null && (use.kind() == VariableHistory.Kind.DECLARED
                    || use.kind() == VariableHistory.Kind.ASSIGNED);
            if (sets) {
                List<Condition> value = read(use.value(), place, depth);
                held = use.conditional() ? joined(held, value) : value;
                assigned = true;
                use.condition().ifPresent(branches::add);
            }
        }
        return !assigned ? UNKNOWN : VariableHistory.Condition.isOneTaken(branches) ? and(held, Condition.UNKNOWN) : held;
    }

    private static List<Condition> and(List<Condition> held, Condition more) {
        return java.util.stream.Stream.concat(held.stream(), java.util.stream.Stream.of(more)).toList();
    }

    /** {@code if (..) { all = cb.and(all, more); }}: what was there stays, and what is new is optional. */
    static List<Condition> joined(List<Condition> before, List<Condition> after) {
        List<Condition> all = new ArrayList<>();
        before.forEach(each -> all.add(each.optionally(!after.contains(each))));
        after.stream().filter(each -> !before.contains(each)).forEach(each -> all.add(each.optionally(true)));
        return List.copyOf(all);
    }

    private static boolean isList(VariableHistory history) {
        boolean made = history.values().stream().anyMatch(each -> each instanceof Expression.New creation
                && LISTS.contains(creation.type().simpleName()));
        return history.type().dimensions() == 0 && (LISTS.contains(history.type().simpleName()) || made);
    }

    private List<Condition> list(Building building, int depth) {
        List<Condition> all = new ArrayList<>(building.isOpen() ? UNKNOWN : List.of());
        all.addAll(read(building.origin(), building.start(), depth));
        List<VariableHistory.Condition> branches = new ArrayList<>();
        for (Building.Step step : building.steps()) {
            if (step.call().name().equals("add") || step.call().name().equals("addAll")) {
                List<Expression> arguments = step.call().arguments();
                List<Condition> added = arguments.isEmpty() ? UNKNOWN
                        : all(arguments.subList(arguments.size() - 1, arguments.size()), step.place(), depth);
                added.forEach(each -> all.add(each.optionally(step.conditional())));
                step.branch().ifPresent(branches::add);
            } else if (!ASKING.contains(step.call().name())) {
                all.add(Condition.UNKNOWN);
            }
        }
        return VariableHistory.Condition.isOneTaken(branches) ? and(all, Condition.UNKNOWN) : List.copyOf(all);
    }
}
