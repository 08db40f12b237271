package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the expression of a body whose value, as it is, becomes the text of a statement. */
public final class GivenText {

    private static final Pattern PROPERTY = Pattern.compile("get[A-Z]\\w*|(?i:\\w*(?:sql|query|statement|script))");

    private static final int LONGEST_WAY = 8;
    private static final Set<String> SAME = Set.of("trim", "strip", "toString", "getKey", "getValue", "key", "value");

    private GivenText() {
    }

    /** The text that a call is given itself. */
    public static Optional<Expression> of(CallSite call, Expression sql) {
        return Optional.of(sql).filter(each -> call.expression() instanceof Expression.Call);
    }

    /** The text that was given where the object was made on which a call is made; empty where another method makes the text. */
    public static Optional<Expression> of(CallSite call, Expression sql, CallChain chain) {
        Expression current = sql;
        MethodDeclaration method = chain.method();
        Optional<CallChain.Entry> entered = chain.entered();
        for (int steps = 0; steps < LONGEST_WAY && entered.isPresent(); steps++) {
            int parameter = parameter(current, method);
            List<Expression> given = entered.get().call().arguments();
            if (parameter < 0 || parameter >= given.size()) {
                return Optional.empty();
            }
            current = given.get(parameter);
            method = entered.get().method();
            entered = entered.get().before();
        }
        return method == call.body().method() ? of(call, current) : Optional.empty();
    }

    /** The parameter of a method that an expression is, or of which it is a property; -1 where it is none. */
    private static int parameter(Expression expression, MethodDeclaration method) {
        Expression current = expression;
        for (int steps = 0; steps < LONGEST_WAY && current != null; steps++) {
            if (current instanceof Expression.Name name) {
                Optional<VariableHistory> variable = VariableHistory.of(method, name.name(), name.span());
                List<Expression> values = variable.map(VariableHistory::values).orElse(List.of());
                if (variable.isEmpty() || values.size() > 1) {
                    return -1;
                }
                if (values.isEmpty()) {
                    return variable.get().parameter()
                            ? method.parameters().stream().map(MethodDeclaration.Parameter::name).toList().indexOf(name.name()) : -1;
                }
                current = values.get(0);
            } else {
                current = holder(current).orElse(null);
            }
        }
        return -1;
    }

    /** The object of which an expression is a property, or the list of which it is an element. */
    public static Optional<Expression> holder(Expression expression) {
        if (expression instanceof Expression.Cast cast) {
            return Optional.of(cast.operand());
        }
        if (expression instanceof Expression.ArrayAccess access) {
            return Optional.of(access.array());
        }
        if (expression instanceof Expression.Select select) {
            return Optional.of(select.target());
        }
        boolean property = expression instanceof Expression.Call call && call.target() != null && (call.arguments().isEmpty()
                ? SAME.contains(call.name()) || PROPERTY.matcher(call.name()).matches()
                : call.name().equals("get") && call.arguments().size() == 1);
        return property ? Optional.of(((Expression.Call) expression).target()) : Optional.empty();
    }
}
