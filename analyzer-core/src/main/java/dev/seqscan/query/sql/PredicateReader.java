package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.query.sql.SelectReader.Result;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsDistinctExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/** Reads one comparison, and tells each column in it. */
final class PredicateReader {

    private static final Set<String> FIRST_NOT_NULL = Set.of("coalesce", "nvl", "ifnull", "isnull");

    /**
     * Where a condition stands.
     *
     * @param group the number of its OR group, or 0
     * @param branch the number of the alternative in that group, or 0
     * @param switched whether a parameter switches it off
     */
    record Place(Scope scope, Clause clause, int group, int branch, boolean switched) {
        static Place in(Scope scope, Clause clause) {
            return new Place(scope, clause, 0, 0, false);
        }

        /** As one of several; an OR within an alternative is part of it. */
        Place alternative(int number, int index) {
            return group == 0 ? new Place(scope, clause, number, index, switched) : this;
        }

        Place asSwitched() {
            return new Place(scope, clause, group, branch, true);
        }
    }

    private final ShapeParts parts;
    private final SelectReader selects;

    PredicateReader(ShapeParts parts, SelectReader selects) {
        this.parts = parts;
        this.selects = selects;
    }

    /** Reads a condition that is no AND, OR, NOT or parenthesis. */
    void read(Expression condition, boolean negated, Place place) {
        if (condition instanceof LikeExpression like) {
            like(like, negated, place);
        } else if (condition instanceof IsDistinctExpression distinct) {
            other(distinct, place);
        } else if (condition instanceof ComparisonOperator comparison) {
            comparison(comparison, negated, place);
        } else if (condition instanceof InExpression in) {
            in(in, negated, place);
        } else if (condition instanceof Between between) {
            between(between, negated, place);
        } else if (condition instanceof IsNullExpression isNull) {
            Operator operator = isNull.isNot() || isNull.isUseNotNull() ? Operator.IS_NOT_NULL : Operator.IS_NULL;
            side(isNull.getLeftExpression(), negate(operator, negated), Value.NONE, "", place);
        } else if (condition instanceof IsBooleanExpression is) {
            isBoolean(is, negated, place);
        } else if (condition instanceof ExistsExpression exists) {
            exists(exists, place);
        } else if (condition instanceof Column column) {
            truth(column, negated, place);
        } else {
            other(condition, place);
        }
    }

    /** As one of several alternatives it is one of which no column is known. */
    private void exists(ExistsExpression exists, Place place) {
        if (place.group() != 0) {
            parts.predicates().add(new Predicate("", "", "", Operator.OTHER, "exists", place.switched(), place.group(),
                    Value.SUBQUERY, place.clause(), place.branch(), place.switched(), Other.UNKNOWN));
        }
        subqueries(Operand.of(exists.getRightExpression()), place);
    }

    private void comparison(ComparisonOperator comparison, boolean negated, Place place) {
        Expression left = bare(comparison.getLeftExpression());
        Expression right = bare(comparison.getRightExpression());
        if (isRowNumber(left, place)) {
            limit(comparison, right);
            return;
        }
        Operator operator = negate(operator(comparison), negated);
        if (isRow(left)) {
            row((ParenthesedExpressionList<?>) left, operator, right, place);
        } else if (isSwitchedOff(left, right, place) || isSwitchedOff(right, left, place)) {
            // coalesce(:p, column) = column holds for every row but nulls without a parameter
            Operand column = Operand.of(left instanceof Column ? left : right);
            columns(column, operator, Value.PARAMETER, "", place.asSwitched());
        } else {
            sides(left, right, quantified(operator, right), place);
        }
    }

    private void sides(Expression left, Expression right, Operator operator, Place place) {
        Operand leftSide = Operand.of(left);
        Operand rightSide = Operand.of(right);
        int start = parts.predicates().size();
        columns(leftSide, operator, rightSide.value(), "", place);
        int middle = parts.predicates().size();
        boolean swaps = operator != Operator.IN && operator != Operator.NOT_IN;
        columns(rightSide, swaps ? operator : Operator.OTHER, leftSide.value(), "", place);
        int end = parts.predicates().size();
        List<Result> ofLeft = subqueries(leftSide, place);
        List<Result> ofRight = subqueries(rightSide, place);
        OtherSide others = new OtherSide(place.scope());
        tell(start, middle, others.of(right, ofRight));
        tell(middle, end, others.of(left, ofLeft));
    }

