package dev.seqscan.query;

import dev.seqscan.program.Program;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How an object is filled before it is used: the calls on it in their order, through chains, local variables, and methods of
 * the program that return it or to which it is handed. It serves queries, lists of predicates and wrappers of conditions alike.
 */
public final class Building {

    /** What the framework says of calls that the program does not declare. */
    public interface Library {

        /** Whether a call makes such an object, so that what it is called on is none. */
        boolean makes(Expression.Call call);

        /** Whether a call that is given the object leaves it as it is. */
        boolean leaves(Expression.Call call);
    }

    /**
     * A call on the object.
     *
     * @param conditional whether it may not take place
     * @param branch the branch in which it stands, where it is one of the method that makes the object
     */
    public record Step(Expression.Call call, CodePlace place, boolean conditional, Optional<VariableHistory.Condition> branch) {
    }

    private static final int DEEPEST = 12;
    private static final int MOST_METHODS = 200;

    private final Program program;
    private final Library library;
    private final List<Step> steps = new ArrayList<>();
    private Expression origin;
    private CodePlace start;
    private boolean open;
    private int methods;

    private Building(Program program, Library library) {
        this.program = program;
        this.library = library;
    }

    /** The object that an expression is; empty where it is not seen how it is made. */
    public static Optional<Building> of(Expression expression, CodePlace place, Program program, Library library) {
        return Optional.of(followed(expression, place, program, library)).filter(each -> each.origin != null);
    }

    /** The same; where it is not seen how the object is made, it is open, and only the calls that are seen are there. */
    public static Building followed(Expression expression, CodePlace place, Program program, Library library) {
        Building building = new Building(program, library);
        building.follow(expression, place, 0);
        building.open |= building.origin == null;
        return building;
    }

    /** The object that a variable holds, as far as its history goes. */
    public static Building of(VariableHistory variable, CodePlace place, Program program, Library library) {
        Building building = new Building(program, library);
        building.variable(variable, place, 0);
        building.open |= building.origin == null;
        return building;
    }

    /** The calls in their order. */
    public List<Step> steps() {
        return steps;
    }

    /** The expression that makes it; null where that is not seen. */
    public Expression origin() {
        return origin;
    }

    /** Where that stands. */
    public CodePlace start() {
        return start;
    }

    /** Whether more may happen to it than is seen, or it may be another object. */
    public boolean isOpen() {
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

    /** Goes to the beginning of a chain, however long it is, and takes its calls from there on. */
    private void called(Expression.Call last, CodePlace place, int depth) {
        List<Step> chain = new ArrayList<>();
        Expression current = last;
        while (current instanceof Expression.Call call && !begins(call, place)) {
            chain.add(new Step(call, place, false, Optional.empty()));
            current = call.target();
        }
        if (!(current instanceof Expression.Call call)) {
            follow(current, place, depth + 1);
        } else if (place.called(call, program).isPresent()) {
            returned(place.called(call, program).get(), depth);
        } else {
            begin(call, place);
        }
        Collections.reverse(chain);
        steps.addAll(chain);
    }

    private boolean begins(Expression.Call call, CodePlace place) {
        return library.makes(call) || call.target() == null || isType(call.target()) || place.called(call, program).isPresent();
    }

    private void returned(CodePlace method, int depth) {
        List<Expression> values = Returns.of(method.method());
        open |= values.size() > 1;
        if (++methods <= MOST_METHODS) {
            values.stream().limit(1).forEach(each -> follow(each, method, depth + 1));
        }
    }

    private static boolean isType(Expression target) {
        return target instanceof Expression.Name name && Character.isUpperCase(name.name().charAt(0));
    }

    private void variable(Expression.Name name, CodePlace place, int depth) {
        place.variable(name).ifPresent(each -> variable(each, place, depth));
    }

    private void variable(VariableHistory history, CodePlace place, int depth) {
        List<Expression> values = history.values();
        Optional<CodePlace.Given> given = history.parameter() && values.isEmpty() ? place.given(history.name())
                : Optional.empty();
        given.ifPresent(each -> follow(each.value(), each.place(), depth + 1));
        open |= values.size() > 1;
        values.stream().limit(1).forEach(each -> follow(each, place, depth + 1));
        List<VariableHistory.Use> uses = history.uses();
        uses(uses.subList(indexOf(values, uses), uses.size()), history.name(), place, false, depth);
    }

    /** What was called before the object came into the variable is part of its making. */
    private static int indexOf(List<Expression> values, List<VariableHistory.Use> uses) {
        for (int i = 0; i < uses.size() && !values.isEmpty(); i++) {
            if (uses.get(i).value() == values.get(0)) {
                return i;
            }
        }
        return 0;
    }

    private void uses(List<VariableHistory.Use> uses, String name, CodePlace place, boolean conditional, int depth) {
        for (VariableHistory.Use use : uses) {
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
                handed((Expression.Call) use.value(), name, place, may, depth + 1);
            }
        }
    }

    /** What a method does to the object that it is handed. */
    private void handed(Expression.Call call, String name, CodePlace place, boolean conditional, int depth) {
        Optional<CodePlace> inner = place.called(call, program);
        if (inner.isEmpty() || depth > DEEPEST || ++methods > MOST_METHODS) {
            open |= call.target() == null || !library.leaves(call);
            return;
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            if (call.arguments().get(i) instanceof Expression.Name given && given.name().equals(name)) {
                Span body = inner.get().method().body().span();
                Span end = new Span(body.endLine(), Math.max(1, body.endColumn() - 1), body.endLine(), body.endColumn());
                VariableHistory.of(inner.get().method(), inner.get().method().parameters().get(i).name(), end)
                        .ifPresent(each -> uses(each.uses(), each.name(), inner.get(), conditional, depth));
            }
        }
    }
}
