package dev.seqscan.program;

import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.JavaType.TypeVariable;
import dev.seqscan.program.JavaType.Unknown;
import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the methods that method references mean (Java Language Specification, section 15.13). */
final class ReferenceTyper {

    private static final Unknown NOT_FOUND = new Unknown("the method reference is not resolved");

    /**
     * What stands before the colons.
     *
     * @param isClass whether it names a class and not a value
     * @param isOpen whether it names a generic class without type arguments, which are inferred
     */
    private record Target(JavaType type, boolean isClass, boolean isOpen) {
    }

    private final BodyLinker statements;
    private final ExpressionTyper expressions;
    private final LinkedBody body;
    private final Types types;
    private final Members members;
    private final Names names;
    private final OverloadChoice overloads;
    private final Map<Expression, Target> targets = new IdentityHashMap<>();

    ReferenceTyper(BodyLinker statements, ExpressionTyper expressions, LinkedBody body, Types types, Members members,
            Names names, OverloadChoice overloads) {
        this.statements = statements;
        this.expressions = expressions;
        this.body = body;
        this.types = types;
        this.members = members;
        this.names = names;
        this.overloads = overloads;
    }

    JavaType common(JavaType left, JavaType right) {
        return types.common(left, right);
    }

    private Target target(Expression.MethodReference reference) {
        Target known = targets.get(reference);
        if (known == null) {
            known = findTarget(reference.target());
            targets.put(reference, known);
        }
        return known;
    }

    private Target findTarget(Expression expression) {
        Optional<String> className = names.className(expression);
        if (className.isEmpty() && !(expression instanceof Expression.TypeLiteral)) {
            return new Target(expressions.typeOnce(expression), false, false);
        }
        JavaType type = expression instanceof Expression.TypeLiteral literal ? statements.resolve(literal.type())
                : JavaType.of(className.get());
        boolean isOpen = type instanceof ClassType named && named.arguments().isEmpty()
                && types.shape(named.name()).map(shape -> !shape.typeParameters().isEmpty()).orElse(false);
        return new Target(type, true, isOpen);
    }

    private List<Candidate> candidates(Expression.MethodReference reference) {
        Target target = target(reference);
        return members.methods(target.isOpen() ? types.self(target.type().className()) : target.type(), reference.name());
    }

    /** Whether there is only one method that can be meant (JLS 15.13.1). */
    boolean isExact(Expression.MethodReference reference) {
        List<Candidate> candidates = candidates(reference);
        return candidates.size() == 1 && !candidates.get(0).method().varArgs()
                && candidates.get(0).method().typeParameters().isEmpty() && !target(reference).isOpen();
    }

    /** What an exact method reference returns. */
    Optional<JavaType> exactResult(Expression.MethodReference reference) {
        return isExact(reference) && !reference.name().equals(MethodDeclaration.CONSTRUCTOR)
                ? Optional.of(candidates(reference).get(0).returns()) : Optional.empty();
    }

    /** Whether a method can be meant that takes that many parameters, one of which may be what it is called on. */
    boolean fits(Expression.MethodReference reference, int count, boolean wantsValue) {
        if (!target(reference).type().isKnown() || target(reference).type() instanceof JavaType.ArrayType) {
            return true;
        }
        List<Candidate> candidates = candidates(reference);
        boolean isNew = reference.name().equals(MethodDeclaration.CONSTRUCTOR);
        boolean isClass = target(reference).isClass() && !isNew;
        return candidates.isEmpty() || candidates.stream().anyMatch(each -> takes(each, count, isClass)
                && (!wantsValue || isNew || !each.returns().equals(Primitive.VOID)));
    }

    private static boolean takes(Candidate candidate, int count, boolean isClass) {
        boolean isInstance = isClass && !candidate.method().isStatic();
        int wanted = candidate.method().parameters().size() + (isInstance ? 1 : 0);
        return candidate.method().varArgs() ? count >= wanted - 1 : count == wanted;
    }

    /** An exact method reference says what it takes (JLS 18.2.1). */
    void prepare(Expression.MethodReference reference, List<JavaType> parameters, Inference inference) {
        if (!isExact(reference)) {
            return;
        }
        Candidate only = candidates(reference).get(0);
        int skipped = parameters.size() - only.method().parameters().size();
        if (skipped == 1 && target(reference).isClass()) {
            inference.expected(parameters.get(0), target(reference).type());
        }
        for (int i = Math.max(skipped, 0); i < parameters.size(); i++) {
            inference.expected(parameters.get(i), only.parameter(i - skipped));
        }
    }

