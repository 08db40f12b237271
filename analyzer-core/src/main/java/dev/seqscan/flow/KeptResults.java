package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.List;
import java.util.function.Predicate;

/** Looks in code for what keeps a result: assignments, flags, calls that store. */
final class KeptResults {

    private final LinkedBody body;
    private final SameValue same;

    KeptResults(LinkedBody body) {
        this.body = body;
        this.same = new SameValue(body);
    }

    boolean assigns(List<Statement> code, String text) {
        return any(code, each -> each instanceof Expression.Assign assign && ExpressionText.of(assign.target()).equals(text));
    }

    /** {@code if (prices == null) load();}, where {@code load} sets the field. */
    boolean fills(List<Statement> code, String field) {
        return any(code, each -> each instanceof Expression.Call call && isOwn(call.target()) && setsField(call, field));
    }

    private boolean setsField(Expression.Call call, String field) {
        return body.owner().declaration().methods().stream().filter(each -> each.name().equals(call.name())
                        && each.parameters().size() == call.arguments().size() && each.body() != null)
                .anyMatch(each -> assigns(each.body().statements(), field) || assigns(each.body().statements(), "this." + field));
    }

    boolean sets(List<Statement> code, String flag, boolean value) {
        return any(code, each -> each instanceof Expression.Assign assign
                && assign.target() instanceof Expression.Name name && name.name().equals(flag)
                && assign.value() instanceof Expression.Literal literal && Boolean.valueOf(value).equals(literal.value()));
    }

    boolean adds(List<Statement> code, String holder) {
        return any(code, each -> each instanceof Expression.Call call
                && call.name().equals("add") && call.target() != null && ExpressionText.of(call.target()).equals(holder));
    }

    /** {@code cache.put(key, ..)} or {@code remote.set(key, ..)} where {@code cache.get(key)} was asked. */
    boolean puts(List<Statement> code, Expression.Call lookup) {
        return any(code, each -> each instanceof Expression.Call call && call != lookup && isPut(call, lookup));
    }

    private boolean isPut(Expression.Call call, Expression.Call lookup) {
        boolean own = isOwn(lookup.target());
        boolean there = own && (call.name().startsWith("put") || isOwn(call.target()))
                || !own && call.target() != null && same.are(call.target(), lookup.target());
        return there && call.arguments().size() >= 2 && call.arguments().stream()
                .anyMatch(given -> lookup.arguments().stream().anyMatch(key -> same.are(given, key)));
    }

    /** {@code cache.get(key, ..)}. */
    boolean looksUp(List<Statement> code, Expression holder) {
        return any(code, each -> each instanceof Expression.Call call && call.name().startsWith("get")
                && !call.arguments().isEmpty() && call.target() != null && same.are(call.target(), holder));
    }

    /** A method of the class itself may look wherever its other methods store. */
    private static boolean isOwn(Expression target) {
        return target == null || target instanceof Expression.This;
    }

    private static boolean any(List<Statement> code, Predicate<Expression> wanted) {
        boolean[] found = {false};
        code.forEach(statement -> Expressions.visit(statement, each -> found[0] |= wanted.test(each)));
        return found[0];
    }
}
