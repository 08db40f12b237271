package dev.seqscan.query.wrapper;

import dev.seqscan.query.CodePlace;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a wrapper's method without the condition that most of them take first: {@code eq(name != null, ..)}.
 *
 * @param conditional whether there was one that is not always true
 */
record Arguments(List<Expression> values, boolean conditional) {

    /** Of a method with a fixed number of arguments; empty where there are others. */
    static Optional<Arguments> of(Expression.Call call, int number) {
        List<Expression> all = call.arguments();
        if (all.size() == number) {
            return Optional.of(new Arguments(all, false));
        }
        return all.size() == number + 1 ? Optional.of(behind(all)) : Optional.empty();
    }

    /** Of a method that takes a column, or a text, and any number of others. */
    static Optional<Arguments> any(Expression.Call call, CodePlace place, Operands operands) {
        List<Expression> all = call.arguments();
        if (!all.isEmpty() && operands.isColumn(all.get(0), place)) {
            return Optional.of(new Arguments(all, false));
        }
        return all.size() > 1 && operands.isColumn(all.get(1), place) ? Optional.of(behind(all)) : Optional.empty();
    }

    private static Arguments behind(List<Expression> all) {
        return new Arguments(all.subList(1, all.size()), !isTrue(all.get(0)));
    }

    /** Whether the code says {@code true}. */
    static boolean isTrue(Expression expression) {
        return expression instanceof Expression.Literal literal && Boolean.TRUE.equals(literal.value());
    }

    Expression first() {
        return values.get(0);
    }

    Expression last() {
        return values.get(values.size() - 1);
    }
}
