package dev.seqscan.query.querydsl;

import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A join of a statement, with the calls behind it that belong to it. */
final class Joined {

    /** An expression and where it stands. */
    record Argument(Expression expression, CodePlace place) {
    }

    private final String kind;
    private final QuerydslPath target;
    private final Optional<QuerydslPath> alias;
    private final boolean conditional;
    private final List<Argument> on = new ArrayList<>();
    private boolean fetched;

    private Joined(String kind, QuerydslPath target, Optional<QuerydslPath> alias, boolean conditional) {
        this.kind = kind;
        this.target = target;
        this.alias = alias;
        this.conditional = conditional;
    }

    /** The words of JPQL for a method that joins; empty for all others. */
    static Optional<String> kind(String method) {
        return Optional.ofNullable(switch (method) {
            case "join", "innerJoin" -> "join";
            case "leftJoin" -> "left join";
            case "rightJoin" -> "right join";
            default -> null;
        });
    }

    /** The join of {@code leftJoin(order.customer, customer)}; empty where it is not understood. */
    static Optional<Joined> of(String kind, List<Expression> arguments, CodePlace place, PathReader paths, boolean conditional) {
        Optional<QuerydslPath> target = arguments.isEmpty() ? Optional.empty() : paths.read(arguments.get(0), place);
        Optional<QuerydslPath> alias = arguments.size() < 2 ? Optional.empty() : paths.read(arguments.get(1), place);
        boolean isRead = target.isPresent() && (arguments.size() < 2 || alias.isPresent());
        return isRead ? Optional.of(new Joined(kind, target.get(), alias, conditional)) : Optional.empty();
    }

    void fetch() {
        fetched = true;
    }

    void on(Expression condition, CodePlace place) {
        on.add(new Argument(condition, place));
    }

    boolean isConditional() {
        return conditional;
    }

    /** The variable that it declares. */
    Optional<String> variable() {
        return alias.or(() -> Optional.of(target).filter(each -> each.steps().isEmpty())).map(QuerydslPath::alias);
    }

    /** As JPQL; what is not known of its conditions is left out. */
    String text(ConditionReader conditions) {
        List<String> held = on.stream().flatMap(each -> conditions.read(each.expression(), each.place()).stream())
                .filter(each -> each.isKnown() && !each.optional()).map(Condition::text).toList();
        boolean entity = target.steps().isEmpty();
        String joined = " " + kind + (fetched ? " fetch " : " ") + (entity ? target.entity().className() : target.text())
                + variable().map(each -> " " + each).orElse("");
        return joined + (held.isEmpty() ? entity ? " on 1 = 1" : "" : " on " + String.join(" and ", held));
    }
}
