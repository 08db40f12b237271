package dev.seqscan.query.mybatis;

import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Root;
import dev.seqscan.query.QueryShape.SortKey;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The one shape of a statement of which each run sends one of several texts: what they do not share is optional. */
final class VariantShapes {

    /** The groups of one variant are not those of another. */
    private static final int GROUPS = 1000;

    private VariantShapes() {
    }

    /** The shape of the variants that are understood, or why none is. */
    static QueryShape of(List<Text> variants, QueryContext context) {
        if (variants.isEmpty()) {
            return QueryShape.unknown("the text hangs on the arguments");
        }
        List<QueryShape> shapes = variants.stream().map(each -> TextShapes.sql(each, context)).toList();
        List<QueryShape> read = shapes.stream().filter(VariantShapes::isRead).toList();
        boolean fitted = read.isEmpty();
        if (fitted && variants.stream().anyMatch(Text::hasOptionalParts)) {
            read = variants.stream().map(each -> TextShapes.fittingSql(each, context)).filter(VariantShapes::isRead)
                    .limit(1).toList();
        }
        if (read.isEmpty()) {
            return shapes.get(0);
        }
        QueryShape shape = read.size() == 1 && shapes.size() == 1 ? read.get(0) : merged(read);
        return fitted ? shape : withReasons(shape, shapes);
    }

    /** What one of the variants hides, the statement hides. */
    private static QueryShape withReasons(QueryShape shape, List<QueryShape> shapes) {
        QueryShape all = shape;
        for (QueryShape unread : shapes.stream().filter(each -> !isRead(each)).toList()) {
            for (String reason : unread.unknown()) {
                all = all.withUnknown("one form of the text: " + reason);
            }
        }
        return all;
    }

    private static boolean isRead(QueryShape shape) {
        return shape.command() != Command.OTHER && !shape.roots().isEmpty();
    }

    private static QueryShape merged(List<QueryShape> shapes) {
        QueryShape first = shapes.get(0);
        Set<Root> roots = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        shapes.forEach(each -> roots.addAll(each.roots()));
        shapes.forEach(each -> unknown.addAll(each.unknown()));
        List<SortKey> order = shapes.stream().allMatch(each -> each.order().equals(first.order())) ? first.order() : List.of();
        Limit limit = shapes.stream().map(QueryShape::limit).filter(each -> !each.equals(Limit.NONE)).findFirst()
                .orElse(Limit.NONE);
        return new QueryShape(first.command(), List.copyOf(roots), predicates(shapes), order, limit, first.projection(),
                first.distinct(), first.grouped(), first.fetches(), List.copyOf(unknown), first.yields(),
                first.traits().stream().filter(trait -> shapes.stream().allMatch(each -> each.traits().contains(trait))).toList());
    }

    private static List<Predicate> predicates(List<QueryShape> shapes) {
        List<Predicate> all = new ArrayList<>();
        for (int i = 0; i < shapes.size(); i++) {
            for (Predicate each : shapes.get(i).predicates()) {
                boolean always = !each.optional() && shapes.stream().allMatch(shape -> holds(shape.predicates(), each));
                Predicate marked = always ? each : marked(each, i);
                if (all.stream().noneMatch(known -> isSame(known, marked) && known.optional() == marked.optional()
                        && (known.disjunction() == 0) == (marked.disjunction() == 0))) {
                    all.add(marked);
                }
            }
        }
        return List.copyOf(all);
    }

    private static boolean holds(List<Predicate> predicates, Predicate sought) {
        return predicates.stream().anyMatch(each -> isSame(each, sought) && !each.optional()
                && (each.disjunction() == 0) == (sought.disjunction() == 0));
    }

    private static boolean isSame(Predicate one, Predicate other) {
        return one.table().equals(other.table()) && one.column().equals(other.column()) && one.path().equals(other.path())
                && one.operator() == other.operator() && one.clause() == other.clause()
                && one.function().equals(other.function());
    }

    private static Predicate marked(Predicate each, int variant) {
        int group = each.disjunction() == 0 ? 0 : each.disjunction() + variant * GROUPS;
        return each.optionally().alternative(group, each.branch());
    }
}
