package dev.seqscan.flow;

import dev.seqscan.program.Statements;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** All expressions inside a statement, with those of inner statements and of lambdas. */
final class Expressions {

    private static final int DEEPEST = 40;

    private Expressions() {
    }

    static void visit(Statement statement, Consumer<Expression> visitor) {
        visit(statement, visitor, 0);
    }

    private static void visit(Statement statement, Consumer<Expression> visitor, int depth) {
        if (statement == null || depth > DEEPEST) {
            return;
        }
        for (Expression direct : direct(statement)) {
            Used.walk(direct, each -> {
                visitor.accept(each);
                if (each instanceof Expression.Lambda lambda) {
                    visit(lambda.body(), visitor, depth + 1);
                }
            });
        }
        Statements.children(statement).forEach(each -> visit(each, visitor, depth + 1));
    }

    /** The expressions of a statement itself, without those of inner statements. */
    static List<Expression> direct(Statement statement) {
        List<Expression> found = new ArrayList<>();
        if (statement instanceof Statement.Evaluate each) {
            found.add(each.expression());
        } else if (statement instanceof Statement.Local each) {
            found.add(each.initializer());
        } else if (statement instanceof Statement.Return each) {
            found.add(each.value());
        } else if (statement instanceof Statement.If each) {
            found.add(each.condition());
        } else if (statement instanceof Statement.ForEach each) {
            found.add(each.iterable());
        } else if (statement instanceof Statement.While each) {
            found.add(each.condition());
        } else if (statement instanceof Statement.Switch each) {
            found.add(each.selector());
        }
        found.removeIf(java.util.Objects::isNull);
        return found;
    }
}
