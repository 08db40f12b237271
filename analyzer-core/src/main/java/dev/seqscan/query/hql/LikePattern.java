package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Operator;
import java.util.Set;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.ConcatenationExpressionContext;
import org.hibernate.grammars.hql.HqlParser.FunctionContext;
import org.hibernate.grammars.hql.HqlParser.GroupedExpressionContext;
import org.hibernate.grammars.hql.HqlParser.LiteralContext;
import org.hibernate.grammars.hql.HqlParser.ParameterContext;

/** How the pattern of a LIKE begins: that decides whether an index can be searched with it. */
final class LikePattern {

    /** Functions that keep the beginning of their first argument, up to case and blanks. */
    private static final Set<String> KEEPING_START = Set.of("lower", "upper", "lcase", "ucase", "trim", "ltrim", "rtrim",
            "coalesce", "nullif", "cast", "str", "replace", "escape", "concat", "unaccent");

    private LikePattern() {
    }

    /** {@code '%' || :p} is found anywhere, {@code :p || '%'} as a prefix; of a parameter alone nothing is known. */
    static Operator operator(ParseTree pattern, HqlText text) {
        boolean concatenated = false;
        ParseTree at = pattern;
        while (at != null) {
            if (at instanceof ParameterContext parameter) {
                Operator written = text.patterns().get(parameter.getStart().getStartIndex());
                return written != null ? written : concatenated ? Operator.LIKE_PREFIX : Operator.LIKE_PARAMETER;
            }
            if (at instanceof LiteralContext literal) {
                return ofLiteral(literal.getText());
            }
            concatenated |= at instanceof ConcatenationExpressionContext
                    || at instanceof FunctionContext function && HqlFunctions.name(function).equals("concat");
            at = beginning(at);
        }
        return Operator.OTHER;
    }

    private static Operator ofLiteral(String literal) {
        String content = literal.startsWith("'") || literal.startsWith("\"") ? literal.substring(1) : literal;
        return content.startsWith("%") || content.startsWith("_") ? Operator.LIKE_ANYWHERE : Operator.LIKE_PREFIX;
    }

    /** The part of an expression with which its value begins, or null where that is not known. */
    private static ParseTree beginning(ParseTree node) {
        if (node instanceof FunctionContext function) {
            return KEEPING_START.contains(HqlFunctions.name(function)) ? firstArgument(function) : null;
        }
        if (node instanceof GroupedExpressionContext grouped) {
            return grouped.expression();
        }
        boolean passesOn = node.getChildCount() == 1 || node instanceof ConcatenationExpressionContext;
        return passesOn ? node.getChild(0) : null;
    }

    private static ParseTree firstArgument(FunctionContext function) {
        if (function.genericFunction() != null && function.genericFunction().genericFunctionArguments() != null) {
            return function.genericFunction().genericFunctionArguments().expressionOrPredicate(0);
        }
        if (function.standardFunction() == null) {
            return null;
        }
        ParseTree cast = function.standardFunction().castFunction() != null
                ? function.standardFunction().castFunction().expression() : null;
        return function.standardFunction().trimFunction() != null
                ? function.standardFunction().trimFunction().expression() : cast;
    }
}
