package dev.seqscan.program;

import dev.seqscan.program.JavaType.ArrayType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the methods that calls and object creations mean, and what their type parameters stand for there. A call is
 * opened, which chooses the method by its arguments, and completed once it is known what its place expects.
 */
final class CallTyper {

    private final BodyLinker statements;
    private final ExpressionTyper expressions;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Names names;
    private final OverloadChoice overloads;
    private final Arguments arguments;

    CallTyper(BodyLinker statements, ExpressionTyper expressions, LinkedBody body, Types types, Members members,
            Names names, FunctionTyper functions) {
        this.statements = statements;
        this.expressions = expressions;
        this.body = body;
        this.types = types;
        this.members = members;
        this.names = names;
        this.overloads = functions.overloads();
        this.arguments = new Arguments(this, expressions, functions, body);
    }

    Arguments arguments() {
        return arguments;
    }

    /** What a call is made on, and the methods of its name. */
    private record Receiver(JavaType type, List<Candidate> candidates) {
    }

    Invocation open(Expression expression) {
        return expression instanceof Expression.Call call ? open(call) : open((Expression.New) expression);
    }

    private Invocation open(Expression.Call call) {
        typeChain(call);
        Receiver receiver = receiver(call);
        Optional<Candidate> chosen = overloads.choose(receiver.candidates(), arguments.begin(call.arguments()))
                .filter(candidate -> isLast(candidate, call.arguments(), receiver.type()));
        JavaType returns = chosen.map(candidate -> returns(call, receiver.type(), candidate))
                .orElseGet(() -> new Unknown("no method chosen"));
        List<TypeVariable> variables = chosen.map(Candidate::typeParameters).orElse(List.of());
        return opened(call, call.arguments(), receiver, chosen, returns, variables);
    }

    /** A method that is called without the elements of its last parameter gives way to one that a class not known may have. */
    private boolean isLast(Candidate chosen, List<Expression> arguments, JavaType receiver) {
        return !chosen.isSpread() || arguments.size() >= chosen.method().parameters().size()
                || types.hierarchyIsKnown(receiver);
    }

    /** JLS 4.3.2 and 10.7: {@code getClass()} and an array's {@code clone()} have results of their own. */
    private static JavaType returns(Expression.Call call, JavaType receiver, Candidate chosen) {
        if (call.arguments().isEmpty() && call.name().equals("getClass")) {
            JavaType erased = Types.erasure(receiver instanceof TypeVariable ? Types.upward(receiver) : receiver);
            return JavaType.of("java.lang.Class", new JavaType.Wildcard(erased, true));
        }
        boolean isClone = receiver instanceof ArrayType && call.arguments().isEmpty() && call.name().equals("clone");
        return isClone ? receiver : chosen.returns();
    }

    /** Chains of calls may be long: what stands before the last dot is typed in a loop, the first call first. */
    private void typeChain(Expression.Call call) {
        Deque<Expression> chain = new ArrayDeque<>();
        for (Expression next = call.target(); next instanceof Expression.Call each && !body.isTyped(next);
                next = each.target()) {
            chain.push(next);
        }
        chain.forEach(each -> expressions.type(each, Types.STANDALONE));
    }

    private Receiver receiver(Expression.Call call) {
        Expression target = call.target();
        if (target == null) {
            return names.methods(call.name()).map(found -> new Receiver(found.owner(), found.members()))
                    .orElseGet(() -> new Receiver(new Unknown("no method " + call.name() + " in scope"), List.of()));
        }
        Optional<String> className = names.className(target);
        JavaType type = className.<JavaType>map(JavaType::of).orElseGet(() -> expressions.typeOnce(target));
        if (target instanceof Expression.New creation && creation.body() != null) {
            type = body.localClass(creation.body()).<JavaType>map(each -> JavaType.of(each.name())).orElse(type);
        }
        return new Receiver(type, names.accessible(members.methods(type, call.name())));
    }

    private Invocation open(Expression.New creation) {
        JavaType declared = created(creation);
        Optional<ClassShape> shape = types.shape(declared.className());
        boolean diamond = isDiamond(creation.type()) && shape.isPresent();
        JavaType type = diamond ? types.self(declared.className()) : declared;
        List<Candidate> candidates = members.methods(type, MethodDeclaration.CONSTRUCTOR);
        Optional<Candidate> chosen = overloads.choose(candidates, arguments.begin(creation.arguments()));
        List<TypeVariable> variables = new ArrayList<>(chosen.map(Candidate::typeParameters).orElse(List.of()));
        if (diamond) {
            variables.addAll(shape.get().typeParameters());
        }
        return opened(creation, creation.arguments(), new Receiver(declared, candidates), chosen, type, variables);
    }

