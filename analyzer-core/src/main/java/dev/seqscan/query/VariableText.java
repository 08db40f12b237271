package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;

/** The text that a variable holds after all that has happened to it. */
final class VariableText {

    private static final Set<String> BUILDERS = Set.of("StringBuilder", "StringBuffer");

    private final TextReader reader;
    private final TextCalls calls;
    private final VariableHistory variable;
    private final TextReader.Scope scope;
    private final boolean builder;
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
        variable.uses().forEach(this::apply);
        return text;
    }

    private void apply(VariableHistory.Use use) {
        switch (use.kind()) {
            case DECLARED -> declare(use.value());
            case ASSIGNED -> assign(use);
            case ADDED -> add(reader.read(use.value(), scope), use.conditional());
            case CALLED -> {
                if (builder) {
                    text = calls.change(text, (Expression.Call) use.value(), scope, use.conditional());
                }
            }
            case PASSED -> {
                if (builder) {
                    add(Text.hole(), true);
                }
            }
            default -> throw new AssertionError(use.kind());
        }
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

    private void assign(VariableHistory.Use use) {
        List<Expression> operands = use.value() instanceof Expression.Binary binary && binary.operator().equals("+")
                ? TextReader.operands(binary) : List.of(use.value());
        if (operands.size() > 1 && isItself(operands.get(0))) {
            Text tail = Text.EMPTY;
            for (Expression operand : operands.subList(1, operands.size())) {
                tail = tail.plus(reader.read(operand, scope));
            }
            add(tail, use.conditional());
        } else if (!use.conditional() || !assigned) {
            text = reader.read(use.value(), scope);
            assigned = true;
        } else {
            Text other = reader.read(use.value(), scope);
            text = text.parts().isEmpty() ? other.optionally() : reader.either(text, other);
        }
    }

    private void add(Text tail, boolean conditional) {
        text = text.plus(conditional ? tail.optionally() : tail);
    }

    private boolean isItself(Expression operand) {
        return operand instanceof Expression.Name name && name.name().equals(variable.name());
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }
}
