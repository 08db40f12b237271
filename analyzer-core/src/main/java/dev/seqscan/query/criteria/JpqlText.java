package dev.seqscan.query.criteria;

import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The parts of a statement as JPQL.
 *
 * @param held its conditions
 * @param keys what it sorts by; {@link Text#HOLE} for what is not understood
 * @param groups what it groups by, likewise
 * @param filtersGroups whether {@code having}, which is not read, leaves out groups
 */
record JpqlText(Command command, PathReader paths, List<Condition> held, List<String> keys, List<String> groups, boolean distinct,
        boolean filtersGroups) {

    /** The statement; without a shape of its own where the text makes none. */
    CriteriaStatement statement(String selected, Projection projection) {
        Text head = head(selected);
        List<String> all = held.stream().map(Condition::text).toList();
        String shown = head.full() + (all.isEmpty() ? "" : " where " + String.join(" and ", all)) + tail(keys);
        List<String> sorted = keys.stream().takeWhile(each -> !each.equals(Text.HOLE)).toList();
        QueryShape shape = TextShapes.jpql(head.plus(Condition.where(held)).plus(Text.of(tail(sorted))), paths.context());
        return new CriteriaStatement(shown, amended(shape, projection, sorted.size() < keys.size()));
    }

    private QueryShape amended(QueryShape shape, Projection projection, boolean sortedOtherwise) {
        List<Predicate> predicates = new ArrayList<>(shape.predicates());
        boolean partly = held.stream().anyMatch(each -> !each.isKnown());
        if (partly) {
            predicates.add(Condition.unknown(Clause.WHERE));
        }
        if (filtersGroups) {
            predicates.add(Condition.unknown(Clause.HAVING));
        }
        List<SortKey> order = new ArrayList<>(shape.order());
        if (sortedOtherwise) {
            order.add(new SortKey("", "", "", false));
        }
        QueryShape read = new QueryShape(command, shape.roots(), List.copyOf(predicates), List.copyOf(order), shape.limit(),
                projection,
                shape.distinct(), shape.grouped() || !groups.isEmpty(), shape.fetches(), shape.unknown(),
                projection == Projection.ENTITY ? shape.yields() : "");
        return partly ? read.withUnknown(QueryShape.UNREAD_CONDITIONS) : read;
    }

    private Text head(String selected) {
        String from = paths.roots().stream().map(each -> each.entity().className() + " " + each.alias())
                .collect(Collectors.joining(", "));
        return Text.of(switch (command) {
            case UPDATE -> "update " + from + " set " + Text.HOLE;
            case DELETE -> "delete from " + from;
            default -> "select " + (distinct ? "distinct " : "") + selected + " from " + from + String.join("", paths.joins());
        });
    }

    private String tail(List<String> sorted) {
        List<String> known = groups.stream().filter(each -> !each.equals(Text.HOLE)).toList();
        return (known.isEmpty() ? "" : " group by " + String.join(", ", known))
                + (sorted.isEmpty() ? "" : " order by " + String.join(", ", sorted));
    }
}
