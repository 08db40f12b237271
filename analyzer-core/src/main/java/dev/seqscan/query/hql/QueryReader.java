package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Trait;
import dev.seqscan.query.hql.PredicateReader.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.grammars.hql.HqlParser.EntityWithJoinsContext;
import org.hibernate.grammars.hql.HqlParser.JoinRestrictionContext;
import org.hibernate.grammars.hql.HqlParser.NestedQueryExpressionContext;
import org.hibernate.grammars.hql.HqlParser.OrderedQueryContext;
import org.hibernate.grammars.hql.HqlParser.PredicateContext;
import org.hibernate.grammars.hql.HqlParser.QueryContext;
import org.hibernate.grammars.hql.HqlParser.QueryExpressionContext;
import org.hibernate.grammars.hql.HqlParser.QuerySpecExpressionContext;
import org.hibernate.grammars.hql.HqlParser.SelectClauseContext;
import org.hibernate.grammars.hql.HqlParser.SelectionContext;
import org.hibernate.grammars.hql.HqlParser.SetQueryGroupContext;
import org.hibernate.grammars.hql.HqlParser.SimpleQueryGroupContext;
import org.hibernate.grammars.hql.HqlParser.WithClauseContext;

/** Reads one query with its scope. Of subqueries only roots and predicates count. */
final class QueryReader {

    private final ShapeParts parts;
    private final Scope scope;
    private final boolean subquery;
    private final FromReader from;
    private final OperandReader operands;
    private final PredicateReader predicates;
    private final ResultReader results;

    QueryReader(ShapeParts parts, Optional<Scope> outer, boolean subquery) {
        this.parts = parts;
        this.scope = new Scope(outer);
        this.subquery = subquery;
        this.operands = new OperandReader(parts, new PathReader(parts, scope, subquery), this::subquery);
        this.predicates = new PredicateReader(parts, operands);
        this.from = new FromReader(parts, scope, subquery, this::subquery, this::restriction);
        this.results = new ResultReader(parts, scope, operands);
    }

    FromReader from() {
        return from;
    }

    OperandReader operands() {
        return operands;
    }

    void read(QueryExpressionContext query) {
        if (query instanceof SimpleQueryGroupContext simple) {
            commonTables(simple.withClause());
            ordered(simple.orderedQuery());
        } else if (query instanceof SetQueryGroupContext group) {
            commonTables(group.withClause());
            ordered(group.orderedQuery(0));
            // Each branch is searched on its own, so what holds in one does not hold in the others.
            group.orderedQuery().stream().skip(1).forEach(each -> new QueryReader(parts, Optional.of(scope), true).ordered(each));
            parts.selected(Other.UNKNOWN);
        }
    }

    void read(EntityWithJoinsContext target) {
        from.read(target);
    }

    void predicate(PredicateContext predicate, Clause clause) {
        predicates.read(predicate, Where.in(subquery ? Clause.SUBQUERY : clause));
    }

    private void subquery(QueryExpressionContext nested) {
        new QueryReader(parts, Optional.of(scope), true).read(nested);
    }

    private void restriction(JoinRestrictionContext restriction) {
        predicate(restriction.predicate(), Clause.ON);
    }

    private void commonTables(WithClauseContext with) {
        if (with != null) {
            with.cte().forEach(each -> {
                parts.commonTable(DomainPath.name(each.identifier()));
                new QueryReader(parts, Optional.empty(), true).read(each.queryExpression());
            });
        }
    }

    private void ordered(OrderedQueryContext ordered) {
        if (ordered instanceof QuerySpecExpressionContext specification) {
            query(specification.query());
            if (!subquery) {
                results.order(specification.orderByClause());
                results.limit(specification.limitOffset());
            }
        } else if (ordered instanceof NestedQueryExpressionContext nested) {
            read(nested.queryExpression());
            if (!subquery) {
                results.order(nested.orderByClause());
                results.limit(nested.limitOffset());
            }
        }
    }

    private void query(QueryContext query) {
        JoinGraph joins = new JoinGraph();
        if (query.fromClause() != null) {
            query.fromClause().entityWithJoins().forEach(each -> read(each, joins));
        }
        List<Operand> selected = selections(query.selectClause());
        if (query.whereClause() != null) {
            predicate(query.whereClause().predicate(), Clause.WHERE);
            PredicateReader.terms(query.whereClause().predicate()).forEach(joins::term);
        }
        if (query.groupByClause() != null && !subquery) {
            parts.grouped();
        }
        if (query.havingClause() != null) {
            predicate(query.havingClause().predicate(), Clause.HAVING);
        }
        if (!subquery) {
            results.projection(query);
            tell(joins.unlinked());
        }
        parts.selected(selected.size() == 1 ? selected.get(0).only() : Other.UNKNOWN);
    }

    private void read(EntityWithJoinsContext element, JoinGraph joins) {
        int before = scope.sources().size();
        from.read(element);
        joins.element(element, scope.sources().subList(before, scope.sources().size()));
    }

    private void tell(List<String> unlinked) {
        if (!unlinked.isEmpty()) {
            parts.add(new Trait(Trait.Kind.UNLINKED, unlinked));
        }
    }

    /** Makes the aliases known, and finds the subqueries and joins in the SELECT clause. */
    private List<Operand> selections(SelectClauseContext select) {
        if (select == null) {
            return List.of();
        }
        List<Operand> selected = new ArrayList<>();
        for (SelectionContext each : select.selectionList().selection()) {
            selected.add(operands.read(each.selectExpression()));
            if (each.variable() != null) {
                scope.addSelection(FromReader.alias(each.variable()), each.selectExpression());
            }
        }
        return selected;
    }
}
