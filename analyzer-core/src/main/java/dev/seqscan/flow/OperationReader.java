package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads choices, patterns, casts and operators: what they may be of what their operands are. */
final class OperationReader {

    private final ValueReader values;
    private final FlowBuilder statements;
    private final LinkedBody body;
    private final Deque<Set<Value>> yields = new ArrayDeque<>();

    OperationReader(ValueReader values, FlowBuilder statements, LinkedBody body) {
        this.values = values;
        this.statements = statements;
        this.body = body;
    }

    /** Takes what a case of the switch that is read now gives. */
    void yielded(Set<Value> given) {
        if (!yields.isEmpty()) {
            yields.peek().addAll(given);
        }
    }

    /** What an expression may be that is neither a name, nor a call, nor a function. */
    Set<Value> of(Expression expression) {
        if (expression instanceof Expression.Conditional choice) {
            return conditional(choice);
        }
        if (expression instanceof Expression.Cast cast) {
            return values.of(cast.operand());
        }
        if (expression instanceof Expression.InstanceOf test) {
            Set<Value> tested = values.of(test.operand());
            bindPattern(test.pattern(), test.operand(), tested);
            return Set.of();
        }
        if (expression instanceof Expression.ArrayAccess access) {
            values.of(access.index());
            Region loop = values.variables().varying(access.index());
            return varyingIn(values.of(access.array()), loop);
        }
        if (expression instanceof Expression.SwitchExpression choice) {
            values.of(choice.selector());
            yields.push(new LinkedHashSet<>());
            values.guards().withinCases(choice.selector(), choice.cases(), statements::all);
            return yields.pop();
        }
        return children(expression);
    }

    private Set<Value> conditional(Expression.Conditional choice) {
        values.of(choice.condition());
        return Value.union(branch(choice, true, choice.whenTrue()), branch(choice, false, choice.whenFalse()));
    }

    private Set<Value> branch(Expression.Conditional choice, boolean holds, Expression taken) {
        Guards guards = values.guards();
        return guards.inBranch(() -> guards.within(choice.condition(), holds, List.of(), List.of(), () -> values.of(taken)));
    }

    private Set<Value> children(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            Expression left = binary;
            while (left instanceof Expression.Binary next) {
                values.handedOver().operand(next, next.right(), values.guards().withinOperand(next, () -> values.of(next.right())));
                left = next.left();
            }
            values.handedOver().operand(binary, left, values.of(left));
        } else if (expression instanceof Expression.Unary unary) {
            values.of(unary.operand());
        } else if (expression instanceof Expression.NewArray creation && creation.elements() != null) {
            Set<Value> all = new LinkedHashSet<>();
            creation.elements().forEach(each -> all.addAll(values.of(each)));
            return all;
        } else if (expression instanceof Expression.Opaque opaque) {
            opaque.children().forEach(values::of);
        }
        return Set.of();
    }

    private void bindPattern(Expression.Pattern pattern, Expression operand, Set<Value> tested) {
        if (pattern instanceof Expression.Pattern.TypePattern) {
            body.declared(pattern).ifPresent(variable -> {
                values.variables().declare(variable, statements.region());
                values.variables().comesFrom(variable, operand);
                values.variables().put(variable, tested);
            });
        }
    }

    private static Set<Value> varyingIn(Set<Value> of, Region loop) {
        Set<Value> varying = new LinkedHashSet<>();
        of.forEach(value -> varying.add(value.varyingIn(loop)));
        return varying;
    }
}
