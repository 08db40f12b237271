package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells loops that a count of their turns ends: {@code if (++depth > MOST) break;}. The count goes on in each turn, and nothing
 * begins the next turn before it is asked.
 */
final class CountedEnd {

    private final LinkedBody body;
    private final Predicate<Expression> few;

    /** Takes what tells numbers that are few turns. */
    CountedEnd(LinkedBody body, Predicate<Expression> few) {
        this.body = body;
        this.few = few;
    }

    /** Whether a loop with that condition, or with none, ends so. */
    boolean isOf(Statement loop, Expression condition) {
        List<Statement> turn = Statements.loopBody(loop) instanceof Statement.Block block ? block.statements() : List.of();
        List<Expression> counting = new ArrayList<>();
        if (loop instanceof Statement.For counted) {
            counting.addAll(counted.update());
        }
        for (Statement each : turn) {
            if (each instanceof Statement.Evaluate step) {
                counting.add(step.expression());
            }
        }
        boolean asked = condition != null && Conjuncts.of(condition, true).stream().anyMatch(part -> ends(part, loop, counting));
        return asked || turn.stream().takeWhile(each -> !goesOn(each)).filter(CountedEnd::leaves)
                .flatMap(each -> Conjuncts.of(((Statement.If) each).condition(), false).stream())
                .anyMatch(part -> ends(part, loop, counting));
    }

    private static boolean leaves(Statement statement) {
        return statement instanceof Statement.If branch && branch.otherwise() == null && LoopExits.jumps(branch.then())
                && !goesOn(branch.then());
    }

    /** Whether a statement may begin the next turn. */
    private static boolean goesOn(Statement statement) {
        return statement instanceof Statement.Continue || statement != null && Statements.loopBody(statement) == null
                && Statements.children(statement).stream().anyMatch(CountedEnd::goesOn);
    }

    /** Whether the loop goes on only as long as a count is below a small number. */
    private boolean ends(Conjuncts.Part part, Statement loop, List<Expression> counting) {
        if (!(part.test() instanceof Expression.Binary compared) || !few.test(compared.right())) {
            return false;
        }
        Set<String> below = part.holds() ? Set.of("<", "<=", "!=") : Set.of(">", ">=", "==");
        Optional<Expression> stepped = step(compared.left());
        Optional<Variable> count = variable(stepped.orElse(compared.left()));
        return below.contains(compared.operator()) && count.filter(each -> isKeptBy(each, loop)).isPresent()
                && (stepped.isPresent() || counting.stream().anyMatch(each -> step(each).flatMap(this::variable).equals(count)));
    }

    /** What {@code ++n}, {@code n++} and {@code n += 1} count on. */
    private static Optional<Expression> step(Expression expression) {
        if (expression instanceof Expression.Unary unary && unary.operator().equals("++")) {
            return Optional.of(unary.operand());
        }
        return expression instanceof Expression.Assign assign && assign.operator().equals("+=")
                && assign.value() instanceof Expression.Literal ? Optional.of(assign.target()) : Optional.empty();
    }

    private Optional<Variable> variable(Expression expression) {
        return expression instanceof Expression.Name name ? body.variable(name) : Optional.empty();
    }

    /** Whether a variable begins with a small number, is no other one in each turn, and is not set again in any. */
    private boolean isKeptBy(Variable count, Statement loop) {
        boolean header = loop instanceof Statement.For counted && counted.init().stream()
                .anyMatch(each -> body.declared(each).filter(count::equals).isPresent());
        boolean outside = header || count.span().startLine() < loop.span().startLine();
        return outside && count.kind() == Variable.Kind.LOCAL && !count.assigned().isEmpty() && few.test(count.assigned().get(0))
                && count.assigned().stream().skip(1).allMatch(each -> step(each).isPresent());
    }
}