    /** Says of comparisons what is known of their other side. */
    private void tell(int from, int to, Other other) {
        parts.predicates().subList(from, to).replaceAll(each -> each.with(other));
    }

    private void row(ParenthesedExpressionList<?> left, Operator operator, Expression right, Place place) {
        Operand other = Operand.of(right);
        for (Expression part : left) {
            columns(Operand.of(part), operator, other.value(), "", place);
        }
        columns(other, operator, Operand.of(left).value(), "", place);
        subqueries(other, place);
    }

    private static boolean isRow(Expression expression) {
        return expression instanceof ParenthesedExpressionList<?> list && list.size() > 1;
    }

    private static Operator operator(ComparisonOperator comparison) {
        if (comparison instanceof EqualsTo) {
            return Operator.EQUAL;
        }
        if (comparison instanceof NotEqualsTo) {
            return Operator.NOT_EQUAL;
        }
        boolean range = comparison instanceof GreaterThan || comparison instanceof GreaterThanEquals
                || comparison instanceof MinorThan || comparison instanceof MinorThanEquals;
        return range ? Operator.RANGE : Operator.OTHER;
    }

    /** {@code = ANY (..)} is IN, {@code <> ALL (..)} is NOT IN. */
    private static Operator quantified(Operator operator, Expression right) {
        boolean any = right instanceof AnyComparisonExpression each && each.getAnyType() != AnyType.ALL
                || right instanceof Function call && (call.getName().equalsIgnoreCase("any") || call.getName().equalsIgnoreCase("some"));
        boolean all = right instanceof AnyComparisonExpression each && each.getAnyType() == AnyType.ALL
                || right instanceof Function call && call.getName().equalsIgnoreCase("all");
        if (operator == Operator.EQUAL && any) {
            return Operator.IN;
        }
        return operator == Operator.NOT_EQUAL && all ? Operator.NOT_IN : operator;
    }

    private boolean isSwitchedOff(Expression column, Expression call, Place place) {
        if (!(column instanceof Column own) || !(call instanceof Function function)
                || !FIRST_NOT_NULL.contains(function.getName().toLowerCase(Locale.ROOT))) {
            return false;
        }
        Operand inside = Operand.of(function);
        return inside.hasParameter() && inside.columns().size() == 1
                && place.scope().meaning(inside.columns().get(0).column()).equals(place.scope().meaning(own));
    }

    private void in(InExpression in, boolean negated, Place place) {
        Operator operator = negate(in.isNot() ? Operator.NOT_IN : Operator.IN, negated);
        Expression left = bare(in.getLeftExpression());
        if (isRow(left)) {
            row((ParenthesedExpressionList<?>) left, operator, in.getRightExpression(), place);
        } else {
            sides(left, in.getRightExpression(), operator, place);
        }
    }

    private void between(Between between, boolean negated, Place place) {
        Operator operator = between.isNot() != negated ? Operator.OTHER : Operator.RANGE;
        Expression left = bare(between.getLeftExpression());
        if (isRowNumber(left, place)) {
            parts.skipRows(RowLimit.number(between.getBetweenExpressionStart()));
            parts.limitRows(RowLimit.number(between.getBetweenExpressionEnd()));
            return;
        }
        Operand value = Operand.of(left);
        Operand start = Operand.of(between.getBetweenExpressionStart());
        Operand end = Operand.of(between.getBetweenExpressionEnd());
        columns(value, operator, start.value() == Value.CONSTANT ? end.value() : start.value(), "", place);
        columns(start, operator, value.value(), "", place);
        columns(end, operator, value.value(), "", place);
        List.of(value, start, end).forEach(each -> subqueries(each, place));
    }

    private void like(LikeExpression like, boolean negated, Place place) {
        Operator operator = negated ? Operator.OTHER : LikePattern.operator(like);
        String function = like.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE ? "ilike" : "";
        Operand left = Operand.of(like.getLeftExpression());
        Operand right = Operand.of(like.getRightExpression());
        columns(left, right.columns().isEmpty() ? operator : Operator.OTHER, right.value(), function, place);
        columns(right, Operator.OTHER, left.value(), "like", place);
        subqueries(right, place);
    }

