package dev.seqscan.query.wrapper;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a wrapper says beside its conditions: columns, groups, order, and a text at the end. */
final class Clauses {

    private final Operands operands;
    private final QueryContext context;
    private final List<String> selected = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> groups = new ArrayList<>();
    private Text last = Text.EMPTY;
    private boolean filtersGroups;
    private boolean knowsOrder = true;
    private boolean knowsColumns = true;

    Clauses(Operands operands, QueryContext context) {
        this.operands = operands;
        this.context = context;
    }

    /** Clauses of a statement of which only the order is told, as a text that may be empty. */
    static Clauses ordered(Text order, Operands operands, QueryContext context) {
        Clauses clauses = new Clauses(operands, context);
        clauses.knowsOrder = order.constant().isPresent();
        clauses.last = order.constant().filter(each -> !each.isBlank()).map(each -> Text.of("order by " + each))
                .orElse(Text.EMPTY);
        return clauses;
    }

    /**
     * Takes one call, if it is of these.
     *
     * @param conditional whether it may not take place
     */
    boolean read(Expression.Call call, CodePlace place, boolean conditional) {
        switch (call.name()) {
            case "select" -> select(call, place);
            case "groupBy" -> columns(call, place, conditional).ifPresentOrElse(groups::addAll, () -> knowsColumns = false);
            case "orderByAsc", "orderByDesc" -> order(columns(call, place, conditional), call.name().endsWith("Desc"));
            case "orderBy" -> orderBy(call, place, conditional);
            case "having" -> filtersGroups = true;
            case "last" -> last(call, place, conditional);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void select(Expression.Call call, CodePlace place) {
        List<Optional<String>> columns = call.arguments().stream().map(each -> operands.column(each, place)).toList();
        knowsColumns &= columns.stream().allMatch(Optional::isPresent);
        columns.stream().flatMap(Optional::stream).forEach(selected::add);
        if (columns.isEmpty()) {
            selected.clear();
        }
    }

    /** The columns of a call; empty where one is not known or may be missing. */
    private Optional<List<String>> columns(Expression.Call call, CodePlace place, boolean conditional) {
        Optional<Arguments> arguments = Arguments.any(call, place, operands).filter(each -> !conditional && !each.conditional());
        List<Optional<String>> columns = arguments.stream().flatMap(each -> each.values().stream())
                .map(each -> operands.column(each, place)).toList();
        return arguments.isEmpty() || columns.stream().anyMatch(Optional::isEmpty) ? Optional.empty()
                : Optional.of(columns.stream().flatMap(Optional::stream).toList());
    }

    private void order(Optional<List<String>> columns, boolean descending) {
        if (columns.isPresent() && knowsOrder) {
            columns.get().forEach(each -> keys.add(descending ? each + " desc" : each));
        }
        knowsOrder &= columns.isPresent();
    }

    /** {@code orderBy(true, isAscending, columns)}. */
    private void orderBy(Expression.Call call, CodePlace place, boolean conditional) {
        List<Expression> all = call.arguments();
        boolean sure = all.size() > 2 && Arguments.isTrue(all.get(0)) && !conditional
                && all.get(1) instanceof Expression.Literal;
        List<Optional<String>> columns = !sure ? List.of() : all.subList(2, all.size()).stream()
                .map(each -> operands.column(each, place)).toList();
        boolean known = sure && columns.stream().allMatch(Optional::isPresent);
        order(known ? Optional.of(columns.stream().map(Optional::get).toList()) : Optional.empty(),
                sure && !Arguments.isTrue(all.get(1)));
    }

    private void last(Expression.Call call, CodePlace place, boolean conditional) {
        boolean hasCondition = call.arguments().size() > 1;
        if (!call.arguments().isEmpty()) {
            Text text = Texts.text(call.arguments().get(hasCondition ? 1 : 0), place, context.program());
            last = conditional || hasCondition ? text.optionally() : text;
        }
    }

    /** The columns that are read; {@code *} where nothing or not all is known of them. */
    String selected() {
        return selected.isEmpty() || !knowsColumns ? "*" : String.join(", ", selected);
    }

    /** What stands behind the conditions. */
    Text tail() {
        Text tail = Text.of((groups.isEmpty() ? "" : " group by " + String.join(", ", groups))
                + (keys.isEmpty() ? "" : " order by " + String.join(", ", keys)));
        return last.parts().isEmpty() ? tail : tail.plus(Text.of(" ")).plus(last);
    }

    boolean filtersGroups() {
        return filtersGroups;
    }

    boolean knowsOrder() {
        return knowsOrder;
    }

    boolean knowsColumns() {
        return knowsColumns;
    }
}
