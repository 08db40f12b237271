package dev.seqscan.query.sql;

import dev.seqscan.query.sql.Scope.Source;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.schema.Column;

/**
 * Which tables of one query conditions link. Each condition that names columns of two of them does so, whatever it compares; one
 * that a query around decides is linked with that. What is not known links all.
 */
final class JoinGraph {

    private static final Object AROUND = new Object();

    private final Scope scope;
    private final Map<Object, Object> parents = new IdentityHashMap<>();

    JoinGraph(Scope scope) {
        this.scope = scope;
    }

    /** Takes a condition of ON; one without columns, as {@code on 1 = 1}, says that all rows are meant. */
    void joined(Expression condition) {
        boolean plain = parts(condition, AndExpression.class, OrExpression.class).stream()
                .allMatch(each -> Operand.of(each).columns().isEmpty());
        if (plain) {
            link(scope.sources());
        }
        condition(condition);
    }

    /** Takes a condition of WHERE or ON; none is fine. */
    void condition(Expression condition) {
        if (condition != null) {
            parts(condition, AndExpression.class).forEach(this::term);
        }
    }

    /** The parts of a chain, which may be too long for recursion. */
    private static List<Expression> parts(Expression condition, Class<?>... chains) {
        List<Expression> open = new ArrayList<>(List.of(condition));
        List<Expression> parts = new ArrayList<>();
        while (!open.isEmpty()) {
            Expression next = PredicateReader.bare(open.remove(open.size() - 1));
            if (List.of(chains).contains(next.getClass())) {
                open.add(((BinaryExpression) next).getLeftExpression());
                open.add(((BinaryExpression) next).getRightExpression());
            } else {
                parts.add(next);
            }
        }
        return parts;
    }

    /** All that one condition names belongs together, also what stands in several alternatives. */
    private void term(Expression term) {
        List<Object> linked = new ArrayList<>();
        for (Expression part : parts(term, AndExpression.class, OrExpression.class)) {
            Operand operand = Operand.of(part);
            linked.addAll(operand.subqueries().isEmpty() ? List.of() : scope.sources());
            for (Operand.ColumnUse use : operand.columns()) {
                List<Source> holders = scope.holders(use.column());
                linked.addAll(holders);
                if (holders.isEmpty() && isAround(use.column())) {
                    linked.add(AROUND);
                }
            }
        }
        link(linked);
    }

    private boolean isAround(Column column) {
        return scope.outer() != null && column.getTable() != null;
    }

    /** Says that these belong together. */
    void link(List<?> together) {
        for (int i = 1; i < together.size(); i++) {
            parents.put(root(together.get(i)), root(together.get(0)));
        }
    }

    private Object root(Object node) {
        Object root = node;
        while (parents.getOrDefault(root, root) != root) {
            root = parents.get(root);
        }
        return root;
    }

    /** Stored tables that nothing links with the first one, after that; empty where all are linked or not all are stored. */
    List<String> unlinked() {
        List<Source> sources = scope.sources();
        boolean stored = sources.size() > 1 && sources.stream().noneMatch(each -> each.table().isEmpty());
        if (!stored) {
            return List.of();
        }
        Set<Object> roots = Collections.newSetFromMap(new IdentityHashMap<>());
        List<String> tables = new ArrayList<>();
        sources.forEach(each -> {
            if (roots.add(root(each))) {
                tables.add(each.table());
            }
        });
        return tables.size() > 1 ? List.copyOf(tables) : List.of();
    }
}
