package dev.seqscan.flow;

import dev.seqscan.program.Statements;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds what a loop searches for by way of a variable: {@code X x = find(each); if (x != null) return x;}. A loop that leaves
 * where something is missing returns something else.
 */
final class FoundValues {

    private final Map<String, Expression> locals = new HashMap<>();
    private final List<Expression> found = new ArrayList<>();

    private FoundValues() {
    }

    /** The calls that give the variables which a loop tests and returns. */
    static List<Expression> in(Statement loop) {
        FoundValues values = new FoundValues();
        values.look(Statements.loopBody(loop));
        return List.copyOf(values.found);
    }

    private void look(Statement statement) {
        if (statement instanceof Statement.Local local && local.initializer() != null) {
            locals.put(local.name(), local.initializer());
        } else if (statement instanceof Statement.If branch) {
            Set<String> tested = names(branch.condition());
            tested.retainAll(locals.keySet());
            if (!tested.isEmpty()) {
                tested.retainAll(returned(branch.then()));
                tested.forEach(name -> found.add(locals.get(name)));
            }
        }
        if (statement != null) {
            Statements.children(statement).forEach(this::look);
        }
    }

    private static Set<String> returned(Statement statement) {
        Set<String> names = new HashSet<>();
        if (statement instanceof Statement.Return end && end.value() != null) {
            names.addAll(names(end.value()));
        } else if (statement instanceof Statement.Block block) {
            block.statements().forEach(each -> names.addAll(returned(each)));
        }
        return names;
    }

    private static Set<String> names(Expression expression) {
        Set<String> names = new HashSet<>();
        Used.walk(expression, each -> {
            if (each instanceof Expression.Name name) {
                names.add(name.name());
            }
        });
        return names;
    }
}
