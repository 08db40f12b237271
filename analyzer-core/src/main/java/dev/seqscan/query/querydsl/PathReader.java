package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.CodeFile;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.List;
import java.util.Optional;

/**
 * Reads paths of generated classes, {@code QOrder.order.customer}, whether the variable is a constant of the class, one
 * that is imported, a field, or local. Works on text that need not be linked.
 */
final class PathReader {

    private static final int DEEPEST = 20;

    private final QueryContext context;

    PathReader(QueryContext context) {
        this.context = context;
    }

    /** The path that an expression is; empty for all others. */
    Optional<QuerydslPath> read(Expression expression, CodePlace place) {
        return read(expression, place, 0);
    }

    private Optional<QuerydslPath> read(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || expression == null) {
            return Optional.empty();
        }
        if (expression instanceof Expression.Name name) {
            return variable(name, place, depth);
        }
        if (expression instanceof Expression.Select select) {
            Optional<QuerydslPath> constant = constant(select, place);
            return constant.isPresent() ? constant : select.target() instanceof Expression.This
                    ? field(select.name(), place, depth) : read(select.target(), place, depth + 1).map(each -> each.step(select.name()));
        }
        if (expression instanceof Expression.New creation) {
            String variable = creation.arguments().stream().limit(1).filter(Expression.Literal.class::isInstance)
                    .map(each -> String.valueOf(((Expression.Literal) each).value())).findFirst().orElse("row");
            return variable.matches("[A-Za-z_]\\w*") ? root(creation.type(), variable, place) : Optional.empty();
        }
        return expression instanceof Expression.Call call ? called(call, place, depth) : Optional.empty();
    }

    /** {@code variable()} of a helper that only gives a path. */
    private Optional<QuerydslPath> called(Expression.Call call, CodePlace place, int depth) {
        return place.own(call).flatMap(inner -> {
            List<Expression> values = dev.seqscan.query.Returns.of(inner.method());
            return values.size() == 1 ? read(values.get(0), inner, depth + 1) : Optional.empty();
        });
    }

    private Optional<QuerydslPath> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = VariableHistory.of(place.method(), name.name(), name.span());
        if (history.isEmpty()) {
            return field(name.name(), place, depth).or(() -> imported(name.name(), place.owner()));
        }
        if (history.get().parameter()) {
            return place.given(name.name()).flatMap(each -> read(each.value(), each.place(), depth + 1))
                    .or(() -> root(history.get().type(), name.name(), place));
        }
        List<Expression> values = history.get().values();
        return values.size() == 1 ? read(values.get(0), place, depth + 1) : Optional.empty();
    }

    private Optional<QuerydslPath> field(String name, CodePlace place, int depth) {
        Optional<DeclaredClass> owner = Optional.of(place.owner());
        while (owner.isPresent()) {
            CodePlace outside = new CodePlace(owner.get(), null, Optional.empty());
            Optional<FieldDeclaration> field = owner.get().declaration().fields().stream()
                    .filter(each -> each.name().equals(name)).findFirst();
            if (field.isPresent()) {
                return read(field.get().initializer(), outside, depth + 1).or(() -> root(field.get().type(), name, outside));
            }
            owner = owner.get().outer();
        }
        return Optional.empty();
    }

    /** {@code import static com.shop.QOrder.order}, also with a star. */
    private Optional<QuerydslPath> imported(String name, DeclaredClass owner) {
        for (CodeFile.Import each : owner.file().imports()) {
            if (each.isStatic() && (each.onDemand() || each.name().endsWith("." + name))) {
                String type = each.onDemand() ? each.name() : each.name().substring(0, each.name().length() - name.length() - 1);
                boolean has = !each.onDemand() || context.program().declared(type, owner.module()).filter(declared ->
                        declared.declaration().fields().stream().anyMatch(field -> field.name().equals(name))).isPresent();
                Optional<Entity> entity = has ? QuerydslTypes.entity(type, owner.module(), context) : Optional.empty();
                if (entity.isPresent()) {
                    return entity.map(found -> new QuerydslPath(found, name, List.of()));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code QOrder.order}. */
    private Optional<QuerydslPath> constant(Expression.Select select, CodePlace place) {
        String type = dotted(select.target());
        boolean isType = !type.isEmpty() && Character.isUpperCase(type.charAt(type.lastIndexOf('.') + 1))
                && VariableHistory.of(place.method(), type, select.span()).isEmpty();
        return isType ? root(TypeName.of(type), select.name(), place) : Optional.empty();
    }

    private Optional<QuerydslPath> root(TypeName type, String variable, CodePlace place) {
        String name = place.owner().resolve(type).className();
        return name.isEmpty() ? Optional.empty() : QuerydslTypes.entity(name, place.owner().module(), context)
                .map(entity -> new QuerydslPath(entity, variable, List.of()));
    }

    private static String dotted(Expression expression) {
        if (expression instanceof Expression.Select select) {
            String before = dotted(select.target());
            return before.isEmpty() ? "" : before + "." + select.name();
        }
        return expression instanceof Expression.Name name ? name.name() : "";
    }
}
