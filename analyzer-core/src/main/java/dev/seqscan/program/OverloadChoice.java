package dev.seqscan.program;

import dev.seqscan.program.Members.Candidate;
import dev.seqscan.program.Members.Descriptor;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chooses among methods of one name (Java Language Specification, section 15.12.2): without boxing, with it, then with
 * a variable number of arguments; the most specific one of the first phase that has any.
 */
final class OverloadChoice {

    private final Types types;
    private final Members members;

    OverloadChoice(Types types, Members members) {
        this.types = types;
        this.members = members;
    }

    /** The method that is meant; empty where none fits, or several do whose results differ. */
    Optional<Candidate> choose(List<Candidate> candidates, List<Expression> arguments, List<JavaType> known) {
        for (int phase = 1; phase <= 3; phase++) {
            List<Candidate> fitting = new ArrayList<>();
            for (Candidate candidate : candidates) {
                if (fits(candidate, arguments, known, phase)) {
                    fitting.add(candidate);
                }
            }
            if (!fitting.isEmpty()) {
                return fitting.size() == 1 ? Optional.of(fitting.get(0)) : mostSpecific(fitting, arguments, known);
            }
        }
        return Optional.empty();
    }

    private boolean fits(Candidate candidate, List<Expression> arguments, List<JavaType> known, int phase) {
        int declared = candidate.method().parameters().size();
        boolean variable = phase == 3 && candidate.method().varArgs();
        if (variable ? arguments.size() < declared - 1 : arguments.size() != declared) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            JavaType parameter = variable && arguments.size() == declared && i == declared - 1
                    && !(known.get(i) instanceof JavaType.ArrayType) ? element(candidate.parameter(i, arguments.size()))
                            : candidate.parameter(i, arguments.size());
            int fit = fit(arguments.get(i), known.get(i), parameter);
            if (fit < 0 || fit > 1 && phase == 1) {
                return false;
            }
        }
        return true;
    }

    private static JavaType element(JavaType parameter) {
        return parameter instanceof JavaType.ArrayType array ? array.element() : parameter;
    }

    private int fit(Expression argument, JavaType known, JavaType parameter) {
        if (argument instanceof Expression.Lambda lambda) {
            return fitsLambda(lambda, parameter) ? 1 : -1;
        }
        if (argument instanceof Expression.MethodReference) {
            return isFunctional(parameter) ? 1 : -1;
        }
        return types.fit(known, parameter);
    }

    private boolean isFunctional(JavaType parameter) {
        return !parameter.isKnown() || parameter instanceof JavaType.TypeVariable
                || types.shape(parameter.className()).map(ClassShape::isInterface).orElse(!(parameter
                        instanceof JavaType.Primitive) && !(parameter instanceof JavaType.ArrayType));
    }

    private boolean fitsLambda(Expression.Lambda lambda, JavaType parameter) {
        Optional<Descriptor> descriptor = members.descriptor(parameter);
        if (descriptor.isEmpty()) {
            return isFunctional(parameter);
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
                || value instanceof Expression.Unary unary && unary.operator().matches("\\+\\+|--");
    }

    static boolean returnsValue(Statement statement) {
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
            boolean beaten = false;
            for (Candidate other : fitting) {
                beaten |= other != candidate && isMoreSpecific(other, candidate, arguments, known)
                        && !isMoreSpecific(candidate, other, arguments, known);
            }
            if (!beaten) {
                best.add(candidate);
            }
        }
        Candidate first = best.isEmpty() ? fitting.get(0) : best.get(0);
        boolean same = best.stream().allMatch(each -> each.returns().equals(first.returns()));
        return best.size() == 1 || same && !best.isEmpty() ? Optional.of(first) : concrete(best);
    }

    /** Of methods that override each other with narrower results, the one that is not abstract, or nothing. */
    private static Optional<Candidate> concrete(List<Candidate> candidates) {
        List<Candidate> concrete = candidates.stream().filter(each -> !each.method().isAbstract()).toList();
        return concrete.size() == 1 ? Optional.of(concrete.get(0)) : Optional.empty();
    }

    private boolean isMoreSpecific(Candidate left, Candidate right, List<Expression> arguments, List<JavaType> known) {
        for (int i = 0; i < arguments.size(); i++) {
            JavaType from = left.parameter(i, arguments.size());
            JavaType to = right.parameter(i, arguments.size());
            if (arguments.get(i) instanceof Expression.Lambda || arguments.get(i) instanceof Expression.MethodReference) {
                if (!isMoreSpecificFunction(arguments.get(i), from, to)) {
                    return false;
                }
            } else if (!known.get(i).isKnown() && !from.equals(to) && types.fit(from, to) < 0 || types.fit(from, to) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A function that gives a value is preferred where the argument may give one. */
    private boolean isMoreSpecificFunction(Expression argument, JavaType from, JavaType to) {
        Optional<Descriptor> left = members.descriptor(from);
        Optional<Descriptor> right = members.descriptor(to);
        if (left.isEmpty() || right.isEmpty() || from.className().equals(to.className())) {
            return true;
        }
        boolean leftVoid = left.get().returns().equals(JavaType.VOID);
        boolean rightVoid = right.get().returns().equals(JavaType.VOID);
        return leftVoid == rightVoid || !leftVoid;
    }
}
