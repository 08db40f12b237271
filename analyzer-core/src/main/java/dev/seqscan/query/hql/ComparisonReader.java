package dev.seqscan.query.hql;

import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Value;
import dev.seqscan.query.hql.PredicateReader.Where;
import java.util.List;
import org.antlr.v4.runtime.tree.ParseTree;
import org.hibernate.grammars.hql.HqlParser.BetweenPredicateContext;
import org.hibernate.grammars.hql.HqlParser.ComparisonOperatorContext;
import org.hibernate.grammars.hql.HqlParser.ComparisonPredicateContext;
import org.hibernate.grammars.hql.HqlParser.ExistsCollectionPartPredicateContext;
import org.hibernate.grammars.hql.HqlParser.ExistsPredicateContext;
import org.hibernate.grammars.hql.HqlParser.BooleanExpressionPredicateContext;
import org.hibernate.grammars.hql.HqlParser.InPredicateContext;
import org.hibernate.grammars.hql.HqlParser.IsEmptyPredicateContext;
import org.hibernate.grammars.hql.HqlParser.IsFalsePredicateContext;
import org.hibernate.grammars.hql.HqlParser.IsNullPredicateContext;
import org.hibernate.grammars.hql.HqlParser.IsTruePredicateContext;
import org.hibernate.grammars.hql.HqlParser.LikePredicateContext;
import org.hibernate.grammars.hql.HqlParser.MemberOfPredicateContext;
import org.hibernate.grammars.hql.HqlParser.PersistentCollectionReferenceInListContext;
import org.hibernate.grammars.hql.HqlParser.PredicateContext;

/** Reads conditions that are not made of other conditions. */
final class ComparisonReader {

    private final ShapeParts parts;
    private final OperandReader operands;

    ComparisonReader(ShapeParts parts, OperandReader operands) {
        this.parts = parts;
        this.operands = operands;
    }

    void read(PredicateContext predicate, Where where) {
        if (predicate instanceof ComparisonPredicateContext comparison) {
            compare(comparison, where);
        } else if (predicate instanceof InPredicateContext in) {
            in(in, where.negate(in.NOT() != null));
        } else if (predicate instanceof BetweenPredicateContext between) {
            between(between, where.negate(between.NOT() != null));
        } else if (predicate instanceof LikePredicateContext like) {
            like(like, where.negate(like.NOT() != null));
        } else if (predicate instanceof IsNullPredicateContext isNull) {
            boolean not = where.negated() ^ isNull.NOT() != null;
            one(isNull.expression(), not ? Operator.IS_NOT_NULL : Operator.IS_NULL, Value.NONE, where);
        } else if (predicate instanceof ExistsPredicateContext exists) {
            exists(exists, where);
        } else if (!readCollection(predicate, where) && !readTruth(predicate, where)) {
            one(predicate, Operator.OTHER, Value.UNKNOWN, where);
        }
    }

    /** As one of several alternatives it is one of which no column is known. */
    private void exists(ExistsPredicateContext exists, Where where) {
        if (where.group() != 0) {
            PredicateReader.add(parts, List.of(new Operand.Column("", "", "", "exists")), Operator.OTHER, Value.SUBQUERY, where);
        }
        operands.read(exists.expression());
    }

    private boolean readCollection(PredicateContext predicate, Where where) {
        if (predicate instanceof MemberOfPredicateContext member) {
            operands.read(member.expression());
            searchCollection(DomainPath.of(member.path()), where);
        } else if (predicate instanceof IsEmptyPredicateContext empty) {
            searchCollection(onlyPath(empty.expression()), where);
        } else if (predicate instanceof ExistsCollectionPartPredicateContext exists) {
            searchCollection(new DomainPath(DomainPath.names(exists.simplePath()), ""), where);
        } else {
            return false;
        }
        return true;
    }

    private void searchCollection(DomainPath path, Where where) {
        operands.searchCollection(operands.reference(path), where);
    }

    private static DomainPath onlyPath(ParseTree expression) {
        ParseTree at = expression;
        while (DomainPath.of(at).isEmpty() && at.getChildCount() > 0) {
            at = at.getChildCount() == 3 ? at.getChild(1) : at.getChild(0);
        }
        return DomainPath.of(at).orElse(new DomainPath(List.of(), ""));
    }

    private boolean readTruth(PredicateContext predicate, Where where) {
        if (predicate instanceof BooleanExpressionPredicateContext truth) {
            truth(truth.expression(), !where.negated(), where);
        } else if (predicate instanceof IsTruePredicateContext truth && truth.NOT() == null && !where.negated()) {
            truth(truth.expression(), true, where);
        } else if (predicate instanceof IsFalsePredicateContext truth && truth.NOT() == null && !where.negated()) {
            truth(truth.expression(), false, where);
        } else {
            return false;
        }
        return true;
    }

