package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Operator;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.arithmetic.Concat;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;

/** Tells by the pattern of a LIKE how an index may serve it. */
final class LikePattern {

    private LikePattern() {
    }

    /** The operator of a LIKE that is not negated; of regular expressions and the like it is OTHER. */
    static Operator operator(LikeExpression like) {
        boolean isLike = like.getLikeKeyWord() == LikeExpression.KeyWord.LIKE
                || like.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE;
        if (like.isNot() || !isLike) {
            return Operator.OTHER;
        }
        Expression pattern = like.getRightExpression();
        Expression first = end(pattern, true);
        if (!(first instanceof StringValue start)) {
            return end(pattern, false) instanceof StringValue last && last != first && isWildcardAtEnd(last)
                    && first != null ? Operator.LIKE_PREFIX : Operator.LIKE_PARAMETER;
        }
        String text = start.getValue();
        if (text.startsWith("%") || text.startsWith("_")) {
            return Operator.LIKE_ANYWHERE;
        }
        boolean whole = pattern instanceof StringValue;
        return whole && text.indexOf('%') < 0 && text.indexOf('_') < 0 ? Operator.EQUAL : Operator.LIKE_PREFIX;
    }

    /** {@code ? || '%'}: the author means a prefix. */
    private static boolean isWildcardAtEnd(StringValue last) {
        return last.getValue().startsWith("%") && last.getValue().length() == 1;
    }

    /** The first or the last of the texts that are put together to the pattern. */
    private static Expression end(Expression expression, boolean first) {
        Expression current = expression;
        while (true) {
            if (current instanceof Concat concat) {
                current = first ? concat.getLeftExpression() : concat.getRightExpression();
            } else if (current instanceof Function call && call.getParameters() != null && !call.getParameters().isEmpty()) {
                int last = call.getParameters().size() - 1;
                current = call.getParameters().get(first ? 0 : last);
            } else if (current instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
                current = list.get(0);
            } else if (current instanceof CastExpression cast) {
                current = cast.getLeftExpression();
            } else {
                return current;
            }
        }
    }
}
