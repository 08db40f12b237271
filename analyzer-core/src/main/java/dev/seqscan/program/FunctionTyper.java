package dev.seqscan.program;

import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.Members.Candidate;
import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Types lambdas and method references against the functional interface that is expected of them. */
final class FunctionTyper {

    private static final Unknown UNTYPED = new Unknown("nothing expected");

    private final BodyLinker statements;
    private final ExpressionTyper expressions;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Scope scope;
    private final OverloadChoice overloads;
    private final Map<Expression, JavaType> results = new IdentityHashMap<>();

    FunctionTyper(BodyLinker statements, ExpressionTyper expressions, LinkedBody body, Types types, Members members,
            Scope scope, OverloadChoice overloads) {
        this.statements = statements;
        this.expressions = expressions;
        this.body = body;
        this.types = types;
        this.members = members;
        this.scope = scope;
        this.overloads = overloads;
    }

    /** What a lambda or method reference returns. */
    JavaType result(Expression function) {
        return results.getOrDefault(function, UNTYPED);
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
        statements.block(lambda.body(), descriptor.map(Descriptor::returns).map(Types::upward).orElse(UNTYPED));
        List<JavaType> returned = scope.returned();
        scope.close();
        results.put(lambda, returned.stream().filter(JavaType::isKnown).reduce(types::common)
                .orElse(returned.isEmpty() ? JavaType.VOID : returned.get(0)));
        return expected;
    }

    private static JavaType inferred(Optional<Descriptor> descriptor, int index) {
        if (descriptor.isEmpty() || index >= descriptor.get().parameters().size()) {
            return new Unknown("the lambda's interface is not known");
        }
        return Types.upward(descriptor.get().parameters().get(index));
    }

    JavaType reference(Expression.MethodReference reference, JavaType expected) {
        List<JavaType> parameters = members.descriptor(expected).map(Descriptor::parameters).orElse(null);
        Optional<String> className = expressions.typeName(reference.target());
        JavaType owner = className.isPresent() ? named(reference.target(), className.get())
                : expressions.type(reference.target(), UNTYPED);
        if (reference.name().equals(MethodDeclaration.CONSTRUCTOR)) {
            results.put(reference, owner);
            record(reference, constructor(owner, parameters), owner, owner);
            return expected;
        }
        Optional<Candidate> chosen = className.isPresent() ? ofClass(owner, reference.name(), parameters)
                : choose(members.methods(owner, reference.name()), parameters, 0);
        JavaType receiver = chosen.isPresent() && className.isPresent() && !chosen.get().method().isStatic()
                && parameters != null && !parameters.isEmpty() ? narrowed(parameters.get(0), owner) : owner;
        if (receiver != owner) {
            chosen = ofClass(receiver, reference.name(), parameters).or(() -> Optional.empty());
        }
        results.put(reference, chosen.map(each -> returned(each, parameters)).orElse(UNTYPED));
        record(reference, chosen, receiver, results.get(reference));
        return expected;
    }

    private JavaType named(Expression target, String className) {
        return target instanceof Expression.TypeLiteral literal ? statements.resolve(literal.type()) : JavaType.of(className);
    }

    /** {@code Entry::getValue} is called on the argument's type, whose type arguments are known. */
    private JavaType narrowed(JavaType argument, JavaType owner) {
        return argument.isKnown() && types.asSuper(argument, owner.className()).isPresent()
                ? types.asSuper(argument, owner.className()).get() : owner;
    }

    private Optional<Candidate> constructor(JavaType owner, List<JavaType> parameters) {
        return owner instanceof JavaType.ArrayType ? Optional.empty()
                : choose(members.methods(owner, MethodDeclaration.CONSTRUCTOR), parameters, 0);
    }

    /** {@code Type::name} is a static method of the parameters, or an instance method of the first one. */
    private Optional<Candidate> ofClass(JavaType owner, String name, List<JavaType> parameters) {
        List<Candidate> all = members.methods(owner, name);
        List<Candidate> statics = all.stream().filter(each -> each.method().isStatic()).toList();
        List<Candidate> instances = all.stream().filter(each -> !each.method().isStatic()).toList();
        return choose(statics, parameters, 0).or(() -> choose(instances, parameters, 1));
    }

    private Optional<Candidate> choose(List<Candidate> candidates, List<JavaType> parameters, int skipped) {
        if (parameters == null) {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
        if (parameters.size() < skipped) {
            return Optional.empty();
        }
        List<JavaType> given = new ArrayList<>();
        List<Expression> places = new ArrayList<>();
        for (JavaType parameter : parameters.subList(skipped, parameters.size())) {
            given.add(Types.upward(parameter));
            places.add(new Expression.Opaque(List.of(), body.method().span()));
        }
        return overloads.choose(candidates, places, given);
    }

    private JavaType returned(Candidate chosen, List<JavaType> parameters) {
        Inference inference = new Inference(types, chosen.method().typeParameters());
        int skipped = parameters == null ? 0 : parameters.size() - chosen.method().parameters().size();
        for (int i = 0; parameters != null && i < chosen.method().parameters().size() && i + skipped < parameters.size(); i++) {
            if (i + skipped >= 0) {
                inference.argument(chosen.parameter(i, chosen.method().parameters().size()), parameters.get(i + skipped));
            }
        }
        return Types.upward(inference.result(chosen.returns()));
    }

    private void record(Expression reference, Optional<Candidate> chosen, JavaType receiver, JavaType result) {
        chosen.ifPresent(each -> body.target(reference, new CallTarget(each.owner().name(), each.method().name(),
                each.method().parameters(), result, receiver, each.method().isStatic(), each.method().varArgs())));
    }
}
