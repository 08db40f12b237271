package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Compares expressions of one body by what they are made of: the same variables, calls and constants. */
final class SameValue {

    private static final int DEEPEST = 8;

    private final LinkedBody body;

    SameValue(LinkedBody body) {
        this.body = body;
    }

    /** Whether both are written with the same parts; a variable that is set once is what it is set to. */
    boolean are(Expression left, Expression right) {
        return are(left, right, 0);
    }

    private boolean are(Expression left, Expression right, int depth) {
        if (depth > DEEPEST) {
            return false;
        }
        if (left instanceof Expression.Name one && right instanceof Expression.Name other) {
            Optional<Variable> variable = body.variable(one);
            boolean named = one.name().equals(other.name()) && variable.equals(body.variable(other));
            return named || areValues(left, right, depth);
        }
        if (left instanceof Expression.Literal one && right instanceof Expression.Literal other) {
            return one.kind() == other.kind() && java.util.Objects.equals(one.value(), other.value());
        }
        if (left instanceof Expression.Binary one && right instanceof Expression.Binary other) {
            return one.operator().equals(other.operator()) && are(one.left(), other.left(), depth + 1)
                    && are(one.right(), other.right(), depth + 1);
        }
        if (left instanceof Expression.Call one && right instanceof Expression.Call other) {
            return one.name().equals(other.name()) && areAll(targets(one.target()), targets(other.target()), depth)
                    && areAll(one.arguments(), other.arguments(), depth);
        }
        return areOthers(left, right, depth);
    }

    private boolean areOthers(Expression left, Expression right, int depth) {
        if (left instanceof Expression.New one && right instanceof Expression.New other) {
            return one.type().simpleName().equals(other.type().simpleName()) && areAll(one.arguments(), other.arguments(), depth);
        }
        if (left instanceof Expression.Select one && right instanceof Expression.Select other) {
            return one.name().equals(other.name()) && are(one.target(), other.target(), depth + 1);
        }
        if (left instanceof Expression.Cast one) {
            return are(one.operand(), right, depth + 1);
        }
        if (right instanceof Expression.Cast other) {
            return are(left, other.operand(), depth + 1);
        }
        return left instanceof Expression.This && right instanceof Expression.This || isField(left, right) || isField(right, left)
                || areValues(left, right, depth);
    }

    private static List<Expression> targets(Expression target) {
        return target == null || target instanceof Expression.This ? List.of() : List.of(target);
    }

    private boolean areAll(List<Expression> left, List<Expression> right, int depth) {
        for (int i = 0; i < left.size() && left.size() == right.size(); i++) {
            if (!are(left.get(i), right.get(i), depth + 1)) {
                return false;
            }
        }
        return left.size() == right.size();
    }

    /** {@code this.cache} is {@code cache}, where no variable has that name. */
    private boolean isField(Expression selected, Expression named) {
        return selected instanceof Expression.Select select && select.target() instanceof Expression.This
                && named instanceof Expression.Name name && select.name().equals(name.name()) && body.variable(name).isEmpty();
    }

    private boolean areValues(Expression left, Expression right, int depth) {
        Optional<Expression> one = value(left);
        Optional<Expression> other = value(right);
        return (one.isPresent() || other.isPresent()) && are(one.orElse(left), other.orElse(right), depth + 1);
    }

    private Optional<Expression> value(Expression expression) {
        return expression instanceof Expression.Name name ? body.variable(name)
                .filter(each -> each.kind() == Variable.Kind.LOCAL && each.assigned().size() == 1)
                .map(each -> each.assigned().get(0)) : Optional.empty();
    }
}
