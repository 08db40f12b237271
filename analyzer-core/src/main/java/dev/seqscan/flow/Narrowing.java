package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.HashMap;
import java.util.Map;

/** What {@code instanceof} tests around the part of a body that is being walked say of the classes of variables. */
final class Narrowing {

    private final LinkedBody body;
    private final Map<Variable, JavaType> narrowed = new HashMap<>();

    Narrowing(LinkedBody body) {
        this.body = body;
    }

    /** After {@code order instanceof Subscription} a call on it reaches methods of subscriptions only. */
    CallTarget of(Expression.Call call, CallTarget target) {
        if (target == null || narrowed.isEmpty() || !(call.target() instanceof Expression.Name name)) {
            return target;
        }
        return body.variable(name).map(narrowed::get).map(type -> new CallTarget(target.owner(), target.name(),
                target.parameters(), target.returns(), type, target.isStatic(), target.varArgs())).orElse(target);
    }

    /** Takes a condition for granted while a part of the walk runs. */
    void within(Expression condition, Runnable part) {
        Map<Variable, JavaType> before = Map.copyOf(narrowed);
        Expression current = condition;
        while (current instanceof Expression.Binary both && both.operator().equals("&&")) {
            narrow(both.right());
            current = both.left();
        }
        narrow(current);
        part.run();
        narrowed.clear();
        narrowed.putAll(before);
    }

    private void narrow(Expression condition) {
        if (condition instanceof Expression.InstanceOf test && test.operand() instanceof Expression.Name name
                && test.pattern() instanceof Expression.Pattern.TypePattern type) {
            JavaType resolved = body.owner().resolve(type.type());
            body.variable(name).filter(each -> !resolved.className().isEmpty()).ifPresent(each -> narrowed.put(each, resolved));
        }
    }
}
