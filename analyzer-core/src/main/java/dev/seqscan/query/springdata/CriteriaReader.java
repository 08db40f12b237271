package dev.seqscan.query.springdata;

import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the criteria of Spring Data Relational, {@code where("status").is(status).and("total").greaterThan(10)}, as SQL (its
 * reference, "Query Methods" and "Fluent API"). What follows {@code or} is an alternative to all that came before.
 */
final class CriteriaReader {

    private static final int DEEPEST = 10;
    private static final Map<String, String> COMPARISONS = Map.ofEntries(Map.entry("is", " = ?"), Map.entry("not", " <> ?"),
            Map.entry("in", " in (?)"), Map.entry("notIn", " not in (?)"), Map.entry("between", " between ? and ?"),
            Map.entry("notBetween", " not between ? and ?"), Map.entry("lessThan", " < ?"),
            Map.entry("lessThanOrEquals", " <= ?"), Map.entry("greaterThan", " > ?"),
            Map.entry("greaterThanOrEquals", " >= ?"), Map.entry("like", " like ?"), Map.entry("notLike", " not like ?"),
            Map.entry("isNull", " is null"), Map.entry("isNotNull", " is not null"), Map.entry("isTrue", " = true"),
            Map.entry("isFalse", " = false"));

    private final Entity entity;
    private final QueryContext context;

    CriteriaReader(Entity entity, QueryContext context) {
        this.entity = entity;
        this.context = context;
    }

    /** The conditions that must hold together. */
    List<Condition> read(Expression criteria, CodePlace place) {
        return read(criteria, place, 0);
    }

    private List<Condition> read(Expression criteria, CodePlace place, int depth) {
        Optional<CallChain> chain = depth > DEEPEST ? Optional.empty()
                : CallChain.of(criteria, place.owner(), place.method(), CriteriaReader::begins);
        if (chain.isEmpty()) {
            return List.of(Condition.UNKNOWN);
        }
        List<Condition> held = new ArrayList<>();
        Expression.Call first = (Expression.Call) chain.get().origin();
        CodePlace begun = new CodePlace(chain.get().owner(), chain.get().method(), Optional.empty());
        String column = "";
        if (first.name().equals("where")) {
            column = column(first.arguments().get(0), begun);
        } else if (first.name().equals("from")) {
            first.arguments().forEach(each -> held.addAll(read(each, begun, depth + 1)));
        }
        boolean or = false;
        for (CallChain.Step step : chain.get().steps()) {
            Expression.Call call = step.call();
            CodePlace here = new CodePlace(step.owner(), step.method(), Optional.empty());
            if (COMPARISONS.containsKey(call.name())) {
                add(List.of(compared(column, call, here).optionally(step.conditional())), or, held);
            } else if (call.name().equals("and") || call.name().equals("or")) {
                or = call.name().equals("or");
                Optional<String> next = text(call.arguments().get(0), here);
                column = next.map(this::column).orElse("");
                if (next.isEmpty()) {
                    add(read(call.arguments().get(0), here, depth + 1).stream()
                            .map(each -> each.optionally(step.conditional())).toList(), or, held);
                }
            }
        }
        return chain.get().oneOfSeveral() ? List.of(Condition.UNKNOWN) : List.copyOf(held);
    }

    private static boolean begins(Expression expression) {
        return Calls.isCall(expression, "where", "empty", "from") && (!(expression instanceof Expression.Call call)
                || call.name().equals("empty") || !call.arguments().isEmpty());
    }

    private Condition compared(String column, Expression.Call call, CodePlace place) {
        if (column.isEmpty()) {
            return Condition.UNKNOWN;
        }
        Optional<String> pattern = call.name().endsWith("ike") && call.arguments().size() == 1
                ? Texts.text(call.arguments().get(0), place, context.program()).constant() : Optional.empty();
        String comparison = pattern.map(each -> COMPARISONS.get(call.name()).replace("?", "'" + each.replace("'", "''") + "'"))
                .orElse(COMPARISONS.get(call.name()));
        return new Condition(column + comparison, false);
    }

    /** One side that may be missing or is not known leaves neither sure. */
    private static void add(List<Condition> more, boolean or, List<Condition> held) {
        if (!or || held.isEmpty()) {
            held.addAll(more);
            return;
        }
        boolean sure = !more.isEmpty() && more.stream().allMatch(CriteriaReader::isSure)
                && held.stream().allMatch(CriteriaReader::isSure);
        Condition either = sure ? new Condition("(" + text(held) + " or " + text(more) + ")", false) : Condition.UNKNOWN;
        held.clear();
        held.add(either);
    }

    private static boolean isSure(Condition condition) {
        return condition.isKnown() && !condition.optional();
    }

    private static String text(List<Condition> conditions) {
        return conditions.stream().map(Condition::text).collect(Collectors.joining(" and "));
    }

    private Optional<String> text(Expression expression, CodePlace place) {
        return Texts.text(expression, place, context.program()).constant();
    }

    private String column(Expression name, CodePlace place) {
        return text(name, place).map(this::column).orElse("");
    }

    /** A name is that of a property, or else of a column. */
    String column(String name) {
        return entity.attributes().stream().filter(each -> each.name().equals(name)).filter(Attribute.Basic.class::isInstance)
                .map(each -> ((Attribute.Basic) each).column()).findFirst()
                .orElse(name.matches("\\w+") ? name : "");
    }
}
