package dev.seqscan.query.querydsl;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CallChain;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param method the method; null for the initialiser of a field
 * @param entered the call by which the method was entered, where that is known
 */
record CodePlace(DeclaredClass owner, MethodDeclaration method, Optional<CallChain.Entry> entered) {

    /** An argument and where it stands. */
    record Given(Expression value, CodePlace place) {
    }

    /** What a parameter of the method was given. */
    Optional<Given> given(String parameter) {
        for (int i = 0; method != null && entered.isPresent() && i < method.parameters().size(); i++) {
            CallChain.Entry entry = entered.get();
            List<Expression> arguments = entry.call().arguments();
            if (method.parameters().get(i).name().equals(parameter) && i < arguments.size()) {
                return Optional.of(new Given(arguments.get(i), new CodePlace(entry.owner(), entry.method(), entry.before())));
            }
        }
        return Optional.empty();
    }

    /** The method of the same class that a call without a receiver means, with a body; empty for all other calls. */
    Optional<CodePlace> own(Expression.Call call) {
        if (call.target() != null && !(call.target() instanceof Expression.This)) {
            return Optional.empty();
        }
        List<MethodDeclaration> found = owner.declaration().methods().stream().filter(each -> each.body() != null
                && each.name().equals(call.name()) && each.parameters().size() == call.arguments().size()).toList();
        return found.size() != 1 ? Optional.empty() : Optional.of(new CodePlace(owner, found.get(0),
                Optional.of(new CallChain.Entry(call, owner, method, entered))));
    }
}
