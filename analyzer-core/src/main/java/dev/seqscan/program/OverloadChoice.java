package dev.seqscan.program;

import dev.seqscan.program.JavaType.Primitive;
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
    private final ReferenceShape references;

    /** Says whether a method reference may stand for a function of that shape. */
    interface ReferenceShape {
        boolean fits(Expression.MethodReference reference, int parameters, boolean wantsValue);
    }

    OverloadChoice(Types types, Members members, ReferenceShape references) {
        this.types = types;
        this.members = members;
        this.references = references;
    }

    /** A method of the first phase that has any, and how well it fits. */
    private record Fitting(Candidate candidate, Fit fit) {
    }

    /** The method that is meant; several seen as one where it cannot be said which; empty where none fits. */
    Optional<Candidate> choose(List<Candidate> candidates, Given given) {
        List<Fitting> fitting = new ArrayList<>();
        for (int phase = 1; phase <= 3 && fitting.stream().noneMatch(each -> each.fit() != Fit.UNSURE); phase++) {
            for (Candidate candidate : candidates) {
                int parameters = candidate.method().parameters().size();
                if (phase < 3 && parameters == given.size()) {
                    add(candidate, given, phase, fitting);
                } else if (phase == 3 && candidate.method().varArgs() && given.size() >= parameters - 1) {
                    add(candidate.spread(), given, phase, fitting);
                }
            }
        }
        return fitting.size() <= 1 ? fitting.stream().findFirst().map(Fitting::candidate) : best(fitting, given);
    }

    private void add(Candidate candidate, Given given, int phase, List<Fitting> fitting) {
        Fit worst = Fit.SAME;
        for (int i = 0; i < given.size() && worst != Fit.NONE; i++) {
            worst = worst.and(fit(given.expressions().get(i), given.types().get(i), candidate.parameter(i), given));
        }
        boolean isNew = phase != 2 || worst == Fit.BOXED;
        if (worst != Fit.NONE && isNew && (worst != Fit.BOXED || phase > 1)) {
            fitting.add(new Fitting(candidate, worst));
        }
    }

    private Optional<Candidate> best(List<Fitting> fitting, Given given) {
        for (Fitting each : fitting) {
            if (each.fit() == Fit.SAME) {
                return Optional.of(each.candidate());
            }
        }
        List<Candidate> sure = new ArrayList<>();
        List<Candidate> unsure = new ArrayList<>();
        for (Fitting each : fitting) {
            (each.fit() == Fit.UNSURE ? unsure : sure).add(each.candidate());
        }
        Optional<Candidate> chosen = sure.isEmpty() ? Optional.empty() : mostSpecific(sure, given);
        boolean isSafe = chosen.isPresent() && unsure.stream().allMatch(other -> prevails(chosen.get(), other, given));
        return isSafe ? chosen : Overload.merged(fitting.stream().map(Fitting::candidate).toList());
    }

    private Fit fit(Expression argument, JavaType known, JavaType parameter, Given given) {
        if (argument instanceof Expression.Lambda lambda) {
            return fitsLambda(lambda, parameter, given);
        }
        if (argument instanceof Expression.MethodReference reference) {
            return fitsReference(reference, parameter);
        }
        if (argument instanceof Expression.Conditional choice && !(known instanceof JavaType.Primitive)) {
            Expression left = choice.whenTrue();
            Expression right = choice.whenFalse();
            return fit(left, given.parts().apply(left), parameter, given)
                    .and(fit(right, given.parts().apply(right), parameter, given));
        }
        return types.fit(known, parameter);
    }

    private Fit mayBeFunctional(JavaType parameter) {
        if (parameter instanceof JavaType.TypeVariable) {
            return Fit.SUBTYPE;
        }
        boolean isOpen = !parameter.isKnown() || parameter instanceof JavaType.ClassType
                && types.shape(parameter.className()).isEmpty();
        return isOpen ? Fit.UNSURE : Fit.NONE;
    }

    private Fit fitsReference(Expression.MethodReference reference, JavaType parameter) {
        Optional<Descriptor> descriptor = members.descriptor(parameter);
        if (descriptor.isEmpty()) {
            return mayBeFunctional(parameter);
        }
        boolean wantsValue = !descriptor.get().returns().equals(Primitive.VOID);
        return references.fits(reference, descriptor.get().parameters().size(), wantsValue) ? Fit.SUBTYPE : Fit.NONE;
    }

    private Fit fitsLambda(Expression.Lambda lambda, JavaType parameter, Given given) {
        Optional<Descriptor> descriptor = members.descriptor(parameter);
        if (descriptor.isEmpty()) {
            return mayBeFunctional(parameter);
        }
        if (descriptor.get().parameters().size() != lambda.parameters().size()) {
            return Fit.NONE;
        }
        boolean wantsValue = !descriptor.get().returns().equals(Primitive.VOID);
        if (lambda.expression()) {
            return wantsValue ? fitsValue(lambda, given) : isStatement(lambda) ? Fit.SUBTYPE : Fit.NONE;
        }
        boolean fits = wantsValue ? returnsValue(lambda.body()) || !completes(lambda.body()) : !returnsValue(lambda.body());
        return fits ? Fit.SUBTYPE : Fit.NONE;
    }

    /** A call may give nothing; without parameters the lambda's body is typed before the method is chosen. */
    private static Fit fitsValue(Expression.Lambda lambda, Given given) {
        Expression value = ((Statement.Return) lambda.body().statements().get(0)).value();
        if (!lambda.parameters().isEmpty() || !(value instanceof Expression.Call)) {
            return Fit.SUBTYPE;
        }
        JavaType type = given.parts().apply(value);
        return type.equals(Primitive.VOID) ? Fit.NONE : Fit.SUBTYPE;
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

    private Optional<Candidate> mostSpecific(List<Candidate> fitting, Given given) {
        Candidate winner = winner(fitting, given);
        List<Candidate> best = fitting.stream().filter(each -> each == winner || isMoreSpecific(each, winner, given))
                .filter(each -> fitting.stream().allMatch(other -> other == each || isMoreSpecific(each, other, given))).toList();
        if (best.size() <= 1) {
            return best.isEmpty() ? Overload.merged(fitting) : Optional.of(best.get(0));
        }
        return concrete(best).or(() -> narrowest(best)).or(() -> Overload.merged(best));
    }

    /**
     * The one that no other one beat, each asked once. Only what is as specific as it can be the most specific one, so that
     * thousands of methods are not all compared with each other.
     */
    private Candidate winner(List<Candidate> fitting, Given given) {
        Candidate winner = fitting.get(0);
        for (Candidate each : fitting) {
            winner = each == winner || isMoreSpecific(winner, each, given) ? winner : each;
        }
        return winner;
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
        return types.fit(from, to).isSubtype();
    }

    /**
     * Whether a method that fits is chosen before one of which that is not known. Where the argument's own class is asked
     * for, each other parameter that takes it is a supertype of it, or the other method does not fit at all.
     */
    private boolean prevails(Candidate sure, Candidate open, Given given) {
        for (int i = 0; i < given.size(); i++) {
            Expression argument = given.expressions().get(i);
            boolean exact = !Arguments.isFunction(argument)
                    && fit(argument, given.types().get(i), sure.parameter(i), given) == Fit.SAME;
            if (!exact && !isMoreSpecific(argument, sure.parameter(i), open.parameter(i))) {
                return false;
            }
        }
        return !sure.isSpread() || isMoreSpecific(sure, open, given);
    }

    private boolean isMoreSpecific(Candidate left, Candidate right, Given given) {
        for (int i = 0; i < given.size(); i++) {
            if (!isMoreSpecific(given.expressions().get(i), left.parameter(i), right.parameter(i))) {
                return false;
            }
        }
        return !left.isSpread() || given.size() >= right.method().parameters().size()
                || left.method().parameters().size() >= right.method().parameters().size();
    }

    private boolean isMoreSpecific(Expression argument, JavaType from, JavaType to) {
        if (Arguments.isFunction(argument)) {
            return isMoreSpecificFunction(from, to);
        }
        return from.equals(to) || isSubtype(from, to);
    }

    /** JLS 15.12.2.5: a function that gives a value is preferred, and a primitive one where the value is primitive. */
    private boolean isMoreSpecificFunction(JavaType from, JavaType to) {
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
        if (rightResult.equals(Primitive.VOID)) {
            return true;
        }
        if (leftResult.equals(Primitive.VOID) || leftResult instanceof JavaType.Primitive != rightResult
                instanceof JavaType.Primitive) {
            return false;
        }
        return isSubtype(leftResult, rightResult);
    }
}
