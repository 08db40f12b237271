package dev.seqscan.query.jooq;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads columns, functions of them and values as SQL ("Column expressions" in the manual). */
final class ColumnReader {

    /** What stands for a value that is given at run time. */
    static final String VALUE = "?";
    private static final Set<String> SAME = Set.of("as", "cast", "coerce", "asc", "desc", "nullsFirst", "nullsLast",
            "convertFrom",
            "convert", "collate", "sortDefault", "asField");
    private static final Set<String> VALUES = Set.of("val", "value", "inline", "param", "currentTimestamp", "currentDate",
            "currentTime", "currentLocalDateTime", "currentLocalDate", "currentOffsetDateTime", "now");
    private static final Map<String, String> ARITHMETIC = Map.of("add", "+", "plus", "+", "sub", "-", "minus", "-", "mul", "*",
            "times", "*", "div", "/", "concat", "||");
    private static final Set<String> FUNCTIONS = Set.of("lower", "upper", "trim", "ltrim", "rtrim", "coalesce", "nvl", "ifnull",
            "length", "charLength", "abs", "round", "floor", "ceil", "year", "month", "day", "date", "substring", "concat",
            "greatest",
            "least", "sum", "avg", "min", "max", "count", "left", "right", "replace", "position", "md5", "toDate", "toTimestamp");

    private final Lookup lookup;
    private final TableReader tables;
    private final StatementReader statements;

    ColumnReader(Lookup lookup, TableReader tables, StatementReader statements) {
        this.lookup = lookup;
        this.tables = tables;
        this.statements = statements;
    }

