package dev.seqscan.query.hql;

import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.CollectionAggregateFunctionContext;
import org.hibernate.grammars.hql.HqlParser.CollectionSizeFunctionContext;
import org.hibernate.grammars.hql.HqlParser.EntityTypeReferenceContext;
import org.hibernate.grammars.hql.HqlParser.ParameterContext;
import org.hibernate.grammars.hql.HqlParser.PathContext;
import org.hibernate.grammars.hql.HqlParser.QueryExpressionContext;
import org.hibernate.grammars.hql.HqlParser.SubqueryContext;

/** Finds the columns, parameters and subqueries in an expression, however deep. Goes without recursion. */
final class OperandReader {

    private final ShapeParts parts;
    private final PathReader paths;
    private final Consumer<QueryExpressionContext> subqueries;

    private record Visit(ParseTree node, String function) {
    }

    OperandReader(ShapeParts parts, PathReader paths, Consumer<QueryExpressionContext> subqueries) {
        this.parts = parts;
        this.paths = paths;
        this.subqueries = subqueries;
    }

    Operand read(ParseTree expression) {
        Reading reading = new Reading();
        Deque<Visit> open = new ArrayDeque<>();
        open.push(new Visit(expression, ""));
        while (!open.isEmpty()) {
            Visit visit = open.pop();
            if (!reading.leaf(visit)) {
                String function = visit.function.isEmpty() ? HqlFunctions.around(visit.node, parts) : visit.function;
                for (int i = visit.node.getChildCount() - 1; i >= 0; i--) {
                    open.push(new Visit(visit.node.getChild(i), function));
                }
            }
        }
        return reading.operand();
    }

    /** A path that stands for itself. */
    Operand read(DomainPath path) {
        Reading reading = new Reading();
        reading.add(paths.read(path), "");
        return reading.operand();
    }

    /** Whether there is an attribute or a subquery in it; an expression without depends on parameters only. */
    boolean mentionsColumn(ParseTree expression) {
        Deque<ParseTree> open = new ArrayDeque<>();
        open.push(expression);
        while (!open.isEmpty()) {
            ParseTree node = open.pop();
            Optional<DomainPath> path = DomainPath.of(node);
            if (node instanceof SubqueryContext || path.filter(paths::isAttributePath).isPresent()) {
                return true;
            }
            for (int i = 0; i < node.getChildCount(); i++) {
                open.push(node.getChild(i));
            }
        }
        return false;
    }

    /** Adds what a test of a collection becomes: a search by its foreign key in a subquery. */
    void searchCollection(Reference collection, PredicateReader.Where where) {
        Optional<EntityColumns.Link> link = paths.link(collection);
        String table = link.map(EntityColumns.Link::table).orElse("");
        List<String> columns = link.map(EntityColumns.Link::columns).filter(each -> !each.isEmpty()).orElse(List.of(""));
        for (String column : columns) {
            parts.add(new Predicate(table, column, collection.path(), Operator.EQUAL, "", where.switched(), where.group(),
                    Value.COLUMN, Clause.SUBQUERY, where.branch(), where.switched(), Other.UNKNOWN));
        }
    }

    Reference reference(DomainPath path) {
        return paths.read(path);
    }

    private final class Reading {
        private final List<Operand.Column> columns = new ArrayList<>();
        private boolean parameter;
        private boolean subquery;
        private boolean unknown;

        /** Takes a node whole; gives whether there is nothing more to look for in it. */
        boolean leaf(Visit visit) {
            ParseTree node = visit.node;
            if (node instanceof ParameterContext) {
                parameter = true;
                return true;
            }
            if (node instanceof SubqueryContext nested) {
                subquery = true;
                subqueries.accept(nested.queryExpression());
                return true;
            }
            if (node instanceof EntityTypeReferenceContext type) {
                return type.path() != null && discriminator(type.path());
            }
            if (node instanceof CollectionSizeFunctionContext size) {
                return collection(paths.read(DomainPath.of(size.path())));
            }
            if (node instanceof CollectionAggregateFunctionContext aggregate) {
                return collection(paths.read(DomainPath.of(aggregate.getRuleContext(PathContext.class, 0))));
            }
            Optional<DomainPath> path = DomainPath.of(node);
            Optional<Reference> sized = path.flatMap(paths::collectionOfSize);
            if (sized.isPresent()) {
                return collection(sized.get());
            }
            path.ifPresent(each -> add(paths.read(each), visit.function));
            return path.isPresent();
        }

        Operand operand() {
            return new Operand(List.copyOf(columns), parameter, subquery, unknown);
        }

        private void add(Reference reference, String function) {
            unknown |= reference.kind() == Reference.Kind.UNKNOWN;
            reference.columns().forEach(column ->
                    columns.add(new Operand.Column(reference.table(), column, reference.path(), function)));
        }

        private boolean collection(Reference path) {
            subquery = true;
            searchCollection(path, PredicateReader.Where.in(Clause.SUBQUERY));
            return true;
        }

        private boolean discriminator(PathContext path) {
            Reference reference = paths.read(DomainPath.of(path));
            columns.add(new Operand.Column(reference.table(), "", "", "type"));
            return true;
        }
    }
}
