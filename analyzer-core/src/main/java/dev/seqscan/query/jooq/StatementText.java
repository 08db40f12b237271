package dev.seqscan.query.jooq;

import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a statement down as the SQL that jOOQ makes of it, as far as it is known. */
final class StatementText {

    private final StatementSteps steps;

    StatementText(StatementSteps steps) {
        this.steps = steps;
    }

    /** The text for people, unknown parts included. */
    String shown() {
        String held = steps.where().stream().map(Condition::text).collect(Collectors.joining(" and "));
        return Sql.shown(head() + joins() + (held.isEmpty() ? "" : " where " + held) + tail());
    }

    /** The text as a part of another statement, which has a limit of its own; what is not known of its conditions is left out. */
    String written(Limit limit) {
        String held = steps.where().stream().filter(each -> each.isKnown() && !each.optional()).map(Condition::text)
                .collect(Collectors.joining(" and "));
        return head() + joins() + (held.isEmpty() ? "" : " where " + held) + tail() + text(limit);
    }

    private String joins() {
        return steps.joins().stream().map(Joined::text).collect(Collectors.joining()) + String.join("", steps.reached());
    }

    private static String text(Limit limit) {
        String rows = limit.rows() == Limit.UNLIMITED ? "" : " limit " + number(limit.rows());
        return rows + (limit.offset() == 0 ? "" : " offset " + number(limit.offset()));
    }

    private static String number(int value) {
        return value < 0 ? "?" : String.valueOf(value);
    }

    /** What it asks of the database; a condition that is not known is one of an unknown column. */
    QueryShape shape(QueryContext context) {
        Text text = Sql.text(head());
        for (Joined join : steps.joins()) {
            Text joined = Sql.text(join.text());
            text = text.plus(join.isConditional() ? joined.optionally() : joined);
        }
        text = text.plus(Sql.text(String.join("", steps.reached())));
        QueryShape shape = TextShapes.sql(text.plus(Condition.where(steps.where())).plus(Sql.text(tail())), context);
        QueryShape known = shape.command() == Command.OTHER ? shape.withCommand(steps.command()) : shape;
        return amended(steps.isUnread() ? known.withUnknown("it has parts that are not understood") : known);
    }

    private QueryShape amended(QueryShape shape) {
        List<Predicate> predicates = new ArrayList<>(shape.predicates());
        if (steps.where().stream().anyMatch(each -> !each.isKnown()) || steps.seeks()) {
            predicates.add(Condition.unknown(Clause.WHERE));
        }
        if (steps.joins().stream().anyMatch(Joined::isOpen)) {
            predicates.add(Condition.unknown(Clause.ON));
        }
        if (steps.having().stream().anyMatch(each -> !each.isKnown() || each.optional())) {
            predicates.add(Condition.unknown(Clause.HAVING));
        }
        return shape.withPredicates(List.copyOf(predicates));
    }

    private String head() {
        String before = steps.tables().isEmpty() ? "" : "with " + String.join(", ", steps.tables()) + " ";
        return before + command();
    }

    private String command() {
        String table = steps.sources().isEmpty() ? Text.HOLE : steps.sources().get(0);
        List<String> assigned = steps.assigned().stream().filter(each -> !each.equals(Text.HOLE)).toList();
        return switch (steps.command()) {
            case INSERT -> "insert into " + table
                    + (assigned.isEmpty() ? " values (?)" : " (" + String.join(", ", assigned.stream()
                    .map(each -> each.substring(each.lastIndexOf('.') + 1)).toList()) + ") values ("
                    + String.join(", ", assigned.stream().map(each -> "?").toList()) + ")");
            case UPDATE -> "update " + table + " set " + (assigned.isEmpty() ? Text.HOLE : String.join(", ", assigned.stream()
                    .map(each -> each.substring(each.lastIndexOf('.') + 1) + " = ?").toList()));
            case DELETE -> "delete from " + table;
            default -> "select " + steps.selection()
                    + (steps.sources().isEmpty() ? "" : " from " + String.join(", ", steps.sources()));
        };
    }

    private String tail() {
        String held = steps.having().stream().filter(each -> each.isKnown() && !each.optional()).map(Condition::text)
                .collect(Collectors.joining(" and "));
        return (steps.groups().isEmpty() ? "" : " group by " + String.join(", ", steps.groups()))
                + (held.isEmpty() ? "" : " having " + held) + String.join("", steps.unions())
                + (steps.order().isEmpty() ? "" : " order by " + String.join(", ", steps.order()));
    }
}