    private void isBoolean(IsBooleanExpression is, boolean negated, Place place) {
        boolean whetherTrue = is.isTrue();
        boolean not = is.isNot() != negated;
        Operator operator = not ? Operator.OTHER : whetherTrue ? Operator.IS_TRUE : Operator.EQUAL;
        truth(is.getLeftExpression(), operator, place);
    }

    private void truth(Column column, boolean negated, Place place) {
        truth(column, negated ? Operator.EQUAL : Operator.IS_TRUE, place);
    }

    private void truth(Expression expression, Operator operator, Place place) {
        Operand operand = Operand.of(expression);
        Value value = operator == Operator.IS_TRUE ? Value.NONE : Value.CONSTANT;
        columns(operand, operator, value, "", place, operator == Operator.EQUAL ? Other.ofTruth(false) : Other.UNKNOWN);
        subqueries(operand, place);
    }

    /** Operators that no B-tree serves, and functions as conditions. */
    private void other(Expression condition, Place place) {
        Operand operand = Operand.of(condition);
        String operator = condition instanceof BinaryExpression binary ? binary.getStringExpression().strip() : "";
        columns(operand, Operator.OTHER, operand.hasParameter() ? Value.PARAMETER : Value.UNKNOWN,
                operator.toLowerCase(Locale.ROOT), place);
        subqueries(operand, place);
    }

    private void side(Expression expression, Operator operator, Value value, String function, Place place) {
        Operand operand = Operand.of(expression);
        columns(operand, operator, value, function, place);
        subqueries(operand, place);
    }

    private void columns(Operand operand, Operator operator, Value value, String function, Place place) {
        columns(operand, operator, value, function, place, Other.UNKNOWN);
    }

    private void columns(Operand operand, Operator operator, Value value, String function, Place place, Other other) {
        for (Operand.ColumnUse use : operand.columns()) {
            Scope.Meaning meaning = place.scope().meaning(use.column());
            if (!meaning.rowNumber()) {
                parts.predicates().add(new Predicate(meaning.table(), meaning.column(), use.column().getFullyQualifiedName(),
                        operator, function(use, meaning, function), place.switched(), place.group(), value, place.clause(),
                        place.branch(), place.switched(), other));
            }
        }
    }

    private static String function(Operand.ColumnUse use, Scope.Meaning meaning, String otherwise) {
        String own = use.function().isEmpty() ? meaning.function() : use.function();
        return own.isEmpty() ? otherwise : own;
    }

    private List<Result> subqueries(Operand operand, Place place) {
        return operand.subqueries().stream().map(each -> selects.read(each, place.scope(), true)).toList();
    }

    private static boolean isRowNumber(Expression left, Place place) {
        if (!(left instanceof Column column)) {
            return false;
        }
        Scope.Meaning meaning = place.scope().meaning(column);
        return meaning.rowNumber() || column.getTable() == null && column.getColumnName().equalsIgnoreCase("rownum");
    }

    private void limit(ComparisonOperator comparison, Expression right) {
        int number = RowLimit.number(right);
        if (comparison instanceof GreaterThan || comparison instanceof GreaterThanEquals) {
            boolean first = comparison instanceof GreaterThanEquals && number > 0;
            parts.skipRows(first ? number - 1 : number == Limit.UNLIMITED ? Limit.VARIABLE : number);
        } else {
            boolean exclusive = comparison instanceof MinorThan && number > 0;
            parts.limitRows(exclusive ? number - 1 : number);
        }
    }

    private static Operator negate(Operator operator, boolean negated) {
        if (!negated) {
            return operator;
        }
        return switch (operator) {
            case EQUAL -> Operator.NOT_EQUAL;
            case NOT_EQUAL -> Operator.EQUAL;
            case IN -> Operator.NOT_IN;
            case NOT_IN -> Operator.IN;
            case IS_NULL -> Operator.IS_NOT_NULL;
            case IS_NOT_NULL -> Operator.IS_NULL;
            case RANGE -> Operator.RANGE;
            default -> Operator.OTHER;
        };
    }

    /** An expression without needless parentheses. */
    static Expression bare(Expression expression) {
        Expression inner = expression;
        while (inner instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            inner = list.get(0);
        }
        return inner;
    }
}
