package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values of expressions that make up the text of a query: literals, concatenation, constants of the program,
 * local variables and string builders, in the order in which the method fills them.
 */
public final class Texts {

    private Texts() {
    }

    /** The text of an expression of a method's body. */
    public static Text text(Expression expression, LinkedBody body, Program program) {
        return text(expression, body.owner(), body.method(), program);
    }

    /** The text of an expression that stands in a class but in no body, as the attribute of an annotation. */
    public static Text text(Expression expression, DeclaredClass owner, Program program) {
        return text(expression, owner, null, program);
    }

    /** The text of an expression of a method that need not be linked. */
    public static Text text(Expression expression, DeclaredClass owner, MethodDeclaration method, Program program) {
        return new TextReader(program).read(expression, new TextReader.Scope(owner, method, Map.of(), 0));
    }

    /** The text of an expression that stands where the object of a chain was made, with what that method was given. */
    public static Text text(Expression expression, CallChain chain, Program program) {
        TextReader reader = new TextReader(program);
        return reader.read(expression, new TextReader.Scope(chain.owner(), chain.method(),
                given(chain.method(), chain.entered(), reader), 0));
    }

    /** The text of an expression of a method that was entered by a call. */
    public static Text text(Expression expression, CodePlace place, Program program) {
        TextReader reader = new TextReader(program);
        return reader.read(expression, new TextReader.Scope(place.owner(), place.method(),
                given(place.method(), place.entered(), reader), 0));
    }

    /** The texts of the arguments by which a method was entered; nothing is known of those of the first one. */
    private static Map<String, Text> given(MethodDeclaration method, Optional<CallChain.Entry> entered, TextReader reader) {
        if (entered.isEmpty() || method == null) {
            return Map.of();
        }
        CallChain.Entry entry = entered.get();
        TextReader.Scope caller = new TextReader.Scope(entry.owner(), entry.method(),
                given(entry.method(), entry.before(), reader), 0);
        Map<String, Text> arguments = new HashMap<>();
        for (int i = 0; i < method.parameters().size(); i++) {
            arguments.put(method.parameters().get(i).name(), reader.read(entry.call().arguments().get(i), caller));
        }
        return arguments;
    }

    /** The number that an expression always has: a literal, a constant or a variable that is set once. */
    public static OptionalInt number(Expression expression, DeclaredClass owner, MethodDeclaration method,
            Program program) {
        Text text = text(expression, owner, method, program);
        try {
            return text.constant().map(digits -> OptionalInt.of(Integer.parseInt(digits)))
                    .orElse(OptionalInt.empty());
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }
}
