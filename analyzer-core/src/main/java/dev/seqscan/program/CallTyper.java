package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.Members.Candidate;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the methods that calls and object creations mean, and what their type parameters stand for there. */
final class CallTyper {

    private static final Unknown UNTYPED = new Unknown("nothing expected");

    private final BodyLinker statements;
    private final ExpressionTyper expressions;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Scope scope;
    private final FunctionTyper functions;
    private final OverloadChoice overloads;

    CallTyper(BodyLinker statements, ExpressionTyper expressions, LinkedBody body, Types types, Members members, Scope scope) {
        this.statements = statements;
        this.expressions = expressions;
        this.body = body;
        this.types = types;
        this.members = members;
        this.scope = scope;
        this.overloads = new OverloadChoice(types, members);
        this.functions = new FunctionTyper(statements, expressions, body, types, members, scope, overloads);
    }

    FunctionTyper functions() {
        return functions;
    }

    /** What a call is made on. */
    private record Receiver(JavaType type, List<Candidate> candidates) {
    }

    JavaType call(Expression.Call call, JavaType expected) {
        Receiver receiver = receiver(call);
        if (call.name().equals("getClass") && call.arguments().isEmpty()) {
            JavaType of = receiver.type().className().isEmpty() ? JavaType.OBJECT : JavaType.of(receiver.type().className());
            return JavaType.of("java.lang.Class", new JavaType.Wildcard(of, true));
        }
        Optional<Candidate> chosen = choose(receiver.candidates(), call.arguments());
        if (chosen.isEmpty()) {
            call.arguments().forEach(argument -> typeIfOpen(argument, UNTYPED));
            return new Unknown(reason(call.name(), receiver));
        }
        return finish(call, chosen.get(), receiver, call.arguments(), chosen.get().returns(), List.of(), expected);
    }

    private static String reason(String name, Receiver receiver) {
        if (!receiver.type().isKnown()) {
            return "receiver of " + name + " is not known";
        }
        return receiver.candidates().isEmpty() ? "no method " + name + " in " + receiver.type()
                : "several methods " + name + " fit in " + receiver.type();
    }

    private Receiver receiver(Expression.Call call) {
        Expression target = call.target();
        if (target == null) {
            return unqualified(call.name());
        }
        JavaType type;
        if (target instanceof Expression.Super qualified && qualified.qualifier() != null) {
            type = statements.resolve(qualified.qualifier());
            body.type(target, type);
        } else {
            Optional<String> className = expressions.typeName(target);
            type = className.<JavaType>map(JavaType::of).orElseGet(() -> expressions.type(target, UNTYPED));
        }
        return new Receiver(type, members.methods(type, call.name()));
    }

    /** A method of this class or one around it, inherited or imported; the innermost class that has the name decides. */
    private Receiver unqualified(String name) {
        for (DeclaredClass each : scope.classes()) {
            for (DeclaredClass type = each; type != null; type = type.outer().orElse(null)) {
                ClassType self = expressions.selfType(type);
                List<Candidate> found = members.methods(self, name);
                if (!found.isEmpty()) {
                    return new Receiver(self, found);
                }
            }
        }
        List<Candidate> imported = new ArrayList<>();
        JavaType owner = new Unknown("no method " + name + " in scope");
        for (var each : scope.self().file().imports()) {
            int dot = each.name().lastIndexOf('.');
            if (each.isStatic() && (each.onDemand() || each.name().substring(dot + 1).equals(name))) {
                JavaType from = JavaType.of(each.onDemand() ? each.name() : each.name().substring(0, Math.max(dot, 0)));
                List<Candidate> found = members.methods(from, name);
                if (!found.isEmpty()) {
                    owner = from;
                    imported.addAll(found);
                }
            }
        }
        return new Receiver(owner, imported);
    }

    JavaType creation(Expression.New creation, JavaType expected) {
        if (creation.outer() != null) {
            expressions.type(creation.outer(), UNTYPED);
        }
        TypeName name = creation.type();
        boolean diamond = name.arguments().size() == 1 && name.arguments().get(0).bound() == TypeName.Bound.DIAMOND;
        JavaType declared = statements.resolve(diamond
                ? new TypeName(name.name(), List.of(), 0, TypeName.Bound.NONE) : name);
        if (creation.body() != null) {
            JavaType made = diamond && expected.className().equals(declared.className()) ? expected : declared;
            creation.arguments().forEach(argument -> expressions.type(argument, UNTYPED));
            statements.anonymous(creation.body());
            return made;
        }
        Optional<ClassShape> shape = types.shape(declared.className());
        List<Candidate> candidates = members.methods(open(declared, shape, diamond), MethodDeclaration.CONSTRUCTOR);
        Optional<Candidate> chosen = choose(candidates, creation.arguments());
        if (chosen.isEmpty()) {
            creation.arguments().forEach(argument -> typeIfOpen(argument, UNTYPED));
            return declared;
        }
        List<TypeVariable> inferred = diamond ? shape.get().typeParameters() : List.of();
        JavaType result = diamond ? new ClassType(declared.className(), List.<JavaType>copyOf(inferred)) : declared;
        return finish(creation, chosen.get(), new Receiver(declared, candidates), creation.arguments(), result, inferred,
                expected);
    }

