package dev.seqscan.query;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import java.util.List;

/** Parts of a shape as short texts. */
public final class Shapes {

    private Shapes() {
    }

    /** {@code lower(customer.name) LIKE_PREFIX PARAMETER optional or-1 ON}; what is usual is left out. */
    public static List<String> predicates(QueryShape shape) {
        return shape.predicates().stream().map(Shapes::text).toList();
    }

    /** {@code status:1.2} of a comparison in the second alternative of the first OR group, {@code status} outside of ORs. */
    public static List<String> branches(QueryShape shape) {
        return shape.predicates().stream().map(each -> each.disjunction() == 0 ? each.column()
                : each.column() + ":" + each.disjunction() + "." + each.branch()).toList();
    }

    /** {@code order_line l lines subquery}; table, alias and path. */
    public static List<String> roots(QueryShape shape) {
        return shape.roots().stream().map(Shapes::text).toList();
    }

    /** {@code orders.created_at desc}. */
    public static List<String> order(QueryShape shape) {
        return shape.order().stream().map(Shapes::text).toList();
    }

    private static String text(Predicate predicate) {
        String column = predicate.table() + "." + predicate.column();
        String subject = predicate.function().isEmpty() ? column : predicate.function() + "(" + column + ")";
        return subject + " " + predicate.operator() + " " + predicate.value() + (predicate.optional() ? " optional" : "")
                + (predicate.disjunction() > 0 ? " or-" + predicate.disjunction() : "")
                + (predicate.clause() == Clause.WHERE ? "" : " " + predicate.clause());
    }

    private static String text(Root root) {
        return (root.table() + " " + root.alias() + " " + root.path() + (root.subquery() ? " subquery" : ""))
                .strip().replaceAll(" +", " ");
    }

    private static String text(SortKey key) {
        return key.table() + "." + key.column() + (key.descending() ? " desc" : "");
    }
}
