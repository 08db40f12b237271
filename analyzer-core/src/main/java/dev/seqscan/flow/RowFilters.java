package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells which conditions compare a mapped attribute of one row with something that is the same for all rows. */
final class RowFilters {

    private static final int LONGEST = 4;
    private static final Set<String> EQUALS = Set.of("equals", "equalsIgnoreCase", "contentEquals");
    private static final Set<String> BOUNDS = Set.of("isBefore", "isAfter", "before", "after", "startsWith");
    /** Methods that change how a value is written, not which value it is. */
    private static final Set<String> SPELLINGS = Set.of("toLowerCase", "toUpperCase", "trim", "strip", "name", "toString",
            "longValue", "intValue", "booleanValue");

    private final LinkedBody body;
    private final EntityTypes types;

    RowFilters(LinkedBody body, EntityTypes types) {
        this.body = body;
        this.types = types;
    }

    /**
     * What a condition about a row keeps.
     *
     * @param scope the loop or lambda that has a row in each of its turns
     * @param holds whether rows for which the condition holds are kept, or those for which it does not
     */
    Optional<RowUses.Filter> of(Expression condition, Object scope, Set<Variable> rows, boolean holds) {
        return of(condition, new Turn(span(scope), rows), holds, 0);
    }

    /** {@code Order::isPaid} given to a filter. */
    Optional<RowUses.Filter> of(Expression.MethodReference reference) {
        return body.target(reference).filter(target -> target.parameters().isEmpty() && !target.isStatic())
                .filter(target -> types.attribute(target.receiver().className(), Touching.property(target.name()))
                        .filter(Attribute.Basic.class::isInstance).isPresent())
                .map(target -> new RowUses.Filter(Touching.property(target.name()), RowUses.Comparison.FLAG));
    }

    private record Turn(Span span, Set<Variable> rows) {

        /** Whether a variable is set in each turn anew. */
        boolean sets(Variable variable) {
            Span other = variable.span();
            return before(span.startLine(), span.startColumn(), other.startLine(), other.startColumn())
                    && before(other.endLine(), other.endColumn(), span.endLine(), span.endColumn());
        }

        private static boolean before(int line, int column, int otherLine, int otherColumn) {
            return line < otherLine || line == otherLine && column <= otherColumn;
        }
    }

    private static Span span(Object scope) {
        return scope instanceof Statement statement ? statement.span() : ((Expression) scope).span();
    }

    private Optional<RowUses.Filter> of(Expression condition, Turn turn, boolean holds, int depth) {
        if (depth > 30) {
            return Optional.empty();
        }
        if (condition instanceof Expression.Unary not && not.operator().equals("!")) {
            return of(not.operand(), turn, !holds, depth + 1);
        }
        if (condition instanceof Expression.Binary both && both.operator().equals(holds ? "&&" : "||")) {
            return stronger(of(both.left(), turn, holds, depth + 1), of(both.right(), turn, holds, depth + 1));
        }
        return holds ? whereTrue(condition, turn) : whereFalse(condition, turn);
    }

    private static Optional<RowUses.Filter> stronger(Optional<RowUses.Filter> one, Optional<RowUses.Filter> other) {
        return one.isEmpty() || other.isPresent() && other.get().comparison().compareTo(one.get().comparison()) < 0 ? other : one;
    }

