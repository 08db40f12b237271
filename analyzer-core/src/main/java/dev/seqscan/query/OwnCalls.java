package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;

/** What a method calls on its own object: on {@code this}, on {@code super}, or on nothing, and on what such calls give back. */
public final class OwnCalls extends CodeWalk {

    /**
     * One call.
     *
     * @param conditional whether the method may end without it
     */
    public record OwnCall(Expression.Call call, boolean conditional) {
    }

    private final List<OwnCall> calls = new ArrayList<>();
    private boolean mayHaveLeft;

    private OwnCalls() {
    }

    /** The calls in the order in which they take place. */
    public static List<OwnCall> of(MethodDeclaration method) {
        OwnCalls own = new OwnCalls();
        own.statement(method.body());
        return List.copyOf(own.calls);
    }

    @Override
    void visit(Expression expression) {
        if (expression instanceof Expression.Call call && isOwn(call)) {
            calls.add(new OwnCall(call, mayHaveLeft || !branches().isEmpty()));
        }
    }

    @Override
    void returned(Statement.Return statement) {
        mayHaveLeft |= !branches().isEmpty() && !insideLambda();
    }

    private static boolean isOwn(Expression.Call call) {
        Expression root = call;
        while (root instanceof Expression.Call before) {
            root = before.target();
        }
        return root == null || root instanceof Expression.This || root instanceof Expression.Super;
    }
}
