package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** The values that a method returns; those of lambdas inside it are not its own. */
public final class Returns extends CodeWalk {

    private final List<Expression> values = new ArrayList<>();

    private Returns() {
    }

    /** The values in the order of the text. */
    public static List<Expression> of(MethodDeclaration method) {
        Returns returns = new Returns();
        returns.statement(method.body());
        return List.copyOf(returns.values);
    }

    @Override
    void returned(Statement.Return statement) {
        if (statement.value() != null && !insideLambda()) {
            values.add(statement.value());
        }
    }
}
