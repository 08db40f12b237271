package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells loops whose turns cut the next part out of a longer list or array, {@code list.subList(from, to)}, where {@code from}
 * goes on by more than one from turn to turn, or what was cut is taken away.
 */
final class Cutting {

    private static final int DEEPEST = 4;
    private static final Set<String> TAKING_AWAY = Set.of("clear", "removeAll");

    private final LinkedBody body;
    private final LoopHeads heads;

    Cutting(LinkedBody body, LoopHeads heads) {
        this.body = body;
        this.heads = heads;
    }

    /** Whether each run of a loop's body, or of a function, cuts a part; what inner loops cut is not its own. */
    boolean cutsParts(Statement repeated) {
        Statement loopBody = Statements.loopBody(repeated);
        Statement inner = loopBody == null ? repeated : loopBody;
        List<Expression> positions = positions(inner, this::position);
        List<Expression> all = new ArrayList<>();
        if (!positions.isEmpty()) {
            Expressions.visit(inner, all::add);
        }
        return positions.stream().anyMatch(each -> goesOnByMany(each, all, 0));
    }

    /** Where the calls of a statement begin to cut. */
    private static List<Expression> positions(Statement statement, Function<Expression.Call, Optional<Expression>> position) {
        List<Expression> found = new ArrayList<>();
        if (statement == null || Statements.loopBody(statement) != null) {
            return found;
        }
        Expressions.direct(statement).forEach(direct -> Used.walk(direct, each -> {
            if (each instanceof Expression.Call call) {
                position.apply(call).ifPresent(found::add);
            }
        }));
        Statements.children(statement).forEach(each -> found.addAll(positions(each, position)));
        return found;
    }

    private Optional<Expression> position(Expression.Call call) {
        if (call.arguments().isEmpty()) {
            return Optional.empty();
        }
        Optional<CallTarget> target = body.target(call);
        Optional<Integer> index = target.flatMap(heads.library()::cutsAt).or(() -> target.flatMap(each -> ofHelper(each, call)));
        return argument(index, call);
    }

    private static Optional<Expression> argument(Optional<Integer> index, Expression.Call call) {
        return index.filter(each -> each < call.arguments().size()).map(each -> call.arguments().get(each));
    }

    /** The parameter of a method of the program at which that method cuts. */
    private Optional<Integer> ofHelper(CallTarget target, Expression.Call call) {
        Optional<DeclaredClass> owner = heads.program().declared(target.owner(), body.owner().module());
        return owner.stream().flatMap(each -> each.declaration().methods().stream())
                .filter(each -> each.name().equals(target.name()) && each.parameters().size() == call.arguments().size())
                .map(this::cutsAtParameter).flatMap(Optional::stream).findFirst();
    }

    private Optional<Integer> cutsAtParameter(MethodDeclaration helper) {
        List<String> names = helper.parameters().stream().map(MethodDeclaration.Parameter::name).toList();
        return positions(helper.body(), call -> argument(heads.library().cutsAt(call.name()), call)).stream()
                .filter(Expression.Name.class::isInstance).map(each -> names.indexOf(((Expression.Name) each).name()))
                .filter(index -> index >= 0).findFirst();
    }

    private boolean goesOnByMany(Expression position, List<Expression> repeated, int depth) {
        if (position instanceof Expression.Binary product && product.operator().equals("*")) {
            return !(product.left() instanceof Expression.Literal && product.right() instanceof Expression.Literal);
        }
        if (position instanceof Expression.Literal) {
            return repeated.stream().anyMatch(this::takesAway);
        }
        Variable variable = position instanceof Expression.Name name ? body.variable(name).orElse(null) : null;
        if (variable == null || depth > DEEPEST) {
            return false;
        }
        boolean steps = repeated.stream().anyMatch(each -> each instanceof Expression.Assign step
                && means(step.target(), variable) && isByMany(step, variable));
        return steps || variable.assigned().size() == 1 && goesOnByMany(variable.assigned().get(0), repeated, depth + 1);
    }

    /** {@code list.subList(0, size).clear()} and {@code list = list.subList(size, list.size())}. */
    private boolean takesAway(Expression expression) {
        return expression instanceof Expression.Call call && TAKING_AWAY.contains(call.name())
                || expression instanceof Expression.Assign assign && assign.value() instanceof Expression.Call cut
                && position(cut).filter(each -> !(each instanceof Expression.Literal)).isPresent();
    }

    private boolean means(Expression expression, Variable variable) {
        return expression instanceof Expression.Name name && body.variable(name).filter(variable::equals).isPresent();
    }

    /** {@code from += size} and {@code from = to}, but neither {@code from += 1} nor {@code from = from + 1}. */
    private boolean isByMany(Expression.Assign step, Variable variable) {
        if (step.operator().equals("=")) {
            boolean one = step.value() instanceof Expression.Binary sum && Set.of("+", "-").contains(sum.operator())
                    && means(sum.left(), variable) && isOne(sum.right());
            return !one && !(step.value() instanceof Expression.Literal);
        }
        return Set.of("+=", "-=").contains(step.operator()) && !isOne(step.value());
    }

    private static boolean isOne(Expression expression) {
        return expression instanceof Expression.Literal literal && Long.valueOf(1).equals(literal.value());
    }
}
