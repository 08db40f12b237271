package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Sub-expressions and the variables they use; the bodies of lambdas are left out. */
final class Used {

    /** No more expressions than this are looked at, since each call of a chain asks for what stands before it. */
    static final int MOST = 400;

    private Used() {
    }

    /** What a chain of calls begins with; null for a call on nothing. */
    static Expression root(Expression chain) {
        Expression root = chain;
        for (int steps = 0; steps < MOST && root instanceof Expression.Call call; steps++) {
            root = call.target();
        }
        return root;
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
        Consumer<Expression> push = open::push;
        for (int i = 0; i < MOST && !open.isEmpty(); i++) {
            Expression next = open.pop();
            visitor.accept(next);
            children(next, push);
        }
    }

    static List<Expression> children(Expression expression) {
        List<Expression> children = new ArrayList<>();
        children(expression, children::add);
        return children;
    }

    /** Without a list, since all expressions are walked, and most of them have no children. */
    private static void children(Expression expression, Consumer<Expression> children) {
        if (expression instanceof Expression.Call call) {
            call.arguments().forEach(children);
            if (call.target() != null) {
                children.accept(call.target());
            }
        } else if (expression instanceof Expression.New creation) {
            creation.arguments().forEach(children);
        } else if (expression instanceof Expression.Select select) {
            children.accept(select.target());
        } else if (expression instanceof Expression.Binary binary) {
            children.accept(binary.left());
            children.accept(binary.right());
        } else if (expression instanceof Expression.Unary unary) {
            children.accept(unary.operand());
        } else if (expression instanceof Expression.Assign assign) {
            children.accept(assign.value());
            children.accept(assign.target());
        } else if (expression instanceof Expression.Conditional choice) {
            children.accept(choice.condition());
            children.accept(choice.whenTrue());
            children.accept(choice.whenFalse());
        } else if (expression instanceof Expression.Cast cast) {
            children.accept(cast.operand());
        } else if (expression instanceof Expression.InstanceOf test) {
            children.accept(test.operand());
        } else if (expression instanceof Expression.ArrayAccess access) {
            children.accept(access.array());
            children.accept(access.index());
        } else if (expression instanceof Expression.NewArray creation) {
            creation.sizes().forEach(children);
            if (creation.elements() != null) {
                creation.elements().forEach(children);
            }
        }
    }
}
