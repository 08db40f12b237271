package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a comparison of an attribute, {@code order.status.eq(status)}, as JPQL. */
final class ComparisonReader {

    /** What stands for a value that is given at run time. */
    private static final String VALUE = ":value";
    private static final Map<String, String> OPERATORS = Map.of("eq", "=", "ne", "<>", "gt", ">", "goe", ">=", "lt", "<",
            "loe", "<=", "after", ">", "before", "<");
    private static final Map<String, String> CHECKS = Map.of("isNull", "is null", "isNotNull", "is not null", "isTrue",
            "= true", "isFalse", "= false", "isEmpty", "is empty", "isNotEmpty", "is not empty");
    private static final Map<String, String> FUNCTIONS = Map.of("lower", "lower", "toLowerCase", "lower", "upper", "upper",
            "toUpperCase", "upper", "trim", "trim", "year", "year", "month", "month", "dayOfMonth", "day");

    private final PathReader paths;
    private final EntityModel entities;
    private final Set<String> aliases;

    /**
     * Takes what a comparison may speak of.
     *
     * @param aliases the variables that the statement declares
     */
    ComparisonReader(PathReader paths, EntityModel entities, Set<String> aliases) {
        this.paths = paths;
        this.entities = entities;
        this.aliases = Set.copyOf(aliases);
    }

    /** The comparison; empty where the expression is none, or one that is not understood. */
    Optional<String> read(Expression expression, CodePlace place) {
        Optional<QuerydslPath> flag = path(expression, place).filter(each -> !each.steps().isEmpty());
        if (flag.isPresent()) {
            return flag.map(each -> each.text() + " = true");
        }
        if (!(expression instanceof Expression.Call call) || call.target() == null) {
            return Optional.empty();
        }
        Optional<String> column = column(call.target(), place);
        return column.isEmpty() ? Optional.empty() : compared(column.get(), call, place);
    }

    /** A path that starts at a variable of the statement. */
    Optional<QuerydslPath> path(Expression expression, CodePlace place) {
        return paths.read(expression, place).filter(each -> aliases.contains(each.alias()));
    }

    /** An attribute, or a function of it. */
    Optional<String> column(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Call call && call.target() != null && call.arguments().isEmpty()
                && FUNCTIONS.containsKey(call.name())) {
            return column(call.target(), place).map(inner -> FUNCTIONS.get(call.name()) + "(" + inner + ")");
        }
        return path(expression, place).map(QuerydslPath::text);
    }

    private Optional<String> compared(String column, Expression.Call call, CodePlace place) {
        List<Expression> arguments = call.arguments();
        if (arguments.isEmpty()) {
            return Optional.ofNullable(CHECKS.get(call.name())).map(check -> column + " " + check);
        }
        if (arguments.size() == 1 && OPERATORS.containsKey(call.name())) {
            return value(arguments.get(0), place).map(value -> column + " " + OPERATORS.get(call.name()) + " " + value);
        }
        return switch (call.name()) {
            case "in" -> list(arguments, place).map(values -> column + " in (" + values + ")");
            case "notIn" -> list(arguments, place).map(values -> column + " not in (" + values + ")");
            case "between" -> arguments.size() != 2 ? Optional.empty() : value(arguments.get(0), place).flatMap(from ->
                    value(arguments.get(1), place).map(to -> column + " between " + from + " and " + to));
            default -> arguments.size() == 1 ? ofText(column, call, place) : Optional.empty();
        };
    }

    private Optional<String> ofText(String column, Expression.Call call, CodePlace place) {
        boolean isValue = value(call.arguments().get(0), place).isPresent();
        if (!isValue) {
            return Optional.empty();
        }
        if (call.name().equals("contains") && isCollection(call.target(), place)) {
            return Optional.of(VALUE + " member of " + column);
        }
        String name = call.name();
        String text = name.endsWith("IgnoreCase") ? "lower(" + column + ")" : column;
        return Optional.ofNullable(switch (name) {
            case "contains", "containsIgnoreCase" -> text + " like %" + VALUE + "%";
            case "startsWith", "startsWithIgnoreCase" -> text + " like " + VALUE + "%";
            case "endsWith", "endsWithIgnoreCase" -> text + " like %" + VALUE;
            case "equalsIgnoreCase" -> text + " = " + VALUE;
            case "like", "likeIgnoreCase" -> text + " like " + value(call.arguments().get(0), place).orElse(VALUE);
            default -> null;
        });
    }

    private boolean isCollection(Expression target, CodePlace place) {
        Optional<Attribute> last = path(target, place).flatMap(each -> each.last(entities));
        return last.isEmpty() || last.get() instanceof Association;
    }

    private Optional<String> list(List<Expression> arguments, CodePlace place) {
        List<Optional<String>> values = arguments.stream().map(each -> value(each, place)).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Optional.of(values.stream().map(Optional::get).collect(Collectors.joining(", "))) : Optional.empty();
    }

    /** Another column, a literal or a parameter; empty for subqueries and columns of what is not known. */
    Optional<String> value(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal(literal));
        }
        if (paths.read(expression, place).isPresent()) {
            return column(expression, place);
        }
        return isComputed(expression, place) ? Optional.empty() : Optional.of(VALUE);
    }

    private static String literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof String text ? "'" + text.replace("'", "''") + "'" : VALUE;
    }

    /** Whether the database works the value out: a subquery, or an expression over columns. */
    private boolean isComputed(Expression expression, CodePlace place) {
        Expression root = expression;
        while (root instanceof Expression.Call call && call.target() != null) {
            if (Set.of("select", "selectFrom", "selectDistinct", "selectOne").contains(call.name())) {
                return true;
            }
            root = call.target();
        }
        if (root != expression && paths.read(root, place).isPresent()) {
            return true;
        }
        return root instanceof Expression.Name name && VariableHistory.of(place.method(), name.name(), name.span())
                .filter(each -> each.type().simpleName().endsWith("Query") || each.type().simpleName().contains("Expression")
                        || each.values().stream().anyMatch(value -> value instanceof Expression.Call && isComputed(value, place)))
                .isPresent();
    }
}
