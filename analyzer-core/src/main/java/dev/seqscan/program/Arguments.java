package dev.seqscan.program;

import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types the arguments of calls. What stands alone is typed before the method is chosen; a lambda, and a generic call
 * whose result hangs on its place, wait for the parameter they are given to. Arguments that wait are taken in the order
 * in which they depend on each other (Java Language Specification, section 18.5.2.2).
 */
final class Arguments {

    private static final JavaType WAITS = new JavaType.Unknown("waits for its target");
    private static final JavaType NO_PARAMETER = new JavaType.Unknown("the parameter is not known");

    private final CallTyper calls;
    private final ExpressionTyper expressions;
    private final FunctionTyper functions;
    private final LinkedBody body;
    private final Map<Expression, Invocation> open = new IdentityHashMap<>();

    Arguments(CallTyper calls, ExpressionTyper expressions, FunctionTyper functions, LinkedBody body) {
        this.calls = calls;
        this.expressions = expressions;
        this.functions = functions;
        this.body = body;
    }

    /** What is known of arguments before the method is chosen. */
    Given begin(List<Expression> arguments) {
        List<JavaType> known = new ArrayList<>(arguments.size());
        arguments.forEach(argument -> known.add(begin(argument)));
        return new Given(arguments, known, this::begun);
    }

    /** What is known of a call's result before its place has had its say. */
    private JavaType preview(Invocation call) {
        if (call.chosen().isEmpty()) {
            return new JavaType.Unknown(call.reason());
        }
        Inference guess = call.inference();
        if (!guess.isSettled(call.returns())) {
            guess = guess.copy();
            for (int i = 0; i < call.arguments().size(); i++) {
                guess(call.arguments().get(i), call.chosen().get().parameter(i), guess);
            }
        }
        return Types.upward(guess.soFar(call.returns()));
    }

    private void guess(Expression argument, JavaType formal, Inference guess) {
        Invocation waiting = open.get(argument);
        if (waiting != null) {
            guess.argument(formal, preview(waiting));
        } else if (argument instanceof Expression.MethodReference reference) {
            functions.descriptor(formal).ifPresent(descriptor -> functions.exactResult(reference)
                    .ifPresent(result -> guess.argument(descriptor.returns(), result)));
        }
    }

    private JavaType begun(Expression part) {
        if (body.isTyped(part)) {
            return body.type(part);
        }
        Invocation opened = open.get(part);
        return opened != null ? preview(opened) : begin(part);
    }

    private JavaType begin(Expression argument) {
        if (isFunction(argument)) {
            return WAITS;
        }
        if (argument instanceof Expression.Call || argument instanceof Expression.New) {
            Invocation opened = calls.open(argument);
            open.put(argument, opened);
            return opened.isOpen() ? preview(opened) : expressions.type(argument, Types.STANDALONE);
        }
        if (argument instanceof Expression.Conditional choice) {
            return beginChoice(choice);
        }
        return expressions.type(argument, Types.STANDALONE);
    }

    private JavaType beginChoice(Expression.Conditional choice) {
        expressions.type(choice.condition(), Primitive.BOOLEAN);
        JavaType whenTrue = begin(choice.whenTrue());
        JavaType whenFalse = begin(choice.whenFalse());
        if (body.isTyped(choice.whenTrue()) && body.isTyped(choice.whenFalse())) {
            return expressions.type(choice, Types.STANDALONE);
        }
        return whenTrue.isKnown() && whenFalse.isKnown() ? expressions.merged(whenTrue, whenFalse, Types.STANDALONE) : WAITS;
    }

    static boolean isFunction(Expression argument) {
        return argument instanceof Expression.Lambda || argument instanceof Expression.MethodReference;
    }

    /** The call as it was opened as an argument, once. */
    Optional<Invocation> opened(Expression call) {
        return Optional.ofNullable(open.remove(call));
    }

    /** Tells what the arguments that stand alone say of type parameters. */
    void infer(List<Expression> arguments, Candidate chosen, Inference inference) {
        for (int i = 0; i < arguments.size(); i++) {
            if (body.isTyped(arguments.get(i))) {
                inference.argument(chosen.parameter(i), body.type(arguments.get(i)));
            }
        }
    }

    /** Types the arguments that wait. */
    void complete(List<Expression> arguments, Candidate chosen, Inference inference) {
        List<Integer> waiting = new ArrayList<>(arguments.size());
        for (int i = 0; i < arguments.size(); i++) {
            if (!body.isTyped(arguments.get(i))) {
                waiting.add(i);
            }
        }
        while (!waiting.isEmpty()) {
            Integer next = next(waiting, arguments, chosen, inference);
            waiting.remove(next);
            JavaType formal = chosen.parameter(next);
            boolean isLast = waiting.stream().noneMatch(other -> inference.shares(formal, chosen.parameter(other)));
            complete(arguments.get(next), formal, inference, isLast);
        }
    }

    private Integer next(List<Integer> waiting, List<Expression> arguments, Candidate chosen, Inference inference) {
        Integer best = waiting.get(0);
        int bestRank = Integer.MAX_VALUE;
        for (Integer index : waiting) {
            int rank = rank(arguments.get(index), chosen.parameter(index), inference);
            if (rank < bestRank) {
                best = index;
                bestRank = rank;
            }
        }
        return best;
    }

    /** Functions whose parameters are known, then calls, then other functions, then what makes an object to be filled. */
    private int rank(Expression argument, JavaType formal, Inference inference) {
        if (!isFunction(argument)) {
            return 1;
        }
        Optional<Descriptor> descriptor = functions.descriptor(formal);
        if (descriptor.isEmpty()) {
            return 2;
        }
        if (inference.hangsOnOthers(descriptor.get().returns())) {
            return 3;
        }
        return functions.isReady(argument, descriptor.get(), inference) ? 0 : 2;
    }

    /** The last argument that has a say in a type parameter may decide it alone. */
    private void complete(Expression argument, JavaType formal, Inference inference, boolean isLast) {
        if (!isFunction(argument)) {
            JavaType expected = isLast ? inference.soFarFreely(formal) : inference.soFar(formal);
            inference.argument(formal, expressions.type(argument, expected));
            return;
        }
        Optional<Descriptor> descriptor = functions.descriptor(formal);
        descriptor.ifPresent(each -> functions.prepare(argument, each, inference));
        expressions.type(argument, functions.target(formal, descriptor, inference, isLast));
        descriptor.ifPresent(each -> inference.argument(each.returns(), functions.result(argument)));
    }

    /** Types what waits for parameters that are not known. */
    void completeUnknown(List<Expression> arguments) {
        for (Expression argument : arguments) {
            if (!body.isTyped(argument)) {
                expressions.type(argument, NO_PARAMETER);
            }
        }
    }
}
