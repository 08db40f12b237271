package dev.seqscan.query.criteria;

import dev.seqscan.program.Program;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How an object is filled before it is used: the calls on it in their order, through chains, local variables, and methods of
 * the program that return it or to which it is handed. It serves queries and lists of predicates alike.
 */
final class Building {

    /**
     * A call on the object.
     *
     * @param conditional whether it may not take place
     * @param branch the branch in which it stands, where it is one of the method that makes the object
     */
    record Step(Expression.Call call, CodePlace place, boolean conditional, Optional<VariableHistory.Condition> branch) {
    }

    private static final int DEEPEST = 12;
    /** Calls that take the object and leave it as it is. */
    private static final Set<String> TAKING = Set.of("and", "or", "where", "having", "orderBy", "groupBy", "addAll",
            "createQuery",
            "select", "multiselect", "in", "exists", "isEmpty", "toArray", "copyOf", "unmodifiableList", "debug", "trace", "not");

    private final Program program;
    private final List<Step> steps = new ArrayList<>();
    private Expression origin;
    private CodePlace start;
    private boolean open;

    private Building(Program program) {
        this.program = program;
    }

    /** The object that an expression is; empty where it is not seen how it is made. */
    static Optional<Building> of(Expression expression, CodePlace place, Program program) {
        Building building = new Building(program);
        building.follow(expression, place, 0);
        return building.origin == null ? Optional.empty() : Optional.of(building);
    }

    /** The calls in their order. */
    List<Step> steps() {
        return steps;
    }

    /** The expression that makes it. */
    Expression origin() {
        return origin;
    }

    /** Where that stands. */
    CodePlace start() {
        return start;
    }

    /** Whether more may happen to it than is seen, or it may be another object. */
    boolean isOpen() {
        return open;
    }

    private void follow(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || expression == null) {
            return;
        }
        if (expression instanceof Expression.Cast cast) {
            follow(cast.operand(), place, depth + 1);
        } else if (expression instanceof Expression.Name name) {
            variable(name, place, depth);
        } else if (expression instanceof Expression.Call call) {
            called(call, place, depth);
        } else if (expression instanceof Expression.New) {
            begin(expression, place);
        }
    }

    private void begin(Expression expression, CodePlace place) {
        origin = expression;
        start = place;
    }

    private void called(Expression.Call call, CodePlace place, int depth) {
        Optional<CodePlace> inner = place.called(call, program);
        if (inner.isPresent()) {
            List<Expression> values = Returns.of(inner.get().method());
            open |= values.size() > 1;
            values.stream().limit(1).forEach(each -> follow(each, inner.get(), depth + 1));
        } else if (call.name().startsWith("create") || call.target() == null || isType(call.target())) {
            begin(call, place);
        } else {
            follow(call.target(), place, depth + 1);
            steps.add(new Step(call, place, false, Optional.empty()));
        }
    }

    private static boolean isType(Expression target) {
        return target instanceof Expression.Name name && Character.isUpperCase(name.name().charAt(0));
    }

    private void variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = place.variable(name);
        if (history.isEmpty()) {
            return;
        }
        List<Expression> values = history.get().values();
        Optional<CodePlace.Given> given = history.get().parameter() && values.isEmpty() ? place.given(name.name())
                : Optional.empty();
        given.ifPresent(each -> follow(each.value(), each.place(), depth + 1));
        open |= values.size() > 1;
        values.stream().limit(1).forEach(each -> follow(each, place, depth + 1));
        uses(history.get(), place, false, depth);
    }

    private void uses(VariableHistory history, CodePlace place, boolean conditional, int depth) {
        for (VariableHistory.Use use : history.uses()) {
            boolean may = conditional || use.conditional();
            if (use.kind() == VariableHistory.Kind.CALLED) {
                List<Step> chain = new ArrayList<>();
                Expression current = use.value();
                while (current instanceof Expression.Call call) {
                    chain.add(new Step(call, place, may, use.condition()));
                    current = call.target();
                }
                Collections.reverse(chain);
                steps.addAll(chain);
            } else if (use.kind() == VariableHistory.Kind.PASSED) {
                handed((Expression.Call) use.value(), history.name(), place, may, depth + 1);
            }
        }
    }

    /** What a method does to the object that it is handed. */
    private void handed(Expression.Call call, String name, CodePlace place, boolean conditional, int depth) {
        Optional<CodePlace> inner = place.called(call, program);
        if (inner.isEmpty() || depth > DEEPEST) {
            open |= call.target() == null || !TAKING.contains(call.name());
            return;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) instanceof Expression.Name given && given.name().equals(name)) {
                Span body = inner.get().method().body().span();
                Span end = new Span(body.endLine(), Math.max(1, body.endColumn() - 1), body.endLine(), body.endColumn());
                VariableHistory.of(inner.get().method(), inner.get().method().parameters().get(i).name(), end)
                        .ifPresent(each -> uses(each, inner.get(), conditional, depth));
            }
        }
    }
}
