package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a number through a body: variables, conversions, comparisons with zero; everything else uses the number itself. */
final class NumberTracer {

    private static final int MOST = 100;
    private static final Set<String> NUMBERS = Set.of("int", "long", "short", "java.lang.Integer", "java.lang.Long",
            "java.lang.Short", "java.math.BigInteger", "java.math.BigDecimal", "java.lang.Number");
    private static final Set<String> CONVERSIONS = Set.of("intValue", "longValue", "toIntExact", "ofNullable", "valueOf");
    /** What is read when the number is on the right is the same as this when it is on the left. */
    private static final Map<String, String> MIRRORED = Map.of("<", ">", ">", "<", "<=", ">=", ">=", "<=", "==", "==", "!=", "!=");
    private static final Set<String> OVER_ZERO = Set.of("> 0", "!= 0", "== 0", "<= 0", ">= 1", "< 1");

    private final LinkedBody body;
    private final BodyTree tree;
    private final Deque<Expression> open = new ArrayDeque<>();
    private final Set<Variable> seen = new LinkedHashSet<>();
    private boolean tested;
    private boolean returned;
    private boolean escapes;

    NumberTracer(LinkedBody body, BodyTree tree) {
        this.body = body;
        this.tree = tree;
    }

    /** Whether a value of that type is a number. */
    static boolean isNumber(JavaType type) {
        return NUMBERS.contains(type.toString());
    }

    /** What becomes of the number that a call gives, or of the one number that what it gives holds. */
    NumberUse of(Expression.Call call) {
        open.add(call);
        for (int i = 0; !open.isEmpty() && !escapes; i++) {
            escapes |= i > MOST;
            value(open.removeFirst());
        }
        return new NumberUse(tested, returned, escapes);
    }

    private void value(Expression value) {
        Object parent = tree.parent(value);
        if (parent instanceof Expression.Binary comparison) {
            compared(comparison, value);
        } else if (parent instanceof Expression.Cast
                || parent instanceof Expression.Conditional choice && choice.condition() != value) {
            open.add((Expression) parent);
        } else if (parent instanceof Expression.Assign assign) {
            assigned(assign, value);
        } else if (parent instanceof Expression.Call call) {
            call(call, value);
        } else if (parent instanceof Statement statement) {
            inStatement(statement);
        } else {
            escapes = true;
        }
    }

    private void compared(Expression.Binary comparison, Expression value) {
        if (KnownValues.holdsNull(comparison)) {
            return;
        }
        boolean left = comparison.left() == value;
        String operator = left ? comparison.operator() : MIRRORED.getOrDefault(comparison.operator(), "");
        Expression other = left ? comparison.right() : comparison.left();
        boolean overZero = other instanceof Expression.Literal literal && OVER_ZERO.contains(operator + " " + literal.value());
        tested |= overZero;
        escapes |= !overZero;
    }

    private void assigned(Expression.Assign assign, Expression value) {
        if (assign.target() == value) {
            return;
        }
        Optional<Variable> variable = assign.target() instanceof Expression.Name name ? body.variable(name) : Optional.empty();
        variable.filter(each -> assign.operator().equals("=")).ifPresentOrElse(this::variable, () -> escapes = true);
        if (!(tree.parent(assign) instanceof Statement.Evaluate)) {
            open.add(assign);
        }
    }

    private void variable(Variable variable) {
        if (seen.add(variable)) {
            open.addAll(tree.names(variable));
        }
    }

    /** On a number only conversions are followed; what is no number yet holds it until a call gives it out. */
    private void call(Expression.Call call, Expression value) {
        boolean on = call.target() == value;
        boolean holder = on && !isNumber(body.type(value)) && !body.type(call).toString().equals("boolean");
        if (holder || CONVERSIONS.contains(call.name()) && (on || !isOfProgram(call))) {
            open.add(call);
        } else if (call.name().equals("equals") && call.arguments().size() == 1) {
            boolean zero = isZero(on ? call.arguments().get(0) : call.target());
            tested |= zero;
            escapes |= !zero;
        } else {
            escapes = true;
        }
    }

    private boolean isOfProgram(Expression.Call call) {
        return body.target(call).filter(target -> target.owner().startsWith("java.")).isEmpty();
    }

    private static boolean isZero(Expression expression) {
        boolean boxed = expression instanceof Expression.Call call && call.name().equals("valueOf") && call.arguments().size() == 1;
        Expression plain = boxed ? ((Expression.Call) expression).arguments().get(0) : expression;
        return plain instanceof Expression.Literal literal && "0".equals(String.valueOf(literal.value()));
    }

    private void inStatement(Statement statement) {
        if (statement instanceof Statement.Local local) {
            body.declared(local).ifPresentOrElse(this::variable, () -> escapes = true);
        } else if (statement instanceof Statement.Return) {
            boolean ofMethod = !tree.isRepeatedWithin(statement, body.method().body());
            returned |= ofMethod;
            escapes |= !ofMethod;
        } else {
            escapes |= !(statement instanceof Statement.Evaluate);
        }
    }
}
