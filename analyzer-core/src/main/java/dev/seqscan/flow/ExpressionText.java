package dev.seqscan.flow;

import dev.seqscan.source.code.Expression;

/** A short form of an expression for messages and identities: names and calls, without arguments. */
final class ExpressionText {

    private static final int LONGEST = 60;

    private ExpressionText() {
    }

    static String of(Expression expression) {
        String text = full(expression, 0);
        return text.length() <= LONGEST ? text : "…" + text.substring(text.length() - LONGEST + 1);
    }

    private static String full(Expression expression, int depth) {
        if (depth > 12 || expression == null) {
            return "…";
        }
        if (expression instanceof Expression.Name name) {
            return name.name();
        }
        if (expression instanceof Expression.Select select) {
            return full(select.target(), depth + 1) + "." + select.name();
        }
        if (expression instanceof Expression.Call call) {
            String name = call.name().equals("<init>") ? "this" : call.name();
            String arguments = call.arguments().isEmpty() ? "()" : "(..)";
            return (call.target() == null ? "" : full(call.target(), depth + 1) + ".") + name + arguments;
        }
        if (expression instanceof Expression.New creation) {
            return "new " + creation.type().simpleName() + "(..)";
        }
        if (expression instanceof Expression.MethodReference reference) {
            String name = reference.name().equals("<init>") ? "new" : reference.name();
            return full(reference.target(), depth + 1) + "::" + name;
        }
        return other(expression, depth);
    }

    private static String other(Expression expression, int depth) {
        if (expression instanceof Expression.This) {
            return "this";
        }
        if (expression instanceof Expression.Super) {
            return "super";
        }
        if (expression instanceof Expression.TypeLiteral literal) {
            return literal.type().simpleName();
        }
        if (expression instanceof Expression.ClassLiteral literal) {
            return literal.type().simpleName() + ".class";
        }
        if (expression instanceof Expression.Cast cast) {
            return full(cast.operand(), depth + 1);
        }
        if (expression instanceof Expression.ArrayAccess access) {
            return full(access.array(), depth + 1) + "[..]";
        }
        if (expression instanceof Expression.Literal literal) {
            return literal.kind() == Expression.LiteralKind.STRING ? "\"..\"" : String.valueOf(literal.value());
        }
        return "…";
    }
}
