package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The parts of an expression that are expressions themselves, in the order of the text. */
final class Operands {

    private Operands() {
    }

    static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.Call call) {
            return join(call.target(), call.arguments());
        }
        if (expression instanceof Expression.New creation) {
            return join(creation.outer(), creation.arguments());
        }
        if (expression instanceof Expression.NewArray array) {
            return join(null, array.elements() != null ? array.elements() : array.sizes());
        }
        if (expression instanceof Expression.Opaque opaque) {
            return opaque.children();
        }
        return few(expression).filter(Objects::nonNull).toList();
    }

    private static Stream<Expression> few(Expression expression) {
        if (expression instanceof Expression.Select select) {
            return Stream.of(select.target());
        }
        if (expression instanceof Expression.MethodReference reference) {
            return Stream.of(reference.target());
        }
        if (expression instanceof Expression.Unary unary) {
            return Stream.of(unary.operand());
        }
        if (expression instanceof Expression.Conditional choice) {
            return Stream.of(choice.condition(), choice.whenTrue(), choice.whenFalse());
        }
        if (expression instanceof Expression.Cast cast) {
            return Stream.of(cast.operand());
        }
        return expression instanceof Expression.ArrayAccess access ? Stream.of(access.array(), access.index())
                : Stream.empty();
    }

    private static List<Expression> join(Expression first, List<Expression> rest) {
        if (first == null) {
            return rest;
        }
        List<Expression> all = new ArrayList<>(rest.size() + 1);
        all.add(first);
        all.addAll(rest);
        return all;
    }
}
