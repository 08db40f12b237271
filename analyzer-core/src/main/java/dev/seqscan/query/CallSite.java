package dev.seqscan.query;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.List;

/**
 * A call or method reference whose target is known.
 *
 * @param expression an {@link Expression.Call} or {@link Expression.MethodReference}
 * @param body the method it stands in
 */
public record CallSite(Expression expression, CallTarget target, LinkedBody body) {

    /** The arguments; of a method reference none. */
    public List<Expression> arguments() {
        return expression instanceof Expression.Call call ? call.arguments() : List.of();
    }

    /** The expression it is called on, or null. */
    public Expression receiver() {
        return expression instanceof Expression.Call call ? call.target()
                : ((Expression.MethodReference) expression).target();
    }

    /** The static type it is called on. */
    public JavaType receiverType() {
        return target.receiver();
    }

    /** Where the method's name stands; of a method reference the whole reference. */
    public Place place() {
        return body.owner().place(expression instanceof Expression.Call call ? call.nameSpan() : expression.span());
    }
}
