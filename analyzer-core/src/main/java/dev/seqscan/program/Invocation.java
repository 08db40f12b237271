package dev.seqscan.program;

import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A call or object creation whose method is chosen, while its type arguments may still hang on the place where it stands
 * (a poly expression, Java Language Specification, section 15.2).
 *
 * @param receiver the type that it is called on
 * @param chosen the method; empty where it is not known, and then {@code reason} says why
 * @param returns the result in terms of the type parameters that the inference is to find
 * @param isOpen whether the place has a say in the result
 */
record Invocation(Expression expression, List<Expression> arguments, JavaType receiver, Optional<Candidate> chosen,
        JavaType returns, Inference inference, boolean isOpen, String reason) {
}
