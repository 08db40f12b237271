package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Follows what one call gives through a body and its variables; what is not followed escapes. */
abstract class ResultTracer {

    private static final int MOST = 100;

    final LinkedBody body;
    private final BodyTree tree;
    private final Deque<Expression> open = new ArrayDeque<>();
    private final Set<Variable> seen = new LinkedHashSet<>();
    private boolean partly;
    private boolean returned;
    private boolean escapes;

    ResultTracer(LinkedBody body, BodyTree tree) {
        this.body = body;
        this.tree = tree;
    }

    /** What becomes of what a call gives. */
    final ResultTrace of(Expression.Call call) {
        open.add(call);
        for (int i = 0; !open.isEmpty() && !escapes; i++) {
            escapes |= i > MOST;
            value(open.removeFirst());
        }
        return new ResultTrace(partly, returned, escapes);
    }

    /** Takes a call that it is part of. */
    abstract void call(Expression.Call call, Expression value);

    /** Takes an operation that it is part of. */
    abstract void operation(Expression.Binary operation, Expression value);

    /** Follows an expression that stands for the same. */
    final void follow(Expression same) {
        open.add(same);
    }

    /** Notes a use of the part that could be asked for alone, or of more. */
    final void uses(boolean part) {
        partly |= part;
        escapes |= !part;
    }

    private void value(Expression value) {
        Object parent = tree.parent(value);
        if (parent instanceof Expression.Binary operation) {
            if (!KnownValues.holdsNull(operation)) {
                operation(operation, value);
            }
        } else if (parent instanceof Expression.Cast
                || parent instanceof Expression.Conditional choice && choice.condition() != value) {
            open.add((Expression) parent);
        } else if (parent instanceof Expression.Assign assign) {
            assigned(assign, value);
        } else if (parent instanceof Expression.Call call) {
            call(call, value);
        } else if (parent instanceof Statement statement) {
            inStatement(statement, value);
        } else {
            escapes = true;
        }
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

    private void inStatement(Statement statement, Expression value) {
        if (statement instanceof Statement.Local local) {
            body.declared(local).ifPresentOrElse(this::variable, () -> escapes = true);
        } else if (statement instanceof Statement.Return) {
            boolean ofMethod = !tree.isRepeatedWithin(statement, body.method().body());
            returned |= ofMethod;
            escapes |= !ofMethod;
        } else if (statement instanceof Statement.ForEach loop && loop.iterable() == value) {
            partly = true;
        } else {
            escapes |= !(statement instanceof Statement.Evaluate);
        }
    }
}
