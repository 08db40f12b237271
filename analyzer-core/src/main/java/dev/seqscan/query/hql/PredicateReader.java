package dev.seqscan.query.hql;

import dev.seqscan.query.Alternatives;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Other;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.hibernate.grammars.hql.HqlParser.AndPredicateContext;
import org.hibernate.grammars.hql.HqlParser.GroupedPredicateContext;
import org.hibernate.grammars.hql.HqlParser.NegatedPredicateContext;
import org.hibernate.grammars.hql.HqlParser.OrPredicateContext;
import org.hibernate.grammars.hql.HqlParser.PredicateContext;

/** Takes a condition apart: which comparisons must hold, which are alternatives, which a parameter can switch off. */
final class PredicateReader {

    /** What holds for the condition at hand. */
    record Where(Clause clause, boolean switched, int group, int branch, boolean alternative, boolean negated) {

        static Where in(Clause clause) {
            return new Where(clause, false, 0, 0, false, false);
        }

        Where negate(boolean also) {
            return new Where(clause, switched, group, branch, alternative, negated ^ also);
        }

        /** A parameter may switch it off. */
        Where switchedIf(boolean also) {
            return new Where(clause, switched || also, group, branch, alternative, negated);
        }

        /** As one of several; an OR within an alternative is part of it. */
        Where alternative(int number, int index) {
            return group == 0 ? new Where(clause, switched, number, number == 0 ? 0 : index, true, negated) : this;
        }
    }

    private final ShapeParts parts;
    private final OperandReader operands;
    private final ComparisonReader comparisons;

    PredicateReader(ShapeParts parts, OperandReader operands) {
        this.parts = parts;
        this.operands = operands;
        this.comparisons = new ComparisonReader(parts, operands);
    }

    void read(PredicateContext predicate, Where where) {
        if (predicate instanceof GroupedPredicateContext grouped) {
            read(grouped.predicate(), where);
        } else if (predicate instanceof NegatedPredicateContext negated) {
            read(negated.predicate(), where.negate(true));
        } else if (predicate instanceof AndPredicateContext) {
            List<PredicateContext> all = flattened(predicate, AndPredicateContext.class);
            combine(all, where, where.negated());
        } else if (predicate instanceof OrPredicateContext) {
            List<PredicateContext> all = flattened(predicate, OrPredicateContext.class);
            combine(all, where, !where.negated());
        } else {
            comparisons.read(predicate, where);
        }
    }

    /** By De Morgan a negated AND is an OR of negations, and the other way round. */
    private void combine(List<PredicateContext> all, Where where, boolean disjunction) {
        List<PredicateContext> judged = all.stream().filter(operands::mentionsColumn).toList();
        boolean switched = judged.size() < all.size();
        if (!disjunction) {
            // Inside an OR, "and :p is not null" turns its neighbours off; at the top it turns the whole query off.
            Where inner = where.switchedIf(switched && where.alternative());
            judged.forEach(each -> read(each, inner));
        } else if (judged.size() <= 1) {
            Where inner = where.switchedIf(switched).alternative(0, 0);
            judged.forEach(each -> read(each, inner));
        } else {
            alternatives(judged, where.switchedIf(switched));
        }
    }

    private void alternatives(List<PredicateContext> judged, Where where) {
        int before = parts.predicates();
        int group = where.group() != 0 ? where.group() : parts.nextGroup();
        for (int i = 0; i < judged.size(); i++) {
            read(judged.get(i), where.alternative(group, i + 1));
        }
        if (where.group() == 0 && judged.size() == parts.predicates() - before) {
            Alternatives.merged(parts.takeSince(before)).forEach(parts::add);
        }
    }

    /** The conditions that must all hold. */
    static List<PredicateContext> terms(PredicateContext predicate) {
        return flattened(predicate, AndPredicateContext.class);
    }

    private static List<PredicateContext> flattened(PredicateContext predicate, Class<? extends PredicateContext> kind) {
        List<PredicateContext> flat = new ArrayList<>();
        Deque<PredicateContext> open = new ArrayDeque<>();
        open.push(predicate);
        while (!open.isEmpty()) {
            PredicateContext next = open.pop();
            PredicateContext bare = next;
            while (bare instanceof GroupedPredicateContext grouped) {
                bare = grouped.predicate();
            }
            if (kind.isInstance(bare)) {
                open.push(bare.getRuleContext(PredicateContext.class, 1));
                open.push(bare.getRuleContext(PredicateContext.class, 0));
            } else {
                flat.add(bare);
            }
        }
        return flat;
    }

    static void add(ShapeParts parts, List<Operand.Column> columns, Operator operator, Value value, Where where) {
        add(parts, columns, operator, value, Other.UNKNOWN, where);
    }

    /** Adds a comparison of each column; {@code ilike(name, :p) = true} is a test, not a comparison. */
    static void add(ShapeParts parts, List<Operand.Column> columns, Operator operator, Value value, Other other, Where where) {
        for (Operand.Column each : columns) {
            boolean test = HqlFunctions.isTest(each.function()) && (operator == Operator.EQUAL || operator == Operator.NOT_EQUAL);
            Operator meant = test ? Operator.OTHER : operator;
            parts.add(new Predicate(each.table(), each.column(), each.path(), meant, each.function(), where.switched(),
                    where.group(), value, where.clause(), where.branch(), where.switched(), other));
        }
    }
}
