package dev.seqscan.query.criteria;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a comparison, {@code cb.equal(root.get("status"), status)}, as JPQL. */
final class ComparisonReader {

    /** What stands for a value that is given at run time. */
    private static final String VALUE = ":value";
    private static final Map<String, String> OPERATORS = Map.ofEntries(Map.entry("equal", "="), Map.entry("notEqual", "<>"),
            Map.entry("greaterThan", ">"), Map.entry("gt", ">"), Map.entry("greaterThanOrEqualTo", ">="), Map.entry("ge", ">="),
            Map.entry("lessThan", "<"), Map.entry("lt", "<"), Map.entry("lessThanOrEqualTo", "<="), Map.entry("le", "<="));
    private static final Map<String, String> TURNED = Map.of("=", "=", "<>", "<>", ">", "<", ">=", "<=", "<", ">", "<=", ">=");
    private static final Map<String, String> CHECKS = Map.of("isNull", "is null", "isNotNull", "is not null", "isTrue", "= true",
            "isFalse", "= false", "isEmpty", "is empty", "isNotEmpty", "is not empty");
    private static final Set<String> FUNCTIONS = Set.of("lower", "upper", "trim");
    /** Functions of the builder that make a value of values. */
    private static final Set<String> OF_VALUES = Set.of("literal", "parameter", "currentDate", "currentTime", "currentTimestamp",
            "value", "localDate", "localDateTime");
    /** Types whose objects stand for something that the database works out. */
    private static final Set<String> EXPRESSIONS = Set.of("Expression", "Path", "Root", "Join", "From", "Subquery", "Case",
            "Order");

    private final PathReader paths;

    ComparisonReader(PathReader paths) {
        this.paths = paths;
    }

    /** The comparison; empty where the call is none, or one that is not understood. */
    Optional<String> read(Expression.Call call, CodePlace place) {
        List<Expression> arguments = call.arguments();
        if (call.target() == null) {
            return Optional.empty();
        }
        if (call.name().equals("in") || call.name().equals("value")) {
            return list(call, place);
        }
        if (arguments.isEmpty()) {
            return check(call.name(), call.target(), place);
        }
        return switch (arguments.size()) {
            case 1 -> check(call.name(), arguments.get(0), place);
            case 2, 3 -> compared(call, place);
            default -> Optional.empty();
        };
    }

    private Optional<String> check(String name, Expression column, CodePlace place) {
        return !CHECKS.containsKey(name) ? Optional.empty() : column(column, place).map(each -> each + " " + CHECKS.get(name));
    }

    private Optional<String> compared(Expression.Call call, CodePlace place) {
        Expression left = call.arguments().get(0);
        Expression right = call.arguments().get(1);
        Optional<String> column = column(left, place);
        if (call.name().equals("between")) {
            return column.filter(each -> call.arguments().size() == 3).flatMap(each -> value(right, place).flatMap(from ->
                    value(call.arguments().get(2), place).map(to -> each + " between " + from + " and " + to)));
        }
        if (Set.of("like", "notLike", "ilike", "notIlike").contains(call.name())) {
            return column.flatMap(each -> pattern(right, place).map(pattern -> like(call.name(), each, pattern)));
        }
        if (Set.of("isMember", "isNotMember").contains(call.name())) {
            return column(right, place).flatMap(each -> value(left, place).map(value ->
                    value + (call.name().equals("isMember") ? " member of " : " not member of ") + each));
        }
        String operator = OPERATORS.get(call.name());
        if (operator == null || call.arguments().size() != 2) {
            return Optional.empty();
        }
        return column.isPresent() ? value(right, place).map(value -> column.get() + " " + operator + " " + value)
                : column(right, place).flatMap(turned -> value(left, place).map(value ->
                        turned + " " + TURNED.get(operator) + " " + value));
    }

    private static String like(String name, String column, String pattern) {
        boolean anyCase = name.equals("ilike") || name.equals("notIlike");
        return (anyCase ? "lower(" + column + ")" : column) + (name.startsWith("not") ? " not like " : " like ") + pattern;
    }

    /** How the pattern begins decides what an index can do. */
    private Optional<String> pattern(Expression expression, CodePlace place) {
        Text text = Texts.text(expression, place, paths.context().program());
        String start = text.parts().isEmpty() || text.parts().get(0).knowledge() != Text.Knowledge.KNOWN
                || text.parts().get(0).optional() ? "" : text.parts().get(0).text();
        if (start.startsWith("%") || start.startsWith("_")) {
            return Optional.of("%" + VALUE);
        }
        boolean begins = !start.isEmpty() || text.parts().size() > 1 && text.full().endsWith("%") && !text.hasOptionalParts()
                && isPlainStart(expression);
        return begins ? Optional.of(VALUE + "%") : value(expression, place);
    }

    /** {@code name + "%"}: what the value itself begins with is for whoever gives it. */
    private static boolean isPlainStart(Expression expression) {
        Expression current = expression;
        while (current instanceof Expression.Binary binary) {
            current = binary.left();
        }
        return current != expression;
    }

