package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.Map;
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
