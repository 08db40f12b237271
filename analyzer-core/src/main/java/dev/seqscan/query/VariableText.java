package dev.seqscan.query;

import dev.seqscan.query.VariableHistory.Condition;
import dev.seqscan.query.VariableHistory.Use;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The text that a variable holds after all that has happened to it. Of branches that exclude each other the first one
 * that adds something stands for all.
 */
final class VariableText {

    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer");

    private final TextReader reader;
    private final TextCalls calls;
    private final VariableHistory variable;
    private final TextReader.Scope scope;
    private final boolean builder;
    private final Map<Span, Span> firstBranches = new HashMap<>();
    private final Set<Span> exhaustive = new HashSet<>();
    private Text text = Text.hole();
    private boolean assigned;

    VariableText(TextReader reader, TextCalls calls, VariableHistory variable, TextReader.Scope scope) {
        this.reader = reader;
        this.calls = calls;
        this.variable = variable;
        this.scope = scope;
        this.builder = BUILDERS.contains(variable.type().simpleName())
                || variable.values().stream().anyMatch(VariableText::makesBuilder);
    }

    private static boolean makesBuilder(Expression value) {
        Expression root = value;
        while (root instanceof Expression.Call call && call.target() != null && call.name().equals("append")) {
            root = call.target();
        }
        return root instanceof Expression.New creation && BUILDERS.contains(creation.type().simpleName());
    }

    Text read() {
        List<Use> additions = variable.uses().stream().filter(this::isAddition).toList();
        for (Use use : additions) {
            use.condition().ifPresent(condition -> {
                Span first = firstBranches.computeIfAbsent(condition.choice(), choice -> condition.branch());
                if (condition.otherwise() && !first.equals(condition.branch())) {
                    exhaustive.add(condition.choice());
                }
            });
        }
        variable.uses().stream().filter(use -> !isAddition(use) || isOfFirstBranch(use)).forEach(this::apply);
        return text;
    }

    private boolean isAddition(Use use) {
        return switch (use.kind()) {
            case ADDED -> true;
            case CALLED -> builder;
            case ASSIGNED -> addsToItself(use.value());
            default -> false;
        };
    }

    private boolean isOfFirstBranch(Use use) {
        return use.condition().map(condition -> condition.branch().equals(firstBranches.get(condition.choice())))
                .orElse(true);
    }

    private void apply(Use use) {
        switch (use.kind()) {
            case DECLARED -> declare(use.value());
            case ASSIGNED -> assign(use);
            case ADDED -> text = text.plus(marked(reader.read(use.value(), scope), use));
            case CALLED -> {
                if (builder) {
                    text = calls.change(text, (Expression.Call) use.value(), scope, piece -> marked(piece, use));
                }
            }
            case PASSED -> {
                if (builder) {
                    text = text.plus(Text.hole().optionally());
                }
            }
            default -> throw new AssertionError(use.kind());
        }
    }

    /** Marks what a use adds as optional, or as one of several where each branch adds something. */
    private Text marked(Text added, Use use) {
        if (use.condition().isEmpty()) {
            return added;
        }
        Condition condition = use.condition().get();
        boolean always = exhaustive.contains(condition.choice()) && !condition.nested();
        return always ? added.asVariant() : added.optionally();
    }

    private void declare(Expression initializer) {
        if (variable.parameter()) {
            text = scope.arguments().getOrDefault(variable.name(), Text.hole());
            assigned = true;
        } else if (initializer != null && !isNull(initializer)) {
            text = reader.read(initializer, scope);
            assigned = true;
        }
    }

    private void assign(Use use) {
        if (addsToItself(use.value())) {
            List<Expression> operands = TextReader.operands((Expression.Binary) use.value());
            for (Expression operand : operands.subList(1, operands.size())) {
                text = text.plus(marked(reader.read(operand, scope), use));
            }
        } else if (!use.conditional() || !assigned) {
            text = reader.read(use.value(), scope);
            assigned = true;
        } else {
            Text other = reader.read(use.value(), scope);
            text = text.parts().isEmpty() ? other.optionally() : reader.either(text, other);
        }
    }

    /** {@code text = text + ..}. */
    private boolean addsToItself(Expression value) {
        if (!(value instanceof Expression.Binary binary) || !binary.operator().equals("+")) {
            return false;
        }
        return TextReader.operands(binary).get(0) instanceof Expression.Name name && name.name().equals(variable.name());
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }
}
