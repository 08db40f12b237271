package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises loops that look for one element: {@code if (order.getId().equals(wanted))}. What such a test guards runs for
 * that element only.
 */
final class Matching {

    private static final int DEEPEST = 4;

    private final LinkedBody body;
    private final Variables variables;
    private final EntityTypes types;

    Matching(LinkedBody body, Variables variables, EntityTypes types) {
        this.body = body;
        this.variables = variables;
        this.types = types;
    }

    /** The loops and functions of which one element passes a test, or fails it. */
    Set<Region> of(Expression test, boolean holds) {
        Set<Region> found = new LinkedHashSet<>();
        Equality.of(test, holds).forEach(same -> compared(same.left(), same.right()).ifPresent(found::add));
        return found;
    }

    private Optional<Region> compared(Expression left, Expression right) {
        return oneOf(left, right).or(() -> oneOf(right, left));
    }

    private Optional<Region> oneOf(Expression element, Expression wanted) {
        Optional<Region> loop = element(element, 0).flatMap(variables::home).filter(each -> each.kind != Region.Kind.METHOD);
        return loop.filter(each -> !isConstant(wanted) && !variables.dependence(wanted, each).variesIn(each));
    }

    private static boolean isConstant(Expression wanted) {
        return wanted instanceof Expression.Literal;
    }

    /**
     * The variable whose identity an expression is: itself, the identifier of an entity, the key of an entry, the counter
     * of {@code names.get(i)}; through a variable of the turn.
     */
    private Optional<Variable> element(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Name name) {
            return body.variable(name).flatMap(each -> ofVariable(each, depth));
        }
        if (isAt(expression)) {
            return body.variable((Expression.Name) ((Expression.Call) expression).arguments().get(0));
        }
        boolean read = expression instanceof Expression.Call call && call.arguments().isEmpty()
                && call.target() instanceof Expression.Name && isIdentity(call);
        return read ? element(((Expression.Call) expression).target(), depth + 1) : Optional.empty();
    }

    private Optional<Variable> ofVariable(Variable variable, int depth) {
        boolean local = variable.kind() == Variable.Kind.LOCAL && variable.assigned().size() == 1
                && variable.assigned().get(0) instanceof Expression.Call;
        if (!local) {
            return Optional.of(variable).filter(each -> each.assigned().isEmpty());
        }
        Expression.Call value = (Expression.Call) variable.assigned().get(0);
        boolean next = value.name().equals("next") && value.arguments().isEmpty() && value.target() != null;
        return next ? Optional.of(variable) : element(value, depth + 1);
    }

    /** {@code names.get(i)}, where {@code i} is a counter. */
    private boolean isAt(Expression expression) {
        return expression instanceof Expression.Call call && call.name().equals("get") && call.target() instanceof Expression.Name
                && call.arguments().size() == 1 && call.arguments().get(0) instanceof Expression.Name
                && body.type(call.arguments().get(0)) instanceof JavaType.Primitive;
    }

    private boolean isIdentity(Expression.Call call) {
        String owner = body.type(call.target()).className();
        return owner.equals("java.util.Map.Entry") && call.name().equals("getKey")
                || types.isIdentifier(types.in(body.type(call.target())), Touching.property(call.name()));
    }
}