    /** What the reference gives when the method of the interface is called. */
    JavaType type(Expression.MethodReference reference, Optional<Descriptor> descriptor) {
        Target target = target(reference);
        if (!target.type().isKnown()) {
            return target.type();
        }
        if (reference.name().equals(MethodDeclaration.CONSTRUCTOR)) {
            return created(reference, target, descriptor);
        }
        List<JavaType> parameters = descriptor.map(Descriptor::parameters).orElse(null);
        JavaType receiver = receiver(reference, target, parameters);
        Optional<Candidate> chosen = target.isClass() ? ofClass(receiver, reference.name(), parameters)
                : choose(members.methods(receiver, reference.name()), parameters, 0);
        if (chosen.isEmpty()) {
            return NOT_FOUND;
        }
        boolean isBound = !target.isClass() || chosen.get().method().isStatic();
        List<JavaType> given = parameters == null ? List.of() : isBound || parameters.isEmpty() ? parameters
                : parameters.subList(1, parameters.size());
        JavaType result = returned(chosen.get(), receiver, given, descriptor);
        body.target(reference, chosen.get().target(receiver, result));
        return result;
    }

    /** {@code Entry::getValue} is called on the argument's type, whose type arguments are known. */
    private JavaType receiver(Expression.MethodReference reference, Target target, List<JavaType> parameters) {
        if (!target.isOpen()) {
            return target.type();
        }
        Optional<ClassType> seen = parameters == null || parameters.isEmpty() || !parameters.get(0).isKnown()
                ? Optional.empty() : types.asSuper(parameters.get(0), target.type().className());
        boolean mayBeInstance = candidates(reference).stream().anyMatch(each -> !each.method().isStatic());
        return mayBeInstance && seen.isPresent() ? seen.get() : unknownArguments(target.type());
    }

    private JavaType unknownArguments(JavaType type) {
        int count = types.shape(type.className()).map(shape -> shape.typeParameters().size()).orElse(0);
        return new ClassType(type.className(), Collections.nCopies(count, NOT_FOUND));
    }

    /** {@code Type::name} is a static method of the parameters, or an instance method of the first one. */
    private Optional<Candidate> ofClass(JavaType owner, String name, List<JavaType> parameters) {
        List<Candidate> all = members.methods(owner, name);
        List<Candidate> statics = all.stream().filter(each -> each.method().isStatic()).toList();
        List<Candidate> instances = all.stream().filter(each -> !each.method().isStatic()).toList();
        if (parameters == null) {
            return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
        }
        return choose(statics, parameters, 0).or(() -> choose(instances, parameters, 1));
    }

    private Optional<Candidate> choose(List<Candidate> candidates, List<JavaType> parameters, int skipped) {
        if (parameters == null) {
            return candidates.size() == 1 ? Optional.of(candidates.get(0)) : Optional.empty();
        }
        if (parameters.size() < skipped) {
            return Optional.empty();
        }
        List<JavaType> given = parameters.subList(skipped, parameters.size()).stream().map(Types::upward).toList();
        return overloads.choose(candidates, Given.values(given));
    }

    private JavaType returned(Candidate chosen, JavaType receiver, List<JavaType> given, Optional<Descriptor> descriptor) {
        boolean isClone = receiver instanceof JavaType.ArrayType && chosen.method().name().equals("clone");
        return isClone ? receiver : inferred(chosen, chosen.typeParameters(), chosen.returns(), given, descriptor);
    }

    private JavaType inferred(Candidate chosen, List<TypeVariable> variables, JavaType returns, List<JavaType> given,
            Optional<Descriptor> descriptor) {
        Inference inference = new Inference(types, variables, chosen.substitution());
        int count = chosen.isSpread() ? given.size() : Math.min(given.size(), chosen.method().parameters().size());
        for (int i = 0; i < count; i++) {
            inference.argument(chosen.parameter(i), given.get(i));
        }
        inference.expected(returns, descriptor.map(Descriptor::returns).orElse(NOT_FOUND));
        return Types.upward(inference.result(returns));
    }

    private JavaType created(Expression.MethodReference reference, Target target, Optional<Descriptor> descriptor) {
        if (target.type() instanceof JavaType.ArrayType) {
            return target.type();
        }
        JavaType self = target.isOpen() ? types.self(target.type().className()) : target.type();
        List<JavaType> given = descriptor.map(Descriptor::parameters).orElse(null);
        Optional<Candidate> chosen = choose(members.methods(self, MethodDeclaration.CONSTRUCTOR), given, 0);
        if (chosen.isEmpty()) {
            return target.isOpen() ? unknownArguments(target.type()) : target.type();
        }
        List<TypeVariable> variables = new ArrayList<>(chosen.get().typeParameters());
        if (target.isOpen()) {
            types.shape(target.type().className()).ifPresent(shape -> variables.addAll(shape.typeParameters()));
        }
        JavaType result = inferred(chosen.get(), variables, self, given == null ? List.of() : given, descriptor);
        body.target(reference, chosen.get().target(result, result));
        return result;
    }
}