    private Optional<RowUses.Filter> whereTrue(Expression condition, Turn turn) {
        if (condition instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case "==" -> compared(binary.left(), binary.right(), RowUses.Comparison.EQUAL, turn);
                case "<", ">", "<=", ">=" -> compared(binary.left(), binary.right(), RowUses.Comparison.RANGE, turn);
                case "!=" -> compared(binary.left(), binary.right(), RowUses.Comparison.FLAG, turn);
                default -> Optional.empty();
            };
        }
        return condition instanceof Expression.Call call ? call(call, turn) : Optional.empty();
    }

    /** Most rows differ from one value, so that not much is left out. */
    private Optional<RowUses.Filter> whereFalse(Expression condition, Turn turn) {
        if (condition instanceof Expression.Binary binary) {
            return switch (binary.operator()) {
                case "!=" -> compared(binary.left(), binary.right(), RowUses.Comparison.EQUAL, turn);
                case "<", ">", "<=", ">=" -> compared(binary.left(), binary.right(), RowUses.Comparison.RANGE, turn);
                case "==" -> compared(binary.left(), binary.right(), RowUses.Comparison.FLAG, turn);
                default -> Optional.empty();
            };
        }
        return whereTrue(condition, turn).map(each -> each.comparison() == RowUses.Comparison.EQUAL
                ? new RowUses.Filter(each.path(), RowUses.Comparison.FLAG) : each);
    }

    private Optional<RowUses.Filter> call(Expression.Call call, Turn turn) {
        List<Expression> given = call.arguments();
        if (given.size() == 2 && EQUALS.contains(call.name())) {
            return compared(given.get(0), given.get(1), RowUses.Comparison.EQUAL, turn);
        }
        if (given.size() == 1 && call.target() != null) {
            if (EQUALS.contains(call.name())) {
                return compared(call.target(), given.get(0), RowUses.Comparison.EQUAL, turn);
            }
            if (BOUNDS.contains(call.name())) {
                return compared(call.target(), given.get(0), RowUses.Comparison.RANGE, turn);
            }
            if (call.name().equals("contains") && isFixed(call.target(), turn)) {
                return path(given.get(0), turn).map(path -> new RowUses.Filter(path, RowUses.Comparison.EQUAL));
            }
        }
        boolean flag = given.isEmpty() && call.name().startsWith("is");
        return flag ? path(call, turn).map(path -> new RowUses.Filter(path, RowUses.Comparison.FLAG)) : Optional.empty();
    }

    private Optional<RowUses.Filter> compared(Expression left, Expression right, RowUses.Comparison comparison, Turn turn) {
        Optional<String> path = path(left, turn);
        Expression other = right;
        if (path.isEmpty()) {
            path = path(right, turn);
            other = left;
        }
        if (path.isEmpty() || !isFixed(other, turn)) {
            return Optional.empty();
        }
        boolean vague = other instanceof Expression.Literal literal && (literal.kind() == Expression.LiteralKind.NULL
                || literal.kind() == Expression.LiteralKind.BOOLEAN)
                || other instanceof Expression.Select constant && Set.of("TRUE", "FALSE").contains(constant.name());
        return Optional.of(new RowUses.Filter(path.get(), vague ? RowUses.Comparison.FLAG : comparison));
    }

    /** Whether an expression is the same in each turn. */
    private boolean isFixed(Expression expression, Turn turn) {
        boolean[] fixed = {true};
        Used.walk(expression, each -> {
            if (each instanceof Expression.Name name) {
                fixed[0] &= body.variable(name).filter(turn::sets).isEmpty();
            } else if (each instanceof Expression.Lambda || each instanceof Expression.Opaque) {
                fixed[0] = false;
            }
        });
        return fixed[0];
    }

    /** The path of mapped attributes that an expression reads of a row, as {@code customer.id}. */
    private Optional<String> path(Expression expression, Turn turn) {
        List<String> steps = new ArrayList<>();
        Expression current = expression;
        while (steps.size() <= LONGEST) {
            if (current instanceof Expression.Cast cast) {
                current = cast.operand();
            } else if (current instanceof Expression.Call call && call.target() != null && call.arguments().isEmpty()) {
                if (!SPELLINGS.contains(call.name())) {
                    String step = Touching.property(call.name());
                    if (!isMapped(body.type(uncast(call.target())).className(), body.type(call.target()).className(), step)) {
                        return Optional.empty();
                    }
                    steps.add(0, step);
                }
                current = call.target();
            } else {
                boolean row = current instanceof Expression.Name name
                        && body.variable(name).filter(turn.rows()::contains).isPresent();
                return row && !steps.isEmpty() ? Optional.of(String.join(".", steps)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Expression uncast(Expression expression) {
        return expression instanceof Expression.Cast cast ? cast.operand() : expression;
    }

    private boolean isMapped(String inner, String outer, String attribute) {
        Optional<Attribute> found = types.attribute(outer, attribute).or(() -> types.attribute(inner, attribute));
        return found.filter(each -> !(each instanceof Association association) || association.cardinality().isToOne())
                .filter(each -> !(each instanceof Attribute.Basic basic) || !basic.isLob()).isPresent();
    }
}
