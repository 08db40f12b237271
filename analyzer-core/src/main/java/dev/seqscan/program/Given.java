package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * The arguments of a call while its method is chosen.
 *
 * @param types what is known of their types, unknown for what waits for its parameter
 * @param parts the same for the branches of an argument that is a choice, and the body of a lambda without parameters
 */
record Given(List<Expression> expressions, List<JavaType> types, Function<Expression, JavaType> parts) {

    private static final Expression NOWHERE = new Expression.Opaque(List.of(), Span.ofLine(1));

    /** Values that are no expressions of the text, as a functional interface gives to a method reference. */
    static Given values(List<JavaType> types) {
        return new Given(Collections.nCopies(types.size(), NOWHERE), types, each -> ClassType.OBJECT);
    }

    int size() {
        return types.size();
    }
}
