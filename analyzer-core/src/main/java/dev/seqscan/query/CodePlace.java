package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * Where an expression stands.
 *
 * @param method the method; null for the initialiser of a field
 * @param entered the call by which the method was entered, where that is known
 */
public record CodePlace(DeclaredClass owner, MethodDeclaration method, Optional<CallChain.Entry> entered) {

    /** An argument and where it stands. */
    public record Given(Expression value, CodePlace place) {
    }

    /** What a parameter of the method was given. */
    public Optional<Given> given(String parameter) {
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
    public Optional<CodePlace> own(Expression.Call call) {
        if (call.target() != null && !(call.target() instanceof Expression.This)) {
            return Optional.empty();
        }
        return of(owner, call);
    }

    /** The method of a class of the program that a call of the same class, or one with the name of a class before it, means. */
    public Optional<CodePlace> called(Expression.Call call, Program program) {
        Optional<CodePlace> own = own(call);
        if (own.isPresent()) {
            return own;
        }
        if (call.target() == null) {
            return imported(call, program);
        }
        boolean isType = call.target() instanceof Expression.Name name && Character.isUpperCase(name.name().charAt(0));
        return !isType ? Optional.empty() : program.declared(owner.resolve(TypeName.of(((Expression.Name) call.target()).name()))
                .className(), owner.module()).flatMap(type -> of(type, call));
    }

    /** {@code import static com.shop.Filters.isOpen}, also with a star. */
    private Optional<CodePlace> imported(Expression.Call call, Program program) {
        for (CodeFile.Import each : owner.file().imports()) {
            if (each.isStatic() && (each.onDemand() || each.name().endsWith("." + call.name()))) {
                String type = each.onDemand() ? each.name()
                        : each.name().substring(0, each.name().length() - call.name().length() - 1);
                Optional<CodePlace> found = program.declared(type, owner.module()).flatMap(declared -> of(declared, call));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<CodePlace> of(DeclaredClass type, Expression.Call call) {
        List<MethodDeclaration> found = type.declaration().methods().stream().filter(each -> each.body() != null
                && each.name().equals(call.name()) && each.parameters().size() == call.arguments().size()).toList();
        return found.size() != 1 ? Optional.empty() : Optional.of(new CodePlace(type, found.get(0),
                Optional.of(new CallChain.Entry(call, owner, method, entered))));
    }

    /** The variable of a name at its place; empty where the name means none of the method. */
    public Optional<VariableHistory> variable(Expression.Name name) {
        return VariableHistory.of(method, name.name(), name.span());
    }
}
