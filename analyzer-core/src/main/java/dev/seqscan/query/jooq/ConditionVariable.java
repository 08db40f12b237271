package dev.seqscan.query.jooq;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads a variable that gathers conditions: {@code if (..) condition = condition.and(..)}, or a list to which they are added.
 * A condition does not change when it is called, so that only what is assigned counts.
 */
final class ConditionVariable {

    private static final Set<String> TAKE = Set.of("where", "having", "on", "and", "or", "addConditions", "not", "condition");

    private final ConditionReader conditions;

    ConditionVariable(ConditionReader conditions) {
        this.conditions = conditions;
    }

    /** The conditions that a variable means when its point is reached. */
    List<Condition> read(Expression.Name name, VariableHistory history, CodePlace place, int depth) {
        List<Condition> held = new ArrayList<>();
        boolean list = history.uses().stream().anyMatch(each -> each.value() instanceof Expression.New);
        for (VariableHistory.Use use : history.uses()) {
            switch (use.kind()) {
                case DECLARED -> held = declared(name, history, use, place, depth);
                case ASSIGNED -> held = assigned(held, name, use, place, depth);
                case ADDED -> held.add(Condition.UNKNOWN);
                case CALLED -> held.addAll(added(use, place, depth));
                case PASSED -> held.addAll(list ? passed(use) : List.of());
                default -> throw new IllegalStateException("kind of use " + use.kind());
            }
        }
        return List.copyOf(held);
    }

    private List<Condition> declared(Expression.Name name, VariableHistory history, VariableHistory.Use use, CodePlace place,
            int depth) {
        if (history.parameter()) {
            return new ArrayList<>(place.given(name.name()).map(each -> conditions.read(each.value(), each.place(), depth))
                    .orElse(List.of(Condition.UNKNOWN)));
        }
        boolean list = use.value() instanceof Expression.New;
        return new ArrayList<>(use.value() == null || list ? List.of() : conditions.read(use.value(), place, depth));
    }

    private List<Condition> assigned(List<Condition> held, Expression.Name name, VariableHistory.Use use, CodePlace place,
            int depth) {
        List<Expression.Call> chain = chainOn(use.value(), name);
        if (!chain.isEmpty()) {
            boolean all = chain.stream().allMatch(each -> each.name().equals("and"));
            List<Condition> more = chain.stream().flatMap(each -> conditions.all(each.arguments(), place, depth).stream())
                    .toList();
            boolean first = held.isEmpty() && chain.size() == 1 && !use.conditional() && chain.get(0).name().equals("or");
            return new ArrayList<>(all
                    ? ConditionReader.joined(held, more.stream().map(each -> each.optionally(use.conditional())).toList())
                    : first ? more : List.of(Condition.UNKNOWN));
        }
        List<Condition> value = conditions.read(use.value(), place, depth);
        if (!use.conditional()) {
            return new ArrayList<>(value);
        }
        return new ArrayList<>(held.isEmpty() ? value.stream().map(each -> each.optionally(true)).toList()
                : List.of(Condition.UNKNOWN));
    }

    /** The calls that are made on the variable itself, the last one first; none where the value is made of something else. */
    private static List<Expression.Call> chainOn(Expression value, Expression.Name name) {
        List<Expression.Call> chain = new ArrayList<>();
        Expression current = value;
        while (current instanceof Expression.Call each) {
            chain.add(each);
            current = each.target();
        }
        return current instanceof Expression.Name root && root.name().equals(name.name()) ? chain : List.of();
    }

    /** What is added to a list. */
    private List<Condition> added(VariableHistory.Use use, CodePlace place, int depth) {
        Expression.Call call = (Expression.Call) use.value();
        return switch (call.name()) {
            case "add" -> conditions.all(call.arguments(), place, depth).stream().map(each -> each.optionally(use.conditional()))
                    .toList();
            case "addAll", "remove", "clear" -> List.of(Condition.UNKNOWN);
            default -> List.of();
        };
    }

    /** Another method may add to a list. */
    private static List<Condition> passed(VariableHistory.Use use) {
        return TAKE.contains(((Expression.Call) use.value()).name()) ? List.of() : List.of(Condition.UNKNOWN);
    }
}