    /** A column, a function of one, or a subquery in a SELECT list; empty for values and what is not known. */
    Optional<String> read(Expression expression, CodePlace place, int depth) {
        if (depth > StatementReader.DEEPEST || expression == null) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Select select) {
            Optional<JooqTable> table = tables.read(select.target(), place, depth + 1)
                    .filter(each -> each.hasColumn(select.name()));
            return table.isPresent() ? table.map(each -> each.constant(select.name())) : followed(expression, place, depth + 1);
        }
        if (expression instanceof Expression.Call call) {
            return called(call, place, depth + 1);
        }
        return expression instanceof Expression.Name ? followed(expression, place, depth + 1) : Optional.empty();
    }

    private Optional<String> followed(Expression expression, CodePlace place, int depth) {
        return lookup.follow(expression, place).flatMap(each -> read(each.value(), each.place(), depth));
    }

    private Optional<String> called(Expression.Call call, CodePlace place, int depth) {
        if (lookup.isFunction(call, place)) {
            return function(call, place, depth);
        }
        if (call.target() == null) {
            return followed(call, place, depth);
        }
        if (call.name().equals("field") && call.arguments().size() == 1) {
            return ofTable(call, place, depth);
        }
        Optional<String> target = read(call.target(), place, depth);
        if (target.isEmpty()) {
            return call.name().equals("asField") ? statements.subquery(call.target(), place, depth).map(each -> "(" + each + ")")
                    : followed(call, place, depth);
        }
        String column = target.get();
        if (SAME.contains(call.name())) {
            return target;
        }
        if (ARITHMETIC.containsKey(call.name()) && call.arguments().size() == 1) {
            return value(call.arguments().get(0), place, depth)
                    .map(each -> "(" + column + " " + ARITHMETIC.get(call.name()) + " " + each + ")");
        }
        return FUNCTIONS.contains(call.name()) ? Optional.of(named(call.name(), joined(column, call.arguments(), place, depth)))
                : Optional.empty();
    }

    /** {@code orders.field(ORDERS.STATUS)} and {@code orders.field("status")}. */
    private Optional<String> ofTable(Expression.Call call, CodePlace place, int depth) {
        Optional<JooqTable> table = tables.read(call.target(), place, depth);
        Expression given = call.arguments().get(0);
        return table.flatMap(each -> GeneratedClasses.literal(given).or(() -> read(given, place, depth)
                .map(column -> column.substring(column.lastIndexOf('.') + 1).replace("\"", ""))
                .filter(name -> name.matches("\\w+")))
                .map(each::column));
    }

    private Optional<String> function(Expression.Call call, CodePlace place, int depth) {
        List<Expression> arguments = call.arguments();
        if (VALUES.contains(call.name())) {
            return Optional.empty();
        }
        if (call.name().equals("field") && !arguments.isEmpty()) {
            return written(arguments.get(0), place, depth);
        }
        if (call.name().equals("count") && arguments.isEmpty()) {
            return Optional.of("count(*)");
        }
        if (call.name().equals("countDistinct") && !arguments.isEmpty()) {
            return read(arguments.get(0), place, depth).map(each -> "count(distinct " + each + ")");
        }
        if (Set.of("multiset", "array", "arrayAgg").contains(call.name()) && arguments.size() == 1) {
            return statements.subquery(arguments.get(0), place, depth).map(each -> "(" + each + ")");
        }
        return FUNCTIONS.contains(call.name()) && !arguments.isEmpty()
                ? read(arguments.get(0), place, depth).map(first -> named(call.name(),
                        joined(first, arguments.subList(1, arguments.size()), place, depth))) : Optional.empty();
    }

    /** {@code field("status")}, {@code field(name("orders", "status"))}, {@code field(select(..))}. */
    private Optional<String> written(Expression given, CodePlace place, int depth) {
        if (given instanceof Expression.Call name && name.name().equals("name")) {
            List<Optional<String>> parts = name.arguments().stream().map(GeneratedClasses::literal).toList();
            return parts.isEmpty() || !parts.stream().allMatch(Optional::isPresent) ? Optional.empty()
                    : Optional.of(String.join(".",
                    parts.subList(Math.max(0, parts.size() - 2), parts.size()).stream().map(each -> Sql.quoted(each.get()))
                    .toList()));
        }
        return Texts.text(given, place, lookup.program()).constant().filter(each -> !each.contains("{"))
                .or(() -> statements.subquery(given, place, depth).map(each -> "(" + each + ")"));
    }

    private static String named(String function, String arguments) {
        return function.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT) + "(" + arguments + ")";
    }

    private String joined(String first, List<Expression> others, CodePlace place, int depth) {
        List<String> all = new ArrayList<>(List.of(first));
        others.forEach(each -> all.add(value(each, place, depth).orElse(VALUE)));
        return String.join(", ", all);
    }

    /** What a column is compared with: a column, a literal, a parameter or a subquery; empty where it may be anything. */
    Optional<String> value(Expression expression, CodePlace place, int depth) {
        if (expression instanceof Expression.Literal literal) {
            return Optional.of(literal(literal));
        }
        if (expression instanceof Expression.Call call && lookup.isFunction(call, place) && VALUES.contains(call.name())) {
            boolean given = call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Literal;
            return Optional.of(given ? literal((Expression.Literal) call.arguments().get(0)) : VALUE);
        }
        Optional<String> column = read(expression, place, depth);
        if (column.isPresent()) {
            return column;
        }
        Optional<String> subquery = statements.subquery(expression, place, depth).map(each -> "(" + each + ")");
        return subquery.isPresent() ? subquery : lookup.isPart(expression, place) || isOfTable(expression, place, depth)
                ? Optional.empty() : Optional.of(VALUE);
    }

    /** Whether the database works it out of columns, in a way that is not understood. */
    private boolean isOfTable(Expression expression, CodePlace place, int depth) {
        Expression root = expression;
        for (int i = 0; root instanceof Expression.Call call && call.target() != null && i < StatementReader.DEEPEST; i++) {
            root = call.target();
        }
        return root != expression
                && (read(root, place, depth + 1).isPresent() || tables.read(root, place, depth + 1).isPresent());
    }

    private static String literal(Expression.Literal literal) {
        Object value = literal.value();
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return value instanceof String text && !text.contains(Text.HOLE) ? Sql.literal(text) : VALUE;
    }
}
