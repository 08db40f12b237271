package dev.seqscan.query.jooq;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Returns;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads conditions: joined by {@code and} and {@code or}, gathered in a variable under {@code if}, made by methods, or
 * {@code noCondition()} ("Conditional expressions" and "Dynamic SQL" in the manual).
 */
final class ConditionReader {

    private final Lookup lookup;
    private final ComparisonReader comparisons;
    private final ColumnReader columns;
    private final StatementReader statements;
    private final ConditionVariable variables;

    ConditionReader(Lookup lookup, ColumnReader columns, StatementReader statements) {
        this.lookup = lookup;
        this.columns = columns;
        this.statements = statements;
        this.comparisons = new ComparisonReader(columns, statements);
        this.variables = new ConditionVariable(this);
    }

    /** The conditions that all expressions together mean, as one text; what is not known of them is left out. */
    String text(List<Expression> expressions, CodePlace place, int depth) {
        String held = all(expressions, place, depth).stream().filter(each -> each.isKnown() && !each.optional())
                .map(Condition::text).collect(Collectors.joining(" and "));
        return held.isEmpty() ? "1 = 1" : held;
    }

    /** The conditions that all expressions together mean; those that must hold together are apart. */
    List<Condition> all(List<Expression> expressions, CodePlace place, int depth) {
        if (expressions.size() > 1 && isText(expressions.get(0))) {
            return read(expressions.get(0), place, depth);
        }
        return expressions.stream().flatMap(each -> read(each, place, depth).stream()).toList();
    }

    private static boolean isText(Expression expression) {
        return expression instanceof Expression.Literal || expression instanceof Expression.Binary;
    }

    /** The conditions that must hold together. */
    List<Condition> read(Expression expression, CodePlace place, int depth) {
        if (depth > StatementReader.DEEPEST) {
            return List.of(Condition.UNKNOWN);
        }
        if (isNull(expression)) {
            return List.of();
        }
        if (expression instanceof Expression.Conditional choice) {
            return either(List.of(choice.whenTrue(), choice.whenFalse()), place, depth + 1);
        }
        if (isText(expression)) {
            return plain(expression, place);
        }
        Optional<String> comparison = comparisons.read(expression, place, depth + 1);
        if (comparison.isPresent()) {
            return List.of(new Condition(comparison.get(), false));
        }
        if (expression instanceof Expression.Call call) {
            return called(call, place, depth + 1);
        }
        if (expression instanceof Expression.Name name && place.variable(name).isPresent()) {
            return variables.read(name, place.variable(name).get(), place, depth + 1);
        }
        return lookup.follow(expression, place).map(each -> read(each.value(), each.place(), depth + 1))
                .orElseGet(() -> flag(expression, place, depth + 1));
    }

    /** A column of truth values is a condition itself. */
    private List<Condition> flag(Expression expression, CodePlace place, int depth) {
        return List.of(columns.read(expression, place, depth).map(each -> new Condition(each + " = true", false))
                .orElse(Condition.UNKNOWN));
    }

    /** {@code where("status = ?", status)}. */
    private List<Condition> plain(Expression expression, CodePlace place) {
        Optional<String> text = Texts.text(expression, place, lookup.program()).constant()
                .filter(each -> !each.contains("{") && !each.isBlank());
        return List.of(text.map(each -> new Condition("(" + each + ")", false)).orElse(Condition.UNKNOWN));
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    /** One of several values; what is null or {@code noCondition()} is no condition. */
    List<Condition> either(List<Expression> values, CodePlace place, int depth) {
        List<List<Condition>> given = values.stream().map(each -> read(each, place, depth)).filter(each -> !each.isEmpty())
                .toList();
        if (given.size() != 1) {
            return given.isEmpty() ? List.of() : List.of(Condition.UNKNOWN);
        }
        return given.get(0).stream().map(each -> each.optionally(values.size() > 1)).toList();
    }

    private List<Condition> called(Expression.Call call, CodePlace place, int depth) {
        if (lookup.isFunction(call, place)) {
            return function(call, place, depth);
        }
        Optional<CodePlace> inner = place.called(call, lookup.program());
        if (inner.isPresent()) {
            return either(Returns.of(inner.get().method()), inner.get(), depth);
        }
        if (call.target() == null) {
            return List.of(Condition.UNKNOWN);
        }
        return switch (call.name()) {
            case "and" -> joined(read(call.target(), place, depth), all(call.arguments(), place, depth));
            case "or" -> alternatives(read(call.target(), place, depth), all(call.arguments(), place, depth));
            case "andNot" -> joined(read(call.target(), place, depth), not(all(call.arguments(), place, depth)));
            case "andExists", "andNotExists" -> joined(read(call.target(), place, depth),
                    exists(call, place, depth, call.name().equals("andNotExists")));
            case "not" -> not(read(call.target(), place, depth));
            case "of" -> all(call.arguments(), place, depth);
            case "asList" -> all(call.arguments(), place, depth);
            default -> flag(call, place, depth);
        };
    }

    private List<Condition> function(Expression.Call call, CodePlace place, int depth) {
        List<Expression> arguments = call.arguments();
        return switch (call.name()) {
            case "noCondition", "trueCondition" -> List.of();
            case "falseCondition" -> List.of(new Condition("1 = 0", false));
            case "and", "condition" -> arguments.isEmpty() ? List.of() : all(arguments, place, depth);
            case "or" -> arguments.stream().map(each -> read(each, place, depth)).reduce(ConditionReader::alternatives)
                    .orElse(List.of());
            case "not" -> not(all(arguments, place, depth));
            case "exists", "notExists" -> exists(call, place, depth, call.name().equals("notExists"));
            default -> flag(call, place, depth);
        };
    }

    private List<Condition> exists(Expression.Call call, CodePlace place, int depth, boolean negated) {
        Optional<String> subquery = call.arguments().isEmpty() ? Optional.empty()
                : statements.subquery(call.arguments().get(0), place, depth);
        return List.of(subquery.map(each -> new Condition((negated ? "not " : "") + "exists (" + each + ")", false))
                .orElse(Condition.UNKNOWN));
    }

    private static List<Condition> not(List<Condition> conditions) {
        boolean sure = !conditions.isEmpty() && conditions.stream().allMatch(each -> each.isKnown() && !each.optional());
        return List.of(sure ? new Condition("not (" + text(conditions) + ")", false) : Condition.UNKNOWN);
    }

    static List<Condition> joined(List<Condition> one, List<Condition> other) {
        List<Condition> both = new ArrayList<>(one);
        both.addAll(other);
        return List.copyOf(both);
    }

    /** Where one side may be missing, the other one alone decides, so that neither is sure. */
    static List<Condition> alternatives(List<Condition> one, List<Condition> other) {
        boolean sure = !one.isEmpty() && !other.isEmpty()
                && joined(one, other).stream().allMatch(each -> each.isKnown() && !each.optional());
        return List.of(sure ? new Condition("(" + text(one) + " or " + text(other) + ")", false) : Condition.UNKNOWN);
    }

    private static String text(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).filter(each -> !each.equals(Text.HOLE))
                .collect(Collectors.joining(" and "));
    }
}