    private void truth(ParseTree expression, boolean expected, Where where) {
        List<Operand.Column> columns = operands.read(expression).columns();
        boolean plain = columns.stream().allMatch(each -> each.function().isEmpty());
        Operator operator = !plain ? Operator.OTHER : expected ? Operator.IS_TRUE : Operator.EQUAL;
        boolean isFalse = plain && !expected;
        PredicateReader.add(parts, columns, operator, isFalse ? Value.CONSTANT : Value.NONE,
                isFalse ? Other.ofTruth(false) : Other.UNKNOWN, where);
    }

    private void one(ParseTree expression, Operator operator, Value value, Where where) {
        PredicateReader.add(parts, operands.read(expression).columns(), operator, value, where);
    }

    private void compare(ComparisonPredicateContext comparison, Where where) {
        Operand left = operands.read(comparison.expression(0));
        Operand right = operands.read(comparison.expression(1));
        Operator operator = operator(comparison.comparisonOperator(), where.negated());
        boolean switchable = left.columns().stream().anyMatch(one -> right.columns().stream().anyMatch(one::sameAs));
        if (switchable) {
            // o.x = coalesce(:p, o.x) compares the column with itself where the parameter is null.
            Operand plain = left.columns().stream().allMatch(each -> each.function().isEmpty()) ? left : right;
            PredicateReader.add(parts, plain.columns(), operator, Value.PARAMETER, where.switchedIf(true));
        } else {
            PredicateReader.add(parts, left.columns(), operator, right.value(),
                    right.as(comparison.expression(1).getText()), where);
            PredicateReader.add(parts, right.columns(), operator, left.value(),
                    left.as(comparison.expression(0).getText()), where);
        }
    }

    private static Operator operator(ComparisonOperatorContext operator, boolean negated) {
        if (operator.EQUAL() != null) {
            return negated ? Operator.NOT_EQUAL : Operator.EQUAL;
        }
        if (operator.NOT_EQUAL() != null) {
            return negated ? Operator.EQUAL : Operator.NOT_EQUAL;
        }
        return Operator.RANGE;
    }

    private void in(InPredicateContext in, Where where) {
        Operand left = operands.read(in.expression());
        if (in.inList() instanceof PersistentCollectionReferenceInListContext collection) {
            searchCollection(new DomainPath(DomainPath.names(collection.simplePath()), ""), where);
            return;
        }
        parts.selected(Other.UNKNOWN);
        Operand list = operands.read(in.inList());
        Other selected = list.value() == Value.SUBQUERY ? parts.selected() : Other.UNKNOWN;
        Operator operator = where.negated() ? Operator.NOT_IN : Operator.IN;
        PredicateReader.add(parts, left.columns(), operator, list.value(), selected, where);
        // :p in (o.a, o.b) asks for one of the columns.
        int group = list.columns().size() > 1 && where.group() == 0 ? parts.nextGroup() : 0;
        Operator one = where.negated() ? Operator.NOT_EQUAL : Operator.EQUAL;
        for (int i = 0; i < list.columns().size(); i++) {
            Where place = group == 0 ? where : where.alternative(group, i + 1);
            PredicateReader.add(parts, List.of(list.columns().get(i)), one, left.value(), place);
        }
    }

    private void between(BetweenPredicateContext between, Where where) {
        Operand middle = operands.read(between.expression(0));
        Operand low = operands.read(between.expression(1));
        Operand high = operands.read(between.expression(2));
        Operator operator = where.negated() ? Operator.OTHER : Operator.RANGE;
        Value bounds = low.value() == Value.CONSTANT ? high.value() : low.value();
        PredicateReader.add(parts, middle.columns(), operator, bounds, where);
        PredicateReader.add(parts, low.columns(), operator, middle.value(), where);
        PredicateReader.add(parts, high.columns(), operator, middle.value(), where);
    }

    private void like(LikePredicateContext like, Where where) {
        Operand left = operands.read(like.expression(0));
        Operand pattern = operands.read(like.expression(1));
        Operator operator = where.negated() ? Operator.OTHER : LikePattern.operator(like.expression(1), parts.text());
        // An index on the column does not serve a search that ignores case.
        List<Operand.Column> columns = like.ILIKE() == null ? left.columns() : left.columns().stream()
                .map(each -> new Operand.Column(each.table(), each.column(), each.path(), "ilike")).toList();
        PredicateReader.add(parts, columns, operator, pattern.value(), where);
        PredicateReader.add(parts, pattern.columns(), Operator.OTHER, left.value(), where);
    }
}
