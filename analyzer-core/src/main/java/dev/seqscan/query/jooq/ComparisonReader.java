package dev.seqscan.query.jooq;

import dev.seqscan.query.CodePlace;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the comparison of a column, {@code ORDERS.STATUS.eq(status)}, as SQL ("Conditional expressions" in the manual). */
final class ComparisonReader {

    private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("eq", "="), Map.entry("equal", "="),
            Map.entry("ne", "<>"), Map.entry("notEqual", "<>"), Map.entry("gt", ">"), Map.entry("greaterThan", ">"),
            Map.entry("ge", ">="), Map.entry("greaterOrEqual", ">="), Map.entry("lt", "<"), Map.entry("lessThan", "<"),
            Map.entry("le", "<="), Map.entry("lessOrEqual", "<="), Map.entry("isNotDistinctFrom", "="),
            Map.entry("isDistinctFrom", "<>"));
    private static final Map<String, String> CHECKS = Map.of("isNull", "is null", "isNotNull", "is not null", "isTrue", "= true",
            "isFalse", "= false");

    private final ColumnReader columns;
    private final StatementReader statements;

    ComparisonReader(ColumnReader columns, StatementReader statements) {
        this.columns = columns;
        this.statements = statements;
    }

    /** The comparison; empty where the expression is none, or one that is not understood. */
    Optional<String> read(Expression expression, CodePlace place, int depth) {
        if (!(expression instanceof Expression.Call call) || call.target() == null) {
            return Optional.empty();
        }
        if (call.name().equals("and") && call.arguments().size() == 1 && isRange(call.target())) {
            Expression.Call range = (Expression.Call) call.target();
            return columns.read(range.target(), place, depth).flatMap(column ->
                    between(column, range.arguments().get(0), call.arguments().get(0), place, depth));
        }
        return columns.read(call.target(), place, depth).flatMap(column -> compared(column, call, place, depth));
    }

    private static boolean isRange(Expression expression) {
        return expression instanceof Expression.Call call && call.name().equals("between") && call.arguments().size() == 1
                && call.target() != null;
    }

    private Optional<String> compared(String column, Expression.Call call, CodePlace place, int depth) {
        List<Expression> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return Optional.ofNullable(CHECKS.get(call.name())).map(check -> column + " " + check);
        }
        Expression first = arguments.get(0);
        if (arguments.size() == 1 && OPERATORS.containsKey(call.name())) {
            return columns.value(first, place, depth).map(value -> column + " " + OPERATORS.get(call.name()) + " " + value);
        }
        return switch (call.name()) {
            case "in" -> list(arguments, place, depth).map(values -> column + " in (" + values + ")");
            case "notIn" -> list(arguments, place, depth).map(values -> column + " not in (" + values + ")");
            case "between" -> arguments.size() != 2 ? Optional.empty() : between(column, first, arguments.get(1), place, depth);
            case "equalIgnoreCase" -> columns.value(first, place, depth).map(value -> "lower(" + column + ") = " + value);
            default -> pattern(call.name()).flatMap(form -> columns.value(first, place, depth).map(value ->
                    form.formatted(column, value)));
        };
    }

    private Optional<String> between(String column, Expression from, Expression to, CodePlace place, int depth) {
        return columns.value(from, place, depth).flatMap(low -> columns.value(to, place, depth)
                .map(high -> column + " between " + low + " and " + high));
    }

    /** The methods for texts; jOOQ puts the wildcards around the value itself. */
    private static Optional<String> pattern(String method) {
        return Optional.ofNullable(switch (method) {
            case "like" -> "%1$s like %2$s";
            case "notLike" -> "%1$s not like %2$s";
            case "likeIgnoreCase" -> "lower(%1$s) like %2$s";
            case "notLikeIgnoreCase" -> "lower(%1$s) not like %2$s";
            case "startsWith" -> "%1$s like %2$s || '%%'";
            case "startsWithIgnoreCase" -> "lower(%1$s) like %2$s || '%%'";
            case "endsWith" -> "%1$s like '%%' || %2$s";
            case "endsWithIgnoreCase" -> "lower(%1$s) like '%%' || %2$s";
            case "contains" -> "%1$s like '%%' || %2$s || '%%'";
            case "containsIgnoreCase" -> "lower(%1$s) like '%%' || %2$s || '%%'";
            default -> null;
        });
    }

    private Optional<String> list(List<Expression> arguments, CodePlace place, int depth) {
        if (arguments.size() == 1) {
            Optional<String> subquery = statements.subquery(arguments.get(0), place, depth);
            if (subquery.isPresent()) {
                return subquery;
            }
        }
        List<Optional<String>> values = arguments.stream().map(each -> columns.value(each, place, depth)).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).collect(Collectors.joining(", "))) : Optional.empty();
    }
}
