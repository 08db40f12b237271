package dev.seqscan.query.querydsl;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a statement down as the JPQL that Querydsl makes of it, as far as it is known. */
final class StatementText {

    private final StatementSteps steps;
    private final QueryContext context;
    private final ComparisonReader columns;
    private final ConditionReader conditions;
    private final Selection selection;
    private final List<Condition> held;
    private final List<String> keys;

    StatementText(StatementSteps steps, QueryContext context) {
        this.steps = steps;
        this.context = context;
        this.columns = new ComparisonReader(steps.paths(), context.entities(), steps.aliases());
        this.conditions = new ConditionReader(columns);
        this.selection = Selection.of(steps, columns, context.entities());
        this.held = steps.conditions().stream().flatMap(each -> each.arguments().stream().flatMap(argument ->
                conditions.read(argument, each.place()).stream()).map(found -> found.optionally(each.conditional()))).toList();
        this.keys = steps.order().stream().flatMap(each -> each.arguments().stream().map(key -> key(key, each.place()))).toList();
    }

    /** What it selects. */
    Selection selection() {
        return selection;
    }

    /** The text for people, unknown parts included. */
    String shown() {
        List<String> all = held.stream().map(Condition::text).toList();
        return head(selection.text()).full() + (all.isEmpty() ? "" : " where " + String.join(" and ", all)) + tail(keys);
    }

    /** What it asks of the database; a condition that is not known is one of an unknown column. */
    QueryShape shape() {
        List<String> before = keys.stream().takeWhile(each -> !each.equals(Text.HOLE)).toList();
        String readable = selection.text().startsWith("new ") || selection.text().contains(Text.HOLE)
                ? steps.roots().get(0).alias() : selection.text();
        Text text = head(readable).plus(Condition.where(held)).plus(Text.of(tail(before)));
        QueryShape shape = TextShapes.jpql(text, context);
        if (shape.command() == Command.OTHER) {
            return shape.withCommand(steps.command());
        }
        QueryShape known = steps.command() == Command.SELECT ? shape.withProjection(selection.projection()) : shape;
        return amended(known, before.size() < keys.size());
    }

    private QueryShape amended(QueryShape shape, boolean sortedOtherwise) {
        List<Predicate> predicates = new ArrayList<>(shape.predicates());
        held.stream().filter(each -> !each.isKnown()).limit(1).forEach(each -> predicates.add(Condition.unknown(Clause.WHERE)));
        if (steps.filtersGroups()) {
            predicates.add(Condition.unknown(Clause.HAVING));
        }
        List<SortKey> order = new ArrayList<>(shape.order());
        if (sortedOtherwise) {
            order.add(new SortKey("", "", "", false));
        }
        return new QueryShape(shape.command(), shape.roots(), List.copyOf(predicates), List.copyOf(order), shape.limit(),
                shape.projection(), shape.distinct(), shape.grouped() || !steps.grouping().isEmpty(), shape.fetches(), shape.unknown(),
                shape.yields(), held.stream().allMatch(each -> each.isKnown()) ? shape.traits() : List.of());
    }

    private Text head(String selected) {
        QuerydslPath root = steps.roots().get(0);
        String from = steps.roots().stream().map(each -> each.entity().className() + " " + each.alias())
                .collect(Collectors.joining(", "));
        Text head = Text.of(switch (steps.command()) {
            case UPDATE -> "update " + from + " set " + assignments();
            case DELETE -> "delete from " + from;
            default -> "select " + (steps.distinct() ? "distinct " : "") + selected + " from " + from;
        });
        for (Joined join : steps.joins()) {
            Text joined = Text.of(join.text(conditions));
            head = head.plus(join.isConditional() ? joined.optionally() : joined);
        }
        return head;
    }

    private String assignments() {
        List<String> all = steps.assignments().stream().map(each -> each.arguments().isEmpty() ? Text.HOLE
                : columns.column(each.arguments().get(0), each.place()).orElse(Text.HOLE) + " = :value").toList();
        return all.isEmpty() ? Text.HOLE : String.join(", ", all);
    }

    private String tail(List<String> sorted) {
        List<String> groups = steps.grouping().stream().flatMap(each -> each.arguments().stream()
                .map(group -> columns.column(group, each.place()))).flatMap(Optional::stream).toList();
        return (groups.isEmpty() ? "" : " group by " + String.join(", ", groups))
                + (sorted.isEmpty() ? "" : " order by " + String.join(", ", sorted));
    }

    /** {@code order.total.desc()}, with or without a word on nulls. */
    private String key(Expression expression, CodePlace place) {
        if (!(expression instanceof Expression.Call call) || call.target() == null) {
            return Text.HOLE;
        }
        if (call.name().startsWith("nulls")) {
            return key(call.target(), place);
        }
        boolean isKey = call.name().equals("asc") || call.name().equals("desc");
        return isKey ? columns.column(call.target(), place).map(each -> each + (call.name().equals("desc") ? " desc" : ""))
                .orElse(Text.HOLE) : Text.HOLE;
    }
}
