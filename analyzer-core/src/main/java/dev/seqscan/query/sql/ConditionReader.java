package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Clause;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.conditional.XorExpression;

/** Takes a condition apart at AND, OR and NOT: what must hold, what is one of several, what a parameter switches off. */
final class ConditionReader {

    private final ShapeParts parts;
    private final PredicateReader predicates;

    ConditionReader(ShapeParts parts, SelectReader selects) {
        this.parts = parts;
        this.predicates = new PredicateReader(parts, selects);
    }

    /** Reads the condition of a clause; none is fine. */
    void read(Expression condition, Scope scope, Clause clause) {
        if (condition != null) {
            read(condition, false, PredicateReader.Place.in(scope, clause));
        }
    }

    private void read(Expression condition, boolean negated, PredicateReader.Place place) {
        Expression bare = PredicateReader.bare(condition);
        boolean and = bare instanceof AndExpression;
        boolean or = bare instanceof OrExpression;
        if (bare instanceof NotExpression not) {
            read(not.getExpression(), !negated, place);
        } else if (and && !negated || or && negated) {
            terms(bare).forEach(term -> read(term, negated, place));
        } else if (and || or) {
            alternatives(terms(bare), negated, place);
        } else if (bare instanceof XorExpression xor) {
            int group = parts.newGroup();
            read(xor.getLeftExpression(), negated, place.alternative(group, 1));
            read(xor.getRightExpression(), negated, place.alternative(group, 2));
        } else {
            predicates.read(bare, negated, place);
        }
    }

    /** {@code (:p is null or column = :p)}: an alternative without a column switches the others off. */
    private void alternatives(List<Expression> terms, boolean negated, PredicateReader.Place place) {
        List<Expression> withColumns = new ArrayList<>();
        boolean switched = false;
        for (Expression term : terms) {
            Operand operand = Operand.of(term);
            if (operand.columns().isEmpty() && operand.subqueries().isEmpty()) {
                switched |= operand.hasParameter();
            } else {
                withColumns.add(term);
            }
        }
        PredicateReader.Place inside = switched ? place.asSwitched() : place;
        int group = withColumns.size() > 1 ? parts.newGroup() : 0;
        for (int i = 0; i < withColumns.size(); i++) {
            read(withColumns.get(i), negated, group == 0 ? inside : inside.alternative(group, i + 1));
        }
    }

    /** The terms of a chain of the same operator, in the order of the text, however it is put in parentheses. */
    private static List<Expression> terms(Expression chain) {
        Class<?> operator = chain.getClass();
        List<Expression> terms = new ArrayList<>();
        Deque<Expression> open = new ArrayDeque<>();
        open.push(chain);
        while (!open.isEmpty()) {
            Expression next = PredicateReader.bare(open.pop());
            if (operator.isInstance(next)) {
                open.push(((BinaryExpression) next).getRightExpression());
                open.push(((BinaryExpression) next).getLeftExpression());
            } else {
                terms.add(next);
            }
        }
        return List.copyOf(terms);
    }
}
