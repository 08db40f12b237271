package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The variables of a body whose methods it calls and which it never takes for missing: what they hold is there. */
final class UsedObjects {

    private static final Set<String> TESTS = Set.of("isNull", "nonNull", "isEmpty", "isNotEmpty", "isBlank", "isNotBlank", "hasText",
            "hasLength", "ofNullable", "requireNonNullElse", "requireNonNullElseGet", "defaultIfNull");

    private final LinkedBody body;
    private Set<Variable> found;

    UsedObjects(LinkedBody body) {
        this.body = body;
    }

    /** Whether what a name stands for would have failed the method if it were missing. */
    boolean has(Expression expression) {
        Optional<Variable> variable = variable(expression);
        if (variable.isPresent() && found == null) {
            found = read();
        }
        return variable.filter(each -> found.contains(each)).isPresent();
    }

    private Set<Variable> read() {
        Set<Variable> used = new HashSet<>();
        Set<Variable> doubted = new HashSet<>();
        Expressions.visit(body.method().body(), each -> {
            if (each instanceof Expression.Call call) {
                variable(call.target()).ifPresent(used::add);
                if (TESTS.contains(call.name())) {
                    call.arguments().forEach(argument -> variable(argument).ifPresent(doubted::add));
                }
            } else if (each instanceof Expression.Binary binary && KnownValues.holdsNull(binary)) {
                variable(binary.left()).or(() -> variable(binary.right())).ifPresent(doubted::add);
            }
        });
        used.removeAll(doubted);
        used.removeIf(each -> each.assigned().stream().anyMatch(KnownValues::isNull));
        return used;
    }

    private Optional<Variable> variable(Expression expression) {
        return expression instanceof Expression.Name name ? body.variable(name) : Optional.empty();
    }
}
