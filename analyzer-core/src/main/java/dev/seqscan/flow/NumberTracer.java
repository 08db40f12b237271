package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import java.util.Map;
import java.util.Set;

/** Follows a number through a body: conversions, comparisons with zero; everything else uses the number itself. */
final class NumberTracer extends ResultTracer {

    private static final Set<String> NUMBERS = Set.of("int", "long", "short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Short", "java.math.BigInteger", "java.math.BigDecimal", "java.lang.Number");
    private static final Set<String> CONVERSIONS = Set.of("intValue", "longValue", "toIntExact", "ofNullable", "valueOf");
    /** What is read when the number is on the right is the same as this when it is on the left. */
    private static final Map<String, String> MIRRORED = Map.of("<", ">", ">", "<",
            "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");
    private static final Set<String> OVER_ZERO = Set.of("> 0", "!= 0", "== 0", "<= 0", ">= 1", "< 1");

    NumberTracer(LinkedBody body, BodyTree tree) {
        super(body, tree);
    }

    /** Whether a value of that type is a number. */
    static boolean isNumber(JavaType type) {
        return NUMBERS.contains(type.toString());
    }

    @Override
    void operation(Expression.Binary comparison, Expression value) {
        boolean left = comparison.left() == value;
        String operator = left ? comparison.operator() : MIRRORED.getOrDefault(comparison.operator(), "");
        Expression other = left ? comparison.right() : comparison.left();
        uses(other instanceof Expression.Literal literal && OVER_ZERO.contains(operator + " " + literal.value()));
    }

    /** On a number only conversions are followed; what is no number yet holds it until a call gives it out. */
    @Override
    void call(Expression.Call call, Expression value) {
        boolean on = call.target() == value;
        boolean holder = on && !isNumber(body.type(value)) && !body.type(call).toString().equals("boolean");
        if (holder || CONVERSIONS.contains(call.name()) && (on || !isOfProgram(call))) {
            follow(call);
        } else {
            uses(call.name().equals("equals") && call.arguments().size() == 1
                    && isZero(on ? call.arguments().get(0) : call.target()));
        }
    }

    private boolean isOfProgram(Expression.Call call) {
        return body.target(call).filter(target -> target.owner().startsWith("java.")).isEmpty();
    }

    private static boolean isZero(Expression expression) {
        boolean boxed = expression instanceof Expression.Call call && call.name().equals("valueOf")
                && call.arguments().size() == 1;
        Expression plain = boxed ? ((Expression.Call) expression).arguments().get(0) : expression;
        return plain instanceof Expression.Literal literal && "0".equals(String.valueOf(literal.value()));
    }
}
