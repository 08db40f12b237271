package dev.seqscan.program;

import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types lambdas against the functional interface that is expected of them; method references go on. */
final class FunctionTyper {

    private static final Unknown UNTYPED = new Unknown("the function's interface is not known");

    private final BodyLinker statements;
    private final Members members;
    private final Scope scope;
    private final ReferenceTyper references;
    private final OverloadChoice overloads;
    private final Map<Expression, JavaType> results = new IdentityHashMap<>();

    FunctionTyper(BodyLinker statements, ExpressionTyper expressions, LinkedBody body, Types types, Members members,
            Names names, Scope scope) {
        this.statements = statements;
        this.members = members;
        this.scope = scope;
        this.overloads = new OverloadChoice(types, members,
                (reference, parameters, wantsValue) -> references().fits(reference, parameters, wantsValue));
        this.references = new ReferenceTyper(statements, expressions, body, types, members, names, overloads);
    }

    private ReferenceTyper references() {
        return references;
    }

    OverloadChoice overloads() {
        return overloads;
    }

    Optional<Descriptor> descriptor(JavaType formal) {
        return members.descriptor(formal instanceof JavaType.Wildcard wildcard ? wildcard.bound() : formal);
    }

    /** Whether all that the function is given is known. */
    boolean isReady(Expression function, Descriptor descriptor, Inference inference) {
        boolean needsNothing = function instanceof Expression.Lambda lambda ? isExplicit(lambda)
                : references.isExact((Expression.MethodReference) function);
        return needsNothing || descriptor.parameters().stream().allMatch(inference::isSettled);
    }

    /** Tells the inference what the function says before it is typed, and decides what the function is given. */
    void prepare(Expression function, Descriptor descriptor, Inference inference) {
        List<JavaType> parameters = descriptor.parameters();
        if (function instanceof Expression.Lambda lambda && isExplicit(lambda)) {
            for (int i = 0; i < Math.min(lambda.parameters().size(), parameters.size()); i++) {
                inference.equal(parameters.get(i), statements.resolve(lambda.parameters().get(i).type()));
            }
        } else if (function instanceof Expression.MethodReference reference) {
            references.prepare(reference, parameters, inference);
        }
        parameters.forEach(inference::settle);
    }

    private static boolean isExplicit(Expression.Lambda lambda) {
        return lambda.parameters().stream().noneMatch(parameter -> parameter.type().name().equals("var"));
    }

    /** The interface that a function is typed against, with what is known of the call's type parameters so far. */
    JavaType target(JavaType formal, Optional<Descriptor> descriptor, Inference inference, boolean isLast) {
        boolean isMaker = descriptor.isPresent() && inference.hangsOnOthers(descriptor.get().returns());
        JavaType target = isMaker ? inference.atMost(formal)
                : isLast ? inference.soFarFreely(formal) : inference.soFar(formal);
        return target instanceof JavaType.Wildcard wildcard ? wildcard.bound() : target;
    }

    /** What a lambda or method reference returns. */
    JavaType result(Expression function) {
        return results.getOrDefault(function, UNTYPED);
    }

    /** What a method reference returns whatever it is given; empty where that depends. */
    Optional<JavaType> exactResult(Expression.MethodReference reference) {
        return references.exactResult(reference);
    }

    JavaType lambda(Expression.Lambda lambda, JavaType expected) {
        Optional<Descriptor> descriptor = members.descriptor(expected);
        scope.open();
        scope.collectReturns();
        for (int i = 0; i < lambda.parameters().size(); i++) {
            MethodDeclaration.Parameter parameter = lambda.parameters().get(i);
            JavaType type = parameter.type().name().equals("var") ? inferred(descriptor, i)
                    : statements.resolve(parameter.type());
            statements.declare(Variable.Kind.LAMBDA_PARAMETER, parameter.name(), type, parameter.span(), parameter);
        }
        JavaType returns = descriptor.map(Descriptor::returns).map(Types::upward).orElse(UNTYPED);
        statements.block(lambda.body(), returns);
        List<JavaType> returned = scope.returned();
        scope.close();
        results.put(lambda, returned(returned));
        return expected == Types.STANDALONE ? UNTYPED : expected;
    }

    private JavaType returned(List<JavaType> types) {
        JavaType result = Primitive.VOID;
        for (JavaType type : types) {
            if (!type.isKnown()) {
                return type;
            }
            result = result.equals(Primitive.VOID) ? type : references.common(result, type);
        }
        return result;
    }

    private static JavaType inferred(Optional<Descriptor> descriptor, int index) {
        if (descriptor.isEmpty() || index >= descriptor.get().parameters().size()) {
            return new Unknown("the lambda's interface is not known");
        }
        return Types.upward(descriptor.get().parameters().get(index));
    }

    JavaType reference(Expression.MethodReference reference, JavaType expected) {
        results.put(reference, references.type(reference, members.descriptor(expected)));
        return expected == Types.STANDALONE ? UNTYPED : expected;
    }
}
