package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the text of one expression, with bounded work: what goes beyond is a hole. */
final class TextReader {

    /** Where names are looked up; the arguments are those of a method whose result is asked for. */
    record Scope(DeclaredClass owner, MethodDeclaration method, Map<String, Text> arguments, int depth) {
    }

    private static final int MAX_STEPS = 4_000;
    private static final int MAX_DEPTH = 60;
    /** Each walks through the whole method. */
    private static final int MAX_HISTORIES = 400;
    private static final int MAX_LENGTH = 2_000_000;

    private final Program program;
    private final FixedFields fields;
    private final TextCalls calls;
    private int steps;
    private int histories;
    private int depth;
    private long length;

    TextReader(Program program) {
        this.program = program;
        this.fields = new FixedFields(program);
        this.calls = new TextCalls(this);
    }

    Program program() {
        return program;
    }

    Text read(Expression expression, Scope scope) {
        if (++steps > MAX_STEPS || depth > MAX_DEPTH) {
            return Text.hole();
        }
        depth++;
        Text text = value(expression, scope);
        depth--;
        length += text.parts().stream().mapToInt(part -> part.text().length()).sum();
        return length > MAX_LENGTH ? Text.hole() : text;
    }

    private Text value(Expression expression, Scope scope) {
        if (expression instanceof Expression.Literal literal) {
            return literal.value() == null ? Text.hole() : Text.of(String.valueOf(literal.value()));
        }
        if (expression instanceof Expression.Binary binary) {
            return binary.operator().equals("+") ? sum(binary, scope) : Text.hole();
        }
        if (expression instanceof Expression.Name name) {
            return name(name, scope);
        }
        if (expression instanceof Expression.Select select) {
            return field(select, scope);
        }
        if (expression instanceof Expression.Cast cast) {
            return read(cast.operand(), scope);
        }
        if (expression instanceof Expression.Conditional choice) {
            return either(read(choice.whenTrue(), scope), read(choice.whenFalse(), scope));
        }
        if (expression instanceof Expression.SwitchExpression choice) {
            return choice(choice, scope);
        }
        if (expression instanceof Expression.Call || expression instanceof Expression.New) {
            return calls.read(expression, scope);
        }
        return expression instanceof Expression.NewArray array && array.elements() != null
                && array.elements().size() == 1 ? read(array.elements().get(0), scope) : Text.hole();
    }

    private Text sum(Expression.Binary binary, Scope scope) {
        List<Expression> operands = operands(binary);
        List<Text> texts = operands.stream().map(each -> read(each, scope)).toList();
        boolean aString = operands.stream().anyMatch(TextReader::isStringLiteral);
        if (!aString && texts.stream().allMatch(TextReader::isNumber)) {
            return Text.of(String.valueOf(texts.stream().mapToLong(each -> Long.parseLong(each.full())).sum()));
        }
        return Text.joined(texts);
    }

    /** The operands of a sum from left to right; the spine of a long one is not followed by recursion. */
    static List<Expression> operands(Expression.Binary sum) {
        List<Expression> operands = new ArrayList<>();
        Expression left = sum;
        while (left instanceof Expression.Binary binary && binary.operator().equals("+")) {
            operands.add(binary.right());
            left = binary.left();
        }
        operands.add(left);
        java.util.Collections.reverse(operands);
        return operands;
    }

    private static boolean isStringLiteral(Expression expression) {
        return expression instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.STRING;
    }

    private static boolean isNumber(Text text) {
        return text.constant().filter(digits -> digits.matches("-?\\d{1,18}")).isPresent();
    }

    /** One of two texts. Where one is empty the other may be missing; else the first stands for both. */
    Text either(Text first, Text second) {
        if (first.parts().isEmpty() || second.parts().isEmpty()) {
            return first.plus(second).optionally();
        }
        if (first.constant().isPresent() && second.constant().isPresent()) {
            return first.equals(second) ? first : first.asVariant();
        }
        return Text.hole();
    }

    private Text choice(Expression.SwitchExpression choice, Scope scope) {
        List<Text> results = new ArrayList<>();
        for (Statement.Case each : choice.cases()) {
            if (each.body().size() == 1 && each.body().get(0) instanceof Statement.Yield yielded) {
                results.add(read(yielded.value(), scope));
            } else if (each.body().isEmpty() || !(each.body().get(0) instanceof Statement.Throw)) {
                return Text.hole();
            }
        }
        boolean known = !results.isEmpty() && results.stream().allMatch(each -> each.constant().isPresent());
        return known ? results.get(0).asVariant() : Text.hole();
    }

    private Text name(Expression.Name name, Scope scope) {
        if (++histories > MAX_HISTORIES) {
            return Text.hole();
        }
        Optional<VariableHistory> variable = VariableHistory.of(scope.method(), name.name(), name.span());
        return variable.isPresent() ? variable(variable.get(), scope)
                : field(name, scope);
    }

    private Text field(Expression name, Scope scope) {
        return fields.find(name, scope.owner()).map(found -> read(found.initializer(), new Scope(found.owner(), null,
                Map.of(), scope.depth()))).orElse(Text.hole());
    }

    private Text variable(VariableHistory variable, Scope scope) {
        VariableText text = new VariableText(this, calls, variable, scope);
        return text.read();
    }
}
