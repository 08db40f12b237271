package dev.seqscan.query.querydsl;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads what {@code where} is given: conditions joined by {@code and} and {@code or}, a {@code BooleanBuilder}, and what
 * methods of the same class return, which is left out where it is null ("Dynamic expressions" in the reference).
 */
final class ConditionReader {

    private static final int DEEPEST = 12;
    private static final Set<String> TAKE = Set.of("where", "having", "on", "and", "or");

    private final ComparisonReader comparisons;

    ConditionReader(ComparisonReader comparisons) {
        this.comparisons = comparisons;
    }

    /** The conditions that must hold together. */
    List<Condition> read(Expression expression, CodePlace place) {
        return read(expression, place, 0);
    }

    private List<Condition> read(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST) {
            return List.of(Condition.UNKNOWN);
        }
        if (isNull(expression)) {
            return List.of();
        }
        if (expression instanceof Expression.Conditional choice) {
            return either(List.of(choice.whenTrue(), choice.whenFalse()), place, depth);
        }
        Optional<String> comparison = comparisons.read(expression, place);
        if (comparison.isPresent()) {
            return List.of(new Condition(comparison.get(), false));
        }
        if (expression instanceof Expression.Call call) {
            return called(call, place, depth + 1);
        }
        if (expression instanceof Expression.New creation && creation.type().simpleName().equals("BooleanBuilder")) {
            return all(creation.arguments(), place, depth + 1);
        }
        return expression instanceof Expression.Name name ? variable(name, place, depth + 1) : List.of(Condition.UNKNOWN);
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    private List<Condition> all(List<Expression> expressions, CodePlace place, int depth) {
        return expressions.stream().flatMap(each -> read(each, place, depth).stream()).toList();
    }

    /** One of several values; what is null is no condition. */
    private List<Condition> either(List<Expression> values, CodePlace place, int depth) {
        List<Expression> given = values.stream().filter(each -> !isNull(each)).toList();
        if (given.size() != 1) {
            return given.isEmpty() ? List.of() : List.of(Condition.UNKNOWN);
        }
        return read(given.get(0), place, depth + 1).stream().map(each -> each.optionally(values.size() > 1)).toList();
    }

    private List<Condition> called(Expression.Call call, CodePlace place, int depth) {
        Optional<CodePlace> own = place.own(call);
        if (own.isPresent()) {
            return either(Returns.of(own.get().method()), own.get(), depth);
        }
        List<Condition> left = call.target() == null ? List.of() : switch (call.name()) {
            case "and", "or" -> read(call.target(), place, depth);
            default -> List.of();
        };
        return switch (call.name()) {
            case "and" -> joined(left, all(call.arguments(), place, depth));
            case "or" -> alternatives(left, all(call.arguments(), place, depth));
            case "allOf" -> all(call.arguments(), place, depth);
            case "getValue" -> call.target() == null ? List.of(Condition.UNKNOWN) : read(call.target(), place, depth);
            default -> List.of(Condition.UNKNOWN);
        };
    }

    private static List<Condition> joined(List<Condition> one, List<Condition> other) {
        List<Condition> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    /** Where one side may be missing, the other one alone decides, so that neither is sure. */
    private static List<Condition> alternatives(List<Condition> one, List<Condition> other) {
        boolean sure = !one.isEmpty() && !other.isEmpty()
                && joined(one, other).stream().allMatch(each -> each.isKnown() && !each.optional());
        return List.of(sure ? new Condition("(" + text(one) + " or " + text(other) + ")", false) : Condition.UNKNOWN);
    }

    private static String text(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    private List<Condition> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = VariableHistory.of(place.method(), name.name(), name.span());
        Optional<CodePlace.Given> given = history.filter(VariableHistory::parameter).flatMap(each -> place.given(name.name()));
        if (given.isPresent()) {
            return read(given.get().value(), given.get().place(), depth);
        }
        if (history.isEmpty() || history.get().values().size() != 1) {
            return List.of(Condition.UNKNOWN);
        }
        Expression value = history.get().values().get(0);
        List<Condition> first = read(value, place, depth);
        return value instanceof Expression.New ? built(first, history.get(), place, depth) : first;
    }

    /** A builder changes with each call. */
    private List<Condition> built(List<Condition> first, VariableHistory history, CodePlace place, int depth) {
        List<Condition> all = new ArrayList<>(first);
        for (VariableHistory.Use use : history.uses()) {
            if (use.kind() == VariableHistory.Kind.PASSED && !TAKE.contains(((Expression.Call) use.value()).name())) {
                all.add(Condition.UNKNOWN);
            }
            Expression current = use.kind() == VariableHistory.Kind.CALLED ? use.value() : null;
            while (current instanceof Expression.Call call) {
                if (call.name().equals("and")) {
                    all(call.arguments(), place, depth).forEach(each -> all.add(each.optionally(use.conditional())));
                } else if (!call.name().equals("getValue") && !call.name().equals("hasValue")) {
                    return List.of(Condition.UNKNOWN);
                }
                current = call.target();
            }
        }
        return List.copyOf(all);
    }
}
