package dev.seqscan.program;

import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Chooses among methods of one name (Java Language Specification, section 15.12.2): without boxing, with it, then with
 * a variable number of arguments; the most specific one of the first phase that has any.
 */
final class OverloadChoice {

    private final Types types;
    private final Members members;
    private final ReferenceArity references;

    /** Says whether a method reference can take that many parameters. */
    interface ReferenceArity {
        boolean takes(Expression.MethodReference reference, int parameters);
    }

    OverloadChoice(Types types, Members members, ReferenceArity references) {
        this.types = types;
        this.members = members;
        this.references = references;
    }

    /** The method that is meant; empty where none fits, or several do whose results differ. */
    Optional<Candidate> choose(List<Candidate> candidates, List<Expression> arguments, List<JavaType> known) {
        for (int phase = 1; phase <= 3; phase++) {
            List<Candidate> fitting = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (phase < 3 && candidate.method().parameters().size() == arguments.size()) {
                    add(candidate, arguments, known, phase, fitting);
                } else if (phase == 3 && candidate.method().varArgs()
                        && arguments.size() >= candidate.method().parameters().size() - 1) {
                    add(candidate.spread(), arguments, known, phase, fitting);
                }
            }
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? Optional.of(fitting.get(0)) : mostSpecific(fitting, arguments, known);
            }
        }
        return Optional.empty();
    }

    private void add(Candidate candidate, List<Expression> arguments, List<JavaType> known, int phase,
            List<Candidate> fitting) {
        for (int i = 0; i < arguments.size(); i++) {
            int fit = fit(arguments.get(i), known.get(i), candidate.parameter(i));
            if (fit < 0 || fit > 1 && phase == 1) {
                return;
            }
        }
        fitting.add(candidate);
    }

    private int fit(Expression argument, JavaType known, JavaType parameter) {
        if (argument instanceof Expression.Lambda lambda) {
            return fitsLambda(lambda, parameter) ? 1 : -1;
        }
        if (argument instanceof Expression.MethodReference reference) {
            return fitsReference(reference, parameter) ? 1 : -1;
        }
        if (argument instanceof Expression.Conditional choice && !known.isKnown()) {
            return Math.min(fit(choice.whenTrue(), known, parameter), fit(choice.whenFalse(), known, parameter));
        }
        return types.fit(known, parameter);
    }

    private boolean mayBeFunctional(JavaType parameter) {
        return !parameter.isKnown() || parameter instanceof JavaType.TypeVariable
                || types.shape(parameter.className()).isEmpty() && parameter instanceof JavaType.ClassType;
    }

    private boolean fitsReference(Expression.MethodReference reference, JavaType parameter) {
        Optional<Descriptor> descriptor = members.descriptor(parameter);
        return descriptor.isEmpty() ? mayBeFunctional(parameter)
                : references.takes(reference, descriptor.get().parameters().size());
    }

    private boolean fitsLambda(Expression.Lambda lambda, JavaType parameter) {
        Optional<Descriptor> descriptor = members.descriptor(parameter);
        if (descriptor.isEmpty()) {
            return mayBeFunctional(parameter);
        }
        if (descriptor.get().parameters().size() != lambda.parameters().size()) {
            return false;
        }
        boolean wantsValue = !descriptor.get().returns().equals(JavaType.VOID);
        if (lambda.expression()) {
            return wantsValue || isStatement(lambda);
        }
        return wantsValue ? returnsValue(lambda.body()) || !completes(lambda.body()) : !returnsValue(lambda.body());
    }

    private static boolean isStatement(Expression.Lambda lambda) {
        Expression value = ((Statement.Return) lambda.body().statements().get(0)).value();
        return value instanceof Expression.Call || value instanceof Expression.New || value instanceof Expression.Assign
                || value instanceof Expression.Unary unary
                        && (unary.operator().equals("++") || unary.operator().equals("--"));
    }

    private static boolean returnsValue(Statement statement) {
        if (statement instanceof Statement.Return returned) {
            return returned.value() != null;
        }
        return Statements.children(statement).stream().anyMatch(OverloadChoice::returnsValue);
    }

    private static boolean completes(Statement.Block block) {
        if (block.statements().isEmpty()) {
            return true;
        }
        Statement last = block.statements().get(block.statements().size() - 1);
        return !(last instanceof Statement.Throw) && !(last instanceof Statement.While loop
                && loop.condition() instanceof Expression.Literal);
    }

    private Optional<Candidate> mostSpecific(List<Candidate> fitting, List<Expression> arguments, List<JavaType> known) {
        List<Candidate> best = new ArrayList<>();
        for (Candidate candidate : fitting) {
            boolean isBest = true;
            for (Candidate other : fitting) {
                isBest &= other == candidate || isMoreSpecific(candidate, other, arguments, known);
            }
            if (isBest) {
                best.add(candidate);
            }
        }
        if (best.size() <= 1) {
            return best.stream().findFirst().or(() -> sameResult(fitting));
        }
        return concrete(best).or(() -> sameResult(best)).or(() -> narrowest(best));
    }

    /** Where the methods cannot be told apart, but all are the same to the caller. */
    private static Optional<Candidate> sameResult(List<Candidate> candidates) {
        Candidate first = candidates.get(0);
        boolean same = candidates.stream().allMatch(each -> each.returns().equals(first.returns())
                && each.method().typeParameters().isEmpty());
        return same ? Optional.of(first) : Optional.empty();
    }

    /** Of methods that override each other the one that is not abstract (JLS 15.12.2.5). */
    private static Optional<Candidate> concrete(List<Candidate> candidates) {
        List<Candidate> concrete = candidates.stream().filter(each -> !each.method().isAbstract()).toList();
        return concrete.size() == 1 ? Optional.of(concrete.get(0)) : Optional.empty();
    }

    /** Of abstract methods that override each other the one with the narrowest result. */
    private Optional<Candidate> narrowest(List<Candidate> candidates) {
        return candidates.stream().filter(each -> candidates.stream().allMatch(other -> isSameSignature(each, other)
                && isSubtype(each.returns(), other.returns()))).findFirst();
    }

    private static boolean isSameSignature(Candidate left, Candidate right) {
        List<JavaType> parameters = left.method().parameters();
        return parameters.size() == right.method().parameters().size() && IntStream.range(0, parameters.size())
                .allMatch(i -> Types.erasure(left.parameter(i)).equals(Types.erasure(right.parameter(i))));
    }

    private boolean isSubtype(JavaType from, JavaType to) {
        int fit = types.fit(from, to);
        return fit == 0 || fit == 1;
    }

    private boolean isMoreSpecific(Candidate left, Candidate right, List<Expression> arguments, List<JavaType> known) {
        for (int i = 0; i < arguments.size(); i++) {
            JavaType from = left.parameter(i);
            JavaType to = right.parameter(i);
            if (!isMoreSpecific(arguments.get(i), from, to, known.get(i))) {
                return false;
            }
        }
        return !left.isSpread() || arguments.size() >= right.method().parameters().size()
                || left.method().parameters().size() >= right.method().parameters().size();
    }

    private boolean isMoreSpecific(Expression argument, JavaType from, JavaType to, JavaType known) {
        if (argument instanceof Expression.Lambda || argument instanceof Expression.MethodReference) {
            return isMoreSpecificFunction(argument, from, to);
        }
        return from.equals(to) || (from.isKnown() && to.isKnown() || !known.isKnown()) && isSubtype(from, to);
    }

    /** JLS 15.12.2.5: a function that gives a value is preferred, and a primitive one where the value is primitive. */
    private boolean isMoreSpecificFunction(Expression argument, JavaType from, JavaType to) {
        if (isSubtype(from, to)) {
            return true;
        }
        Optional<Descriptor> left = members.descriptor(from);
        Optional<Descriptor> right = members.descriptor(to);
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        JavaType leftResult = left.get().returns();
        JavaType rightResult = right.get().returns();
        if (rightResult.equals(JavaType.VOID)) {
            return true;
        }
        if (leftResult.equals(JavaType.VOID) || leftResult instanceof JavaType.Primitive != rightResult
                instanceof JavaType.Primitive) {
            return false;
        }
        return isSubtype(leftResult, rightResult);
    }
}
