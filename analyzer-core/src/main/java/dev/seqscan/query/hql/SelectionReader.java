package dev.seqscan.query.hql;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.QueryShape.Projection;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.CaseListContext;
import org.hibernate.grammars.hql.HqlParser.ExistsPredicateContext;
import org.hibernate.grammars.hql.HqlParser.FunctionContext;
import org.hibernate.grammars.hql.HqlParser.GroupedExpressionContext;
import org.hibernate.grammars.hql.HqlParser.OverClauseContext;
import org.hibernate.grammars.hql.HqlParser.PredicateContext;
import org.hibernate.grammars.hql.HqlParser.SelectExpressionContext;
import org.hibernate.grammars.hql.HqlParser.SelectionContext;
import org.hibernate.grammars.hql.HqlParser.SubqueryContext;

/** Says what one item of a SELECT clause is. */
final class SelectionReader {

    private final OperandReader operands;

    SelectionReader(OperandReader operands) {
        this.operands = operands;
    }

    /** The source whose rows come back, where an alias alone is selected. */
    Optional<Source> alias(SelectionContext selection) {
        SelectExpressionContext expression = selection.selectExpression();
        if (expression.jpaSelectObjectSyntax() != null) {
            String alias = DomainPath.name(expression.jpaSelectObjectSyntax().identifier());
            return operands.reference(new DomainPath(List.of(alias), "")).source();
        }
        return path(expression).filter(each -> each.names().size() == 1).map(operands::reference)
                .filter(each -> each.entity().isPresent() && each.last().isEmpty()).flatMap(Reference::source);
    }

    /** The entity that a selected alias or path leads to. */
    Optional<Entity> entity(SelectExpressionContext selection) {
        Optional<DomainPath> path = selection.jpaSelectObjectSyntax() == null ? path(selection)
                : Optional.of(new DomainPath(List.of(DomainPath.name(selection.jpaSelectObjectSyntax().identifier())), ""));
        return path.flatMap(each -> operands.reference(each).entity());
    }

    Projection projection(SelectExpressionContext selection) {
        if (selection.instantiation() != null) {
            return Projection.CONSTRUCTOR;
        }
        if (selection.mapEntrySelection() != null || selection.jpaSelectObjectSyntax() != null) {
            return Projection.ENTITY;
        }
        Optional<DomainPath> path = path(selection);
        if (path.isPresent()) {
            return operands.reference(path.get()).entity().isPresent() ? Projection.ENTITY : Projection.COLUMNS;
        }
        return computed(selection);
    }

    /** {@code count(o) > 0}, {@code exists(..)} and a {@code case} over either ask only whether there is a row. */
    private static Projection computed(ParseTree selection) {
        boolean condition = contains(selection, PredicateContext.class);
        boolean count = hasFunction(selection, "count");
        if (contains(selection, ExistsPredicateContext.class) || condition && count) {
            return Projection.EXISTS;
        }
        ParseTree bare = bare(selection);
        if (bare instanceof FunctionContext function && HqlFunctions.name(function).equals("count")
                && !contains(selection, OverClauseContext.class)) {
            return Projection.COUNT;
        }
        boolean aggregate = count || hasAggregate(selection);
        return aggregate && !contains(selection, OverClauseContext.class) && !contains(selection, SubqueryContext.class)
                ? Projection.AGGREGATE : Projection.COLUMNS;
    }

    private static Optional<DomainPath> path(ParseTree selection) {
        return DomainPath.of(bare(selection));
    }

    /** The expression without parentheses and rules that only pass on. */
    private static ParseTree bare(ParseTree node) {
        ParseTree at = node;
        while (DomainPath.of(at).isEmpty() && !(at instanceof FunctionContext) && !(at instanceof CaseListContext)) {
            if (at instanceof GroupedExpressionContext grouped) {
                at = grouped.expression();
            } else if (at.getChildCount() == 1) {
                at = at.getChild(0);
            } else {
                return at;
            }
        }
        return at;
    }

    private static boolean hasFunction(ParseTree tree, String name) {
        return anyNode(tree, node -> node instanceof FunctionContext function && HqlFunctions.name(function).equals(name));
    }

    private static boolean hasAggregate(ParseTree tree) {
        return anyNode(tree, node -> node instanceof FunctionContext function
                && HqlFunctions.isAggregate(HqlFunctions.name(function)));
    }

    private static boolean contains(ParseTree tree, Class<? extends ParseTree> kind) {
        return anyNode(tree, kind::isInstance);
    }

    /** Looks at all nodes outside of subqueries; a subquery itself is looked at, what it holds is not. */
    private static boolean anyNode(ParseTree tree, java.util.function.Predicate<ParseTree> test) {
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty()) {
            ParseTree node = open.pop();
            if (test.test(node)) {
                return true;
            }
            for (int i = 0; i < node.getChildCount() && !(node instanceof SubqueryContext); i++) {
                open.push(node.getChild(i));
            }
        }
        return false;
    }
}
