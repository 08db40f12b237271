package dev.seqscan.query;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Goes through a body in the order of the text and knows under which conditions a place is reached. Bodies of local
 * and anonymous classes are left out: they are methods of their own.
 */
abstract class CodeWalk {

    /**
     * A loop body, a branch or a case.
     *
     * @param leaves whether it ends with a jump out of it
     * @param otherwise whether it stands behind {@code else}
     */
    record Branch(Span whole, Span span, boolean leaves, boolean otherwise) {
    }

    private final Deque<Branch> branches = new ArrayDeque<>();
    private final Deque<Span> scopes = new ArrayDeque<>();
    private int lambdas;

    /** Called for each expression after its parts. */
    void visit(Expression expression) {
    }

    /** Called for each variable that comes into being; the value is null where it is not an expression. */
    void declare(TypeName type, String name, Expression value, Span span) {
    }

    /** Called for each return statement after its value. */
    void returned(Statement.Return statement) {
    }

    /** Called for each class that is declared in the body. */
    void local(TypeDeclaration type) {
    }

    /** Whether the current place belongs to a lambda of the body. */
    final boolean insideLambda() {
        return lambdas > 0;
    }

    /** The branches around the current place, outermost first. */
    final List<Branch> branches() {
        List<Branch> around = new ArrayList<>(branches);
        java.util.Collections.reverse(around);
        return around;
    }

    /** The block around the current place. */
    final Span scope() {
        return scopes.peek();
    }

    final void statements(List<? extends Statement> all) {
        all.forEach(this::statement);
    }

    final void statement(Statement statement) {
        if (statement == null) {
            return;
        }
        scopes.push(statement instanceof Statement.Local && !scopes.isEmpty() ? scopes.peek() : statement.span());
        if (statement instanceof Statement.Block block) {
            statements(block.statements());
        } else if (!loop(statement) && !choice(statement)) {
            simple(statement);
        }
        scopes.pop();
    }

    private void simple(Statement statement) {
        if (statement instanceof Statement.Local local) {
            expression(local.initializer());
            declare(local.type(), local.name(), local.initializer(), local.span());
        } else if (statement instanceof Statement.Evaluate evaluated) {
            expression(evaluated.expression());
        } else if (statement instanceof Statement.Return returned) {
            expression(returned.value());
            returned(returned);
        } else if (statement instanceof Statement.Throw thrown) {
            expression(thrown.value());
        } else if (statement instanceof Statement.Yield yielded) {
            expression(yielded.value());
        } else if (statement instanceof Statement.Assert asserted) {
            expression(asserted.condition());
        } else if (statement instanceof Statement.Synchronized locked) {
            expression(locked.lock());
            statement(locked.body());
        } else if (statement instanceof Statement.Labeled labeled) {
            statement(labeled.body());
        } else if (statement instanceof Statement.LocalType declared) {
            local(declared.type());
        }
    }

    private boolean loop(Statement statement) {
        if (statement instanceof Statement.For loop) {
            statementsOf(loop.init());
            expression(loop.condition());
            branch(loop.span(), loop.body());
            loop.update().forEach(this::expression);
        } else if (statement instanceof Statement.ForEach loop) {
            expression(loop.iterable());
            declare(loop.variable().type(), loop.variable().name(), null, loop.variable().span());
            branch(loop.span(), loop.body());
        } else if (statement instanceof Statement.While loop) {
            expression(loop.condition());
            branch(loop.span(), loop.body());
        } else if (statement instanceof Statement.DoWhile loop) {
            statement(loop.body());
            expression(loop.condition());
        } else {
            return false;
        }
        return true;
    }

    private boolean choice(Statement statement) {
        if (statement instanceof Statement.If choice) {
            expression(choice.condition());
            branch(choice.span(), choice.then());
            branch(choice.span(), choice.otherwise(), true);
        } else if (statement instanceof Statement.Switch choice) {
            expression(choice.selector());
            choice.cases().forEach(each -> branch(choice.span(), each));
        } else if (statement instanceof Statement.Try tried) {
            statementsOf(tried.resources());
            statement(tried.body());
            for (Statement.Catch each : tried.catches()) {
                declare(each.types().get(0), each.name(), null, each.span());
                branch(tried.span(), each.body());
            }
            statement(tried.last());
        } else {
            return false;
        }
        return true;
    }

    /** Variables of a loop's head and resources live as long as the statement, whose span is on the stack already. */
    private void statementsOf(List<Statement> heads) {
        heads.forEach(this::statement);
    }

    private void branch(Span whole, Statement body) {
        branch(whole, body, false);
    }

    private void branch(Span whole, Statement body, boolean otherwise) {
        if (body != null) {
            branches.push(new Branch(whole, body.span(), leaves(body), otherwise));
            statement(body);
            branches.pop();
        }
    }

    private void branch(Span whole, Statement.Case each) {
        branches.push(new Branch(whole, each.span(), false, false));
        scopes.push(each.span());
        each.labels().forEach(this::expression);
        each.patterns().forEach(this::pattern);
        expression(each.guard());
        statements(each.body());
        scopes.pop();
        branches.pop();
    }

    private static boolean leaves(Statement body) {
        if (body instanceof Statement.Block block) {
            int size = block.statements().size();
            return size > 0 && leaves(block.statements().get(size - 1));
        }
        return body instanceof Statement.Return || body instanceof Statement.Throw
                || body instanceof Statement.Continue || body instanceof Statement.Break;
    }

    private void pattern(Expression.Pattern pattern) {
        if (pattern instanceof Expression.Pattern.TypePattern typed && !typed.name().isEmpty()) {
            declare(typed.type(), typed.name(), null, typed.span());
        } else if (pattern instanceof Expression.Pattern.RecordPattern composed) {
            composed.components().forEach(this::pattern);
        }
    }

    /** A long concatenation leans to the left; its spine is walked without recursion. */
    final void expression(Expression expression) {
        if (expression instanceof Expression.Binary binary) {
            Deque<Expression.Binary> spine = new ArrayDeque<>();
            Expression left = binary;
            while (left instanceof Expression.Binary inner) {
                spine.push(inner);
                left = inner.left();
            }
            expression(left);
            for (Expression.Binary each : spine) {
                expression(each.right());
                visit(each);
            }
        } else if (expression != null) {
            if (!access(expression) && !nested(expression)) {
                Operands.of(expression).forEach(this::expression);
            }
            visit(expression);
        }
    }

    private boolean access(Expression expression) {
        if (expression instanceof Expression.Assign assign) {
            if (!(assign.target() instanceof Expression.Name)) {
                expression(assign.target());
            }
            expression(assign.value());
        } else if (expression instanceof Expression.InstanceOf check) {
            expression(check.operand());
            pattern(check.pattern());
        } else {
            return false;
        }
        return true;
    }

    private boolean nested(Expression expression) {
        if (expression instanceof Expression.Lambda lambda) {
            branches.push(new Branch(lambda.span(), lambda.body().span(), false, false));
            scopes.push(lambda.span());
            lambdas++;
            lambda.parameters().forEach(each -> declare(each.type(), each.name(), null, each.span()));
            statement(lambda.body());
            lambdas--;
            scopes.pop();
            branches.pop();
        } else if (expression instanceof Expression.SwitchExpression choice) {
            expression(choice.selector());
            choice.cases().forEach(each -> branch(choice.span(), each));
        } else {
            return false;
        }
        return true;
    }
}
