package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells of which class exactly an object is that a body has made itself. */
final class FreshObjects {

    private static final int DEEPEST = 4;

    private final LinkedBody body;
    private final Map<String, List<Expression>> fields = new HashMap<>();

    FreshObjects(LinkedBody body) {
        this.body = body;
    }

    /** Says that the body sets a field, which {@code this.field} or its plain name stands for. */
    void assigned(Expression target, Expression value) {
        field(target).ifPresent(name -> fields.computeIfAbsent(name, key -> new ArrayList<>()).add(value));
    }

    /** The class whose constructor made what an expression is; empty where that is not known. */
    Optional<String> classOf(Expression expression) {
        return classOf(expression, 0);
    }

    private Optional<String> classOf(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return Optional.empty();
        }
        if (expression instanceof Expression.New creation) {
            return creation.body() == null ? Optional.of(body.type(creation).className()).filter(name -> !name.isEmpty())
                    : Optional.empty();
        }
        if (expression instanceof Expression.Cast cast) {
            return classOf(cast.operand(), depth + 1);
        }
        Variable variable = expression instanceof Expression.Name name ? body.variable(name).orElse(null) : null;
        if (variable != null) {
            return variable.kind() == Variable.Kind.LOCAL ? common(variable.assigned(), depth) : Optional.empty();
        }
        return field(expression).map(fields::get).filter(values -> values.stream().anyMatch(each -> isBefore(each, expression)))
                .flatMap(values -> common(values, depth));
    }

    private Optional<String> common(List<Expression> values, int depth) {
        Optional<String> common = Optional.empty();
        for (Expression each : values) {
            if (!KnownValues.isNull(each)) {
                Optional<String> made = classOf(each, depth + 1);
                if (made.isEmpty() || common.isPresent() && !common.equals(made)) {
                    return Optional.empty();
                }
                common = made;
            }
        }
        return common;
    }

    private Optional<String> field(Expression expression) {
        if (expression instanceof Expression.Select select && select.target() instanceof Expression.This) {
            return Optional.of(select.name());
        }
        return expression instanceof Expression.Name name && body.variable(name).isEmpty() ? Optional.of(name.name())
                : Optional.empty();
    }

    private static boolean isBefore(Expression made, Expression used) {
        Span one = made.span();
        Span other = used.span();
        return made instanceof Expression.New && (one.startLine() < other.startLine()
                || one.startLine() == other.startLine() && one.startColumn() < other.startColumn());
    }
}
