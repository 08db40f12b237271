package dev.seqscan.query.wrapper;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads the methods of a wrapper that compare a column, {@code eq(Order::getStatus, status)}, as SQL. */
final class Comparisons {

    private static final Map<String, String> OPERATORS = Map.of("eq", "=", "ne", "<>", "gt", ">", "ge", ">=", "lt", "<",
            "le", "<=");
    private static final Map<String, String> PATTERNS = Map.of("like", "like concat('%', ?)",
            "notLike", "not like concat('%', ?)", "likeLeft", "like concat('%', ?)", "notLikeLeft", "not like concat('%', ?)",
            "likeRight", "like concat(?, '%')", "notLikeRight", "not like concat(?, '%')");
    private static final Map<String, String> CHECKS = Map.of("isNull", "is null", "isNotNull", "is not null");
    private static final Map<String, String> LISTS = Map.of("in", "in", "notIn", "not in");
    private static final Map<String, String> RANGES = Map.of("between", "between", "notBetween", "not between");
    private static final Map<String, String> SUBQUERIES = Map.of("inSql", "in", "notInSql", "not in", "eqSql", "=", "gtSql", ">",
            "geSql", ">=", "ltSql", "<", "leSql", "<=");
    private static final Map<String, String> TEXTS = Map.of("apply", "", "exists", "exists ", "notExists", "not exists ");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\d+[^}]*}");
    private static final List<Map<String, String>> ALL = List.of(OPERATORS, PATTERNS, CHECKS, LISTS, RANGES, SUBQUERIES, TEXTS);

    private final Operands operands;
    private final QueryContext context;

    Comparisons(Operands operands, QueryContext context) {
        this.operands = operands;
        this.context = context;
    }

    /** Whether a method of that name compares. */
    static boolean isName(String method) {
        return ALL.stream().anyMatch(each -> each.containsKey(method));
    }

    /** The condition; one that is not known where the column or the text is known at run time only. */
    Condition read(Expression.Call call, CodePlace place) {
        String name = call.name();
        if (OPERATORS.containsKey(name)) {
            return read(Arguments.of(call, 2), place, each -> OPERATORS.get(name) + " " + operands.value(each.last(), place));
        }
        if (PATTERNS.containsKey(name)) {
            return read(Arguments.of(call, 2), place, each -> PATTERNS.get(name));
        }
        if (CHECKS.containsKey(name)) {
            return read(Arguments.of(call, 1), place, each -> CHECKS.get(name));
        }
        if (RANGES.containsKey(name)) {
            return read(Arguments.of(call, 3), place, each -> RANGES.get(name) + " " + operands.value(each.values().get(1), place)
                    + " and " + operands.value(each.last(), place));
        }
        if (LISTS.containsKey(name)) {
            return read(Arguments.any(call, place, operands).filter(each -> each.values().size() > 1), place, each ->
                    LISTS.get(name) + " (" + operands.values(each.values().subList(1, each.values().size()), place) + ")");
        }
        return SUBQUERIES.containsKey(name) ? subquery(call, place) : text(call, place);
    }

    private Condition read(Optional<Arguments> arguments, CodePlace place, Function<Arguments, String> rest) {
        return arguments.flatMap(each -> operands.column(each.first(), place)
                .map(column -> new Condition(column + " " + rest.apply(each), each.conditional()))).orElse(Condition.UNKNOWN);
    }

    private Condition subquery(Expression.Call call, CodePlace place) {
        Optional<Arguments> arguments = Arguments.of(call, 2);
        Optional<String> sql = arguments.flatMap(each -> operands.text(each.last(), place));
        return checked(sql.isEmpty() ? Condition.UNKNOWN
                : read(arguments, place, each -> SUBQUERIES.get(call.name()) + " (" + sql.get() + ")"));
    }

    /** A text with places for values, {@code apply("date(created) = {0}", day)}. */
    private Condition text(Expression.Call call, CodePlace place) {
        List<Expression> all = call.arguments();
        for (int i = 0; i < Math.min(2, all.size()); i++) {
            Optional<String> sql = operands.text(all.get(i), place).filter(each -> !each.isBlank() && !isTruth(each));
            if (sql.isPresent()) {
                String written = PARAMETER.matcher(sql.get()).replaceAll("?");
                String prefix = TEXTS.get(call.name());
                return checked(new Condition(prefix.isEmpty() ? "(" + written + ")" : prefix + "(" + written + ")",
                        i > 0 && !Arguments.isTrue(all.get(0))));
            }
        }
        return Condition.UNKNOWN;
    }

    private static boolean isTruth(String text) {
        return text.equals("true") || text.equals("false");
    }

    /** One text that is no SQL must not hide all others. */
    private Condition checked(Condition condition) {
        QueryShape shape = condition.isKnown() ? context.sql("select * from t where " + condition.text()) : null;
        return shape != null && shape.command() == QueryShape.Command.SELECT && shape.unknown().isEmpty() ? condition
                : Condition.UNKNOWN;
    }
}
