package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the calls on whose results a loop's end hangs: those in its condition or in the condition of a jump out of it,
 * and those assigned to a variable that is asked there. Retry, polling and paging look like that.
 */
final class LoopExits {

    private LoopExits() {
    }

    static List<Expression> deciding(Statement loop, LinkedBody body) {
        boolean overElements = loop instanceof Statement.ForEach;
        List<Expression> calls = new ArrayList<>();
        Set<Variable> asked = new LinkedHashSet<>();
        for (Expression condition : conditions(loop)) {
            Used.walk(condition, each -> addIfCall(each, calls));
            asked.addAll(Used.variables(condition, body));
        }
        if (!overElements) {
            behind(asked, calls, body);
        }
        return calls;
    }

    /** A loop's own condition, and those of the jumps out of it. */
    static List<Expression> conditions(Statement loop) {
        List<Expression> conditions = ownConditions(loop);
        jumps(Statements.loopBody(loop), conditions, true);
        return conditions;
    }

    /** The calls that variables are set by, also through other variables: {@code rows = find(..); count = rows.size()}. */
    private static void behind(Set<Variable> asked, List<Expression> calls, LinkedBody body) {
        Set<Variable> seen = new LinkedHashSet<>(asked);
        Deque<Variable> open = new ArrayDeque<>(asked);
        while (!open.isEmpty()) {
            for (Expression value : open.removeFirst().assigned()) {
                Used.walk(value, each -> addIfCall(each, calls));
                Used.variables(value, body).stream().filter(seen::add).forEach(open::add);
            }
        }
    }

    private static void addIfCall(Expression expression, List<Expression> calls) {
        if (expression instanceof Expression.Call) {
            calls.add(expression);
        }
    }

    /** The condition that a loop asks in each turn, as a list of at most one. */
    static List<Expression> ownConditions(Statement loop) {
        List<Expression> conditions = new ArrayList<>();
        addCondition(loop, conditions);
        return conditions;
    }

    private static void addCondition(Statement loop, List<Expression> conditions) {
        if (loop instanceof Statement.While each) {
            conditions.add(each.condition());
        } else if (loop instanceof Statement.DoWhile each) {
            conditions.add(each.condition());
        } else if (loop instanceof Statement.For each && each.condition() != null) {
            conditions.add(each.condition());
        }
    }

    /** Conditions of {@code if} statements that leave the loop. */
    private static void jumps(Statement statement, List<Expression> conditions, boolean breakLeaves) {
        if (statement == null) {
            return;
        }
        if (statement instanceof Statement.If branch && (leaves(branch.then(), breakLeaves)
                || branch.otherwise() != null && leaves(branch.otherwise(), breakLeaves))) {
            conditions.add(branch.condition());
        }
        boolean inner = Statements.loopBody(statement) != null || statement instanceof Statement.Switch;
        Statements.children(statement).forEach(child -> jumps(child, conditions, breakLeaves && !inner));
    }

    /**
     * The calls in conditions under which a loop ends with what it has searched for, {@code if (x.fits()) return x;}, and what
     * inner loops go over that search. One that returns a constant checks all elements, and goes to the end where nothing is
     * wrong.
     */
    static List<Expression> searching(Statement loop) {
        List<Expression> conditions = new ArrayList<>();
        searches(Statements.loopBody(loop), conditions, true);
        List<Expression> calls = new ArrayList<>();
        conditions.forEach(condition -> Used.walk(condition, each -> addIfCall(each, calls)));
        conditions.stream().filter(Expression.Name.class::isInstance).forEach(calls::add);
        FoundValues.in(loop).forEach(value -> Used.walk(value, each -> addIfCall(each, calls)));
        return calls;
    }

    /** Adds the conditions of branches, and what inner loops go over, that hold such an end; tells whether a statement does. */
    private static boolean searches(Statement statement, List<Expression> conditions, boolean breakLeaves) {
        if (statement == null) {
            return false;
        }
        if (statement instanceof Statement.Return found) {
            return found.value() != null && !(found.value() instanceof Expression.Literal);
        }
        if (statement instanceof Statement.Break jump) {
            return breakLeaves || jump.label() != null;
        }
        boolean inner = Statements.loopBody(statement) != null || statement instanceof Statement.Switch;
        boolean any = false;
        for (Statement child : Statements.children(statement)) {
            any |= searches(child, conditions, breakLeaves && !inner);
        }
        if (any && statement instanceof Statement.If branch) {
            conditions.add(branch.condition());
        } else if (any && statement instanceof Statement.ForEach each) {
            conditions.add(each.iterable());
        }
        return any;
    }

    /** Whether a statement ends by going elsewhere, so that what follows runs only if it was not entered. */
    static boolean jumps(Statement statement) {
        if (statement instanceof Statement.Block block) {
            return !block.statements().isEmpty() && jumps(block.statements().get(block.statements().size() - 1));
        }
        return statement instanceof Statement.Return || statement instanceof Statement.Throw
                || statement instanceof Statement.Break || statement instanceof Statement.Continue;
    }

    private static boolean leaves(Statement statement, boolean breakLeaves) {
        if (statement instanceof Statement.Return) {
            return true;
        }
        if (statement instanceof Statement.Break jump) {
            return breakLeaves || jump.label() != null;
        }
        if (statement instanceof Statement.Block block) {
            return block.statements().stream().anyMatch(each -> leaves(each, breakLeaves));
        }
        return false;
    }

    /** Whether a condition asks nothing, or only for a flag that others set: {@code while (running)}. */
    static boolean isEndless(Expression condition) {
        if (condition instanceof Expression.Unary not && not.operator().equals("!")) {
            return isEndless(not.operand());
        }
        boolean interrupted = condition instanceof Expression.Call call
                && call.name().toLowerCase(Locale.ROOT).contains("interrupted");
        return condition == null || interrupted || condition instanceof Expression.Literal || condition instanceof Expression.Name
                || condition instanceof Expression.Select;
    }

    /** Whether the body ends by leaving the loop, so that it is run again only after a failure: a retry. */
    static boolean endsByLeaving(Statement body) {
        if (body instanceof Statement.Return) {
            return true;
        }
        if (body instanceof Statement.Break) {
            return true;
        }
        if (body instanceof Statement.Block block && !block.statements().isEmpty()) {
            return endsByLeaving(block.statements().get(block.statements().size() - 1));
        }
        return body instanceof Statement.Try tried && endsByLeaving(tried.body());
    }

    /** Whether the body ends by setting a constant that the condition asks for: {@code while (!done) {..; done = true;}}. */
    static boolean endsByFlag(Statement loopBody, Expression condition, LinkedBody body) {
        if (loopBody instanceof Statement.Block block) {
            return block.statements().stream().anyMatch(each -> endsByFlag(each, condition, body));
        }
        if (loopBody instanceof Statement.Try tried) {
            return endsByFlag(tried.body(), condition, body);
        }
        return loopBody instanceof Statement.Evaluate last && last.expression() instanceof Expression.Assign flag
                && flag.value() instanceof Expression.Literal literal && literal.value() instanceof Boolean
                && Used.variables(condition, body).containsAll(Used.variables(flag.target(), body))
                && !Used.variables(flag.target(), body).isEmpty();
    }
}