    /** The class of a diamond keeps its type parameters open, so that they are inferred. */
    private static JavaType open(JavaType declared, Optional<ClassShape> shape, boolean diamond) {
        return diamond && shape.isPresent()
                ? new ClassType(declared.className(), List.<JavaType>copyOf(shape.get().typeParameters())) : declared;
    }

    private Optional<Candidate> choose(List<Candidate> candidates, List<Expression> arguments) {
        List<JavaType> known = new ArrayList<>(arguments.size());
        boolean several = candidates.size() > 0;
        for (Expression argument : arguments) {
            known.add(several && waits(argument) ? new Unknown("waits for its target") : expressions.type(argument, UNTYPED));
        }
        return overloads.choose(candidates, arguments, known);
    }

    /** Whether an expression has its type from the place where it stands. */
    private boolean waits(Expression argument) {
        if (argument instanceof Expression.Lambda || argument instanceof Expression.MethodReference) {
            return true;
        }
        if (argument instanceof Expression.New creation) {
            return creation.type().arguments().size() == 1
                    && creation.type().arguments().get(0).bound() == TypeName.Bound.DIAMOND;
        }
        if (argument instanceof Expression.Conditional choice) {
            return waits(choice.whenTrue()) || waits(choice.whenFalse());
        }
        return argument instanceof Expression.Call call && isOpenFactory(call);
    }

    /** A static generic method whose arguments leave its type parameters open: {@code List.of()}, {@code toMap(..)}. */
    private boolean isOpenFactory(Expression.Call call) {
        List<Candidate> candidates;
        if (call.target() == null) {
            candidates = unqualified(call.name()).candidates();
        } else {
            Optional<String> className = expressions.typeName(call.target());
            candidates = className.isEmpty() ? List.of() : members.methods(JavaType.of(className.get()), call.name());
        }
        boolean openArguments = call.arguments().isEmpty() || call.arguments().stream().anyMatch(this::waits);
        return openArguments && candidates.stream().anyMatch(each -> !each.method().typeParameters().isEmpty());
    }

    private JavaType finish(Expression call, Candidate chosen, Receiver receiver, List<Expression> arguments,
            JavaType returns, List<TypeVariable> classVariables, JavaType expected) {
        List<TypeVariable> variables = new ArrayList<>(chosen.method().typeParameters());
        variables.addAll(classVariables);
        Inference inference = new Inference(types, variables);
        explicit(call, chosen, inference);
        for (int i = 0; i < arguments.size(); i++) {
            if (body.isTyped(arguments.get(i))) {
                inference.argument(chosen.parameter(i, arguments.size()), body.type(arguments.get(i)));
            }
        }
        typeOpen(arguments, chosen, inference, false);
        inference.expected(returns, expected);
        typeOpen(arguments, chosen, inference, true);
        JavaType result = Types.upward(inference.result(returns));
        body.target(call, new CallTarget(chosen.owner().name(), chosen.method().name(), chosen.method().parameters(), result,
                receiver.type(), chosen.method().isStatic(), chosen.method().varArgs()));
        return result;
    }

    private void explicit(Expression call, Candidate chosen, Inference inference) {
        List<TypeName> written = call instanceof Expression.Call each ? each.typeArguments() : List.of();
        List<TypeVariable> parameters = chosen.method().typeParameters();
        for (int i = 0; i < Math.min(written.size(), parameters.size()); i++) {
            inference.argument(parameters.get(i), statements.resolve(written.get(i)));
        }
    }

    private void typeOpen(List<Expression> arguments, Candidate chosen, Inference inference, boolean functionsToo) {
        for (int i = 0; i < arguments.size(); i++) {
            Expression argument = arguments.get(i);
            boolean function = argument instanceof Expression.Lambda || argument instanceof Expression.MethodReference;
            if (body.isTyped(argument) || function && !functionsToo) {
                continue;
            }
            JavaType formal = chosen.parameter(i, arguments.size());
            JavaType actual = expressions.type(argument, inference.soFar(formal));
            if (function) {
                JavaType given = functions.result(argument);
                members.descriptor(formal).ifPresent(descriptor -> inference.argument(descriptor.returns(), given));
            } else {
                inference.argument(formal, actual);
            }
        }
    }

    private void typeIfOpen(Expression argument, JavaType expected) {
        if (!body.isTyped(argument)) {
            expressions.type(argument, expected);
        }
    }
}