    private JavaType created(Expression.New creation) {
        TypeName name = creation.type();
        TypeName plain = isDiamond(name) ? new TypeName(name.name(), List.of(), 0, TypeName.Bound.NONE) : name;
        if (creation.outer() != null) {
            JavaType outer = expressions.type(creation.outer(), Types.STANDALONE);
            Optional<String> inner = types.memberType(outer.className(), name.name());
            if (inner.isPresent()) {
                return JavaType.of(inner.get());
            }
        }
        return statements.resolve(plain);
    }

    private static boolean isDiamond(TypeName name) {
        return name.arguments().size() == 1 && name.arguments().get(0).bound() == TypeName.Bound.DIAMOND;
    }

    private Invocation opened(Expression expression, List<Expression> given, Receiver receiver, Optional<Candidate> chosen,
            JavaType returns, List<TypeVariable> variables) {
        Inference inference = new Inference(types, variables, chosen.map(Candidate::substitution).orElse(Map.of()));
        String reason = "";
        if (chosen.isPresent()) {
            explicit(expression, chosen.get(), inference);
            arguments.infer(given, chosen.get(), inference);
        } else {
            reason = reason(expression, receiver);
        }
        boolean open = inference.mentionsAny(returns) && !inference.isFixed(returns);
        return new Invocation(expression, given, receiver.type(), chosen, returns, inference, open, reason);
    }

    private static String reason(Expression expression, Receiver receiver) {
        String name = expression instanceof Expression.Call call ? call.name() : "constructor";
        if (!receiver.type().isKnown()) {
            return "receiver of " + name + " is not known";
        }
        return receiver.candidates().isEmpty() ? "no method " + name + " in " + receiver.type()
                : "none or several methods " + name + " fit in " + receiver.type();
    }

    private void explicit(Expression call, Candidate chosen, Inference inference) {
        List<TypeName> written = call instanceof Expression.Call each ? each.typeArguments() : List.of();
        List<TypeVariable> parameters = chosen.typeParameters();
        for (int i = 0; i < Math.min(written.size(), parameters.size()); i++) {
            inference.equal(parameters.get(i), statements.resolve(written.get(i)));
        }
    }

    JavaType complete(Invocation call, JavaType expected) {
        if (call.chosen().isEmpty()) {
            arguments.completeUnknown(call.arguments());
            return finished(call, unchosen(call, expected));
        }
        if (call.isOpen()) {
            call.inference().expected(call.returns(), expected);
        }
        arguments.complete(call.arguments(), call.chosen().get(), call.inference());
        JavaType result = names.withoutForeign(Types.upward(call.inference().result(call.returns())));
        body.target(call.expression(), call.chosen().get().target(call.receiver(), result));
        return finished(call, result);
    }

    /** An object's class is known even where its constructor is not. */
    private static JavaType unchosen(Invocation call, JavaType expected) {
        if (!(call.expression() instanceof Expression.New creation)) {
            return ofAnyObject((Expression.Call) call.expression()).orElseGet(() -> new Unknown(call.reason()));
        }
        boolean says = isDiamond(creation.type()) && expected.className().equals(call.receiver().className());
        return says ? expected : isDiamond(creation.type()) && call.returns() instanceof ClassType open
                ? new ClassType(open.name(), open.arguments().stream().map(each -> (JavaType) new Unknown(call.reason()))
                        .toList()) : call.receiver();
    }

    /** What overrides a method of {@code Object} gives what that gives (JLS 8.4.5), also in a class that is not known. */
    private static Optional<JavaType> ofAnyObject(Expression.Call call) {
        if (call.target() == null) {
            return Optional.empty();
        }
        return switch (call.name() + "/" + call.arguments().size()) {
            case "toString/0" -> Optional.of(ClassType.STRING);
            case "hashCode/0" -> Optional.of(Primitive.INT);
            case "equals/1" -> Optional.of(Primitive.BOOLEAN);
            default -> Optional.empty();
        };
    }

    private JavaType finished(Invocation call, JavaType result) {
        if (call.expression() instanceof Expression.New creation && creation.body() != null) {
            statements.anonymous(creation.body(), result);
        }
        return result;
    }
}
