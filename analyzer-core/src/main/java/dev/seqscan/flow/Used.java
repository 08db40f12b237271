package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Sub-expressions and the variables they use; the bodies of lambdas are left out. */
final class Used {

    private static final int MOST = 400;

    private Used() {
    }

    static Set<Variable> variables(Expression expression, LinkedBody body) {
        Set<Variable> found = new LinkedHashSet<>();
        walk(expression, each -> {
            if (each instanceof Expression.Name name) {
                body.variable(name).ifPresent(found::add);
            }
        });
        return found;
    }

    static void walk(Expression expression, Consumer<Expression> visitor) {
        Deque<Expression> open = new ArrayDeque<>();
        open.push(expression);
        for (int i = 0; i < MOST && !open.isEmpty(); i++) {
            Expression next = open.pop();
            visitor.accept(next);
            children(next).forEach(open::push);
        }
    }

    static List<Expression> children(Expression expression) {
        Deque<Expression> children = new ArrayDeque<>();
        if (expression instanceof Expression.Call call) {
            children.addAll(call.arguments());
            add(children, call.target());
        } else if (expression instanceof Expression.New creation) {
            children.addAll(creation.arguments());
        } else if (expression instanceof Expression.Select select) {
            children.add(select.target());
        } else if (expression instanceof Expression.Binary binary) {
            children.add(binary.left());
            children.add(binary.right());
        } else if (expression instanceof Expression.Unary unary) {
            children.add(unary.operand());
        } else if (expression instanceof Expression.Assign assign) {
            children.add(assign.value());
            children.add(assign.target());
        } else if (expression instanceof Expression.Conditional choice) {
            children.addAll(List.of(choice.condition(), choice.whenTrue(), choice.whenFalse()));
        } else if (expression instanceof Expression.Cast cast) {
            children.add(cast.operand());
        } else if (expression instanceof Expression.InstanceOf test) {
            children.add(test.operand());
        } else if (expression instanceof Expression.ArrayAccess access) {
            children.addAll(List.of(access.array(), access.index()));
        } else if (expression instanceof Expression.NewArray creation) {
            children.addAll(creation.sizes());
            if (creation.elements() != null) {
                children.addAll(creation.elements());
            }
        }
        return List.copyOf(children);
    }

    private static void add(Deque<Expression> children, Expression expression) {
        if (expression != null) {
            children.add(expression);
        }
    }
}
