package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Finds calls inside of expressions. */
public final class Calls {

    private Calls() {
    }

    /** The first call of one of the names in an expression, lambdas included. */
    public static Optional<Expression.Call> inside(Expression expression, String... names) {
        List<String> wanted = List.of(names);
        Expression.Call[] found = new Expression.Call[1];
        new CodeWalk() {
            @Override
            void visit(Expression part) {
                if (found[0] == null && part instanceof Expression.Call call && wanted.contains(call.name())) {
                    found[0] = call;
                }
            }
        }.expression(expression);
        return Optional.ofNullable(found[0]);
    }

    /** Whether the expression is a call of one of the names. */
    public static boolean isCall(Expression expression, String... names) {
        return expression instanceof Expression.Call call && List.of(names).contains(call.name());
    }
}