    /** {@code path.in(values)} and {@code cb.in(path).value(one).value(other)}. */
    private Optional<String> list(Expression.Call call, CodePlace place) {
        Expression.Call first = call;
        while (first.name().equals("value") && first.target() instanceof Expression.Call before) {
            if (first.arguments().size() != 1 || value(first.arguments().get(0), place).isEmpty()) {
                return Optional.empty();
            }
            first = before;
        }
        if (!first.name().equals("in") || first.target() == null) {
            return Optional.empty();
        }
        Optional<String> column = column(first.target(), place);
        boolean ofBuilder = column.isEmpty() && first.arguments().size() == 1;
        List<Optional<String>> values = ofBuilder ? List.of(Optional.of(VALUE))
                : first.arguments().stream().map(each -> value(each, place)).toList();
        if (ofBuilder) {
            column = column(first.arguments().get(0), place);
        }
        return column.filter(each -> values.stream().allMatch(Optional::isPresent)).map(each -> each + " in ("
                + values.stream().map(Optional::get).distinct().collect(Collectors.joining(", ")) + ")");
    }

    /** An attribute, or a function of it. */
    Optional<String> column(Expression expression, CodePlace place) {
        Optional<CriteriaPath> path = paths.read(expression, place);
        if (path.isPresent()) {
            return path.map(CriteriaPath::text);
        }
        if (expression instanceof Expression.Call call && FUNCTIONS.contains(call.name()) && call.arguments().size() == 1) {
            return column(call.arguments().get(0), place).map(inner -> call.name() + "(" + inner + ")");
        }
        if (expression instanceof Expression.Call call && call.name().equals("as") && call.target() != null) {
            return column(call.target(), place).map(inner -> "cast(" + inner + " as String)");
        }
        Optional<CodePlace.Given> meant = meant(expression, place);
        return meant.flatMap(each -> column(each.value(), each.place()));
    }

    /** What a variable holds, or a parameter was given. */
    private static Optional<CodePlace.Given> meant(Expression expression, CodePlace place) {
        if (!(expression instanceof Expression.Name name)) {
            return Optional.empty();
        }
        Optional<VariableHistory> history = place.variable(name);
        List<Expression> values = history.map(VariableHistory::values).orElse(List.of());
        if (values.size() == 1 && !(values.get(0) instanceof Expression.Name)) {
            return Optional.of(new CodePlace.Given(values.get(0), place));
        }
        return history.filter(VariableHistory::parameter).filter(each -> values.isEmpty()).flatMap(each -> place.given(name.name()));
    }

    /** Another column, a literal or a parameter; empty for what the database works out in a way that is not understood. */
    private Optional<String> value(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal(literal));
        }
        Optional<String> column = column(expression, place);
        if (column.isPresent()) {
            return column;
        }
        return isComputed(expression, place) ? Optional.empty() : Optional.of(VALUE);
    }

    private static String literal(Expression.Literal literal) {
        Object value = literal.value();
        return value instanceof Number || value instanceof Boolean ? value.toString()
                : value instanceof String text ? "'" + text.replace("'", "''") + "'" : VALUE;
    }

    private boolean isComputed(Expression expression, CodePlace place) {
        if (expression instanceof Expression.Name name) {
            Optional<CodePlace.Given> meant = meant(name, place);
            String type = place.variable(name).map(each -> each.type().simpleName()).orElse("");
            return EXPRESSIONS.contains(type) && (meant.isEmpty() || isComputed(meant.get().value(), meant.get().place()));
        }
        if (!(expression instanceof Expression.Call call) || call.target() == null) {
            return false;
        }
        if (FUNCTIONS.contains(call.name()) && call.arguments().size() == 1 && isBuilder(call.target(), place)) {
            return isComputed(call.arguments().get(0), place);
        }
        boolean queries = Set.of("subquery", "select", "from", "get", "as").contains(call.name())
                && isExpression(call.target(), place);
        return queries || isBuilder(call.target(), place) && !OF_VALUES.contains(call.name());
    }

    private static boolean isExpression(Expression expression, CodePlace place) {
        Expression root = expression;
        while (root instanceof Expression.Call call && call.target() != null) {
            root = call.target();
        }
        String type = root instanceof Expression.Name name
                ? place.variable(name).map(each -> each.type().simpleName()).orElse("") : "";
        return EXPRESSIONS.contains(type) || type.endsWith("CriteriaQuery") || type.equals("AbstractQuery");
    }

    /** Whether it is the builder, by the declared type, or as the parameter of a function is mostly called. */
    private static boolean isBuilder(Expression expression, CodePlace place) {
        if (!(expression instanceof Expression.Name name)) {
            return expression instanceof Expression.Call call && call.name().equals("getCriteriaBuilder");
        }
        String type = place.variable(name).map(each -> each.type().simpleName()).orElse("");
        boolean declared = !type.isEmpty() && !type.equals("var");
        return declared ? type.endsWith("CriteriaBuilder") : name.name().equals("cb")
                || name.name().toLowerCase(java.util.Locale.ROOT).endsWith("builder");
    }
}
