package dev.seqscan.flow;

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
        Conjuncts.of(test, holds).forEach(part -> ofPart(part.test(), part.holds()).ifPresent(found::add));
        return found;
    }

    private Optional<Region> ofPart(Expression test, boolean holds) {
        if (test instanceof Expression.Binary same && same.operator().equals(holds ? "==" : "!=")) {
            return compared(same.left(), same.right());
        }
        if (holds && test instanceof Expression.Call call && call.name().equals("equals") && !call.arguments().isEmpty()) {
            Expression first = call.arguments().size() == 2 ? call.arguments().get(0) : call.target();
            return compared(first, call.arguments().get(call.arguments().size() - 1));
        }
        return Optional.empty();
    }

    private Optional<Region> compared(Expression left, Expression right) {
        return oneOf(left, right).or(() -> oneOf(right, left));
    }

    private Optional<Region> oneOf(Expression element, Expression wanted) {
        Optional<Region> loop = element(element).flatMap(variables::home).filter(each -> each.kind != Region.Kind.METHOD);
        return loop.filter(each -> !isConstant(wanted) && !variables.dependence(wanted, each).variesIn(each));
    }

    private static boolean isConstant(Expression wanted) {
        return wanted instanceof Expression.Literal;
    }

    /** The variable whose identity an expression is: itself, the identifier of an entity, the key of an entry. */
    private Optional<Variable> element(Expression expression) {
        if (expression instanceof Expression.Name name) {
            return body.variable(name).filter(each -> each.assigned().isEmpty());
        }
        boolean read = expression instanceof Expression.Call call && call.arguments().isEmpty()
                && call.target() instanceof Expression.Name && isIdentity(call);
        return read ? element(((Expression.Call) expression).target()) : Optional.empty();
    }

    private boolean isIdentity(Expression.Call call) {
        String owner = body.type(call.target()).className();
        return owner.equals("java.util.Map.Entry") && call.name().equals("getKey")
                || types.isIdentifier(types.in(body.type(call.target())), Touching.property(call.name()));
    }
}
