package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a statement selects.
 *
 * @param text as JPQL, with {@link Text#HOLE} for what is not understood
 * @param entity the entity whose objects it gives; empty where it gives columns or objects made of them
 */
record Selection(String text, Projection projection, Optional<Entity> entity) {

    private static final Set<String> AGGREGATES = Set.of("max", "min", "avg", "sum");

    /** The selection of a statement that has a root. */
    static Selection of(StatementSteps steps, ComparisonReader columns, EntityModel entities) {
        List<Expression> arguments = steps.selection().map(StatementSteps.Clause::arguments).orElse(List.of());
        if (arguments.isEmpty()) {
            boolean constant = steps.selection().isPresent();
            QuerydslPath root = steps.roots().get(0);
            return constant ? new Selection("1", Projection.COLUMNS, Optional.empty())
                    : new Selection(root.alias(), Projection.ENTITY, Optional.of(root.entity()));
        }
        CodePlace place = steps.selection().get().place();
        if (arguments.size() == 1) {
            return of(arguments.get(0), place, columns, entities, steps.roots().get(0).alias());
        }
        return new Selection(arguments.stream().map(each -> columns.column(each, place).orElse(Text.HOLE))
                .collect(Collectors.joining(", ")), Projection.COLUMNS, Optional.empty());
    }

    private static Selection of(Expression selected, CodePlace place, ComparisonReader columns, EntityModel entities, String root) {
        Optional<QuerydslPath> path = columns.path(selected, place);
        if (path.isPresent()) {
            Optional<Entity> entity = path.get().target(entities);
            return new Selection(path.get().text(), entity.isPresent() ? Projection.ENTITY : Projection.COLUMNS, entity);
        }
        if (selected instanceof Expression.New creation) {
            return made(creation.type().simpleName(), creation.arguments(), place, columns);
        }
        if (selected instanceof Expression.Select select && select.name().equals("count")) {
            return new Selection("count(" + root + ")", Projection.COUNT, Optional.empty());
        }
        return selected instanceof Expression.Call call ? called(call, place, columns)
                : new Selection(Text.HOLE, Projection.COLUMNS, Optional.empty());
    }

    private static Selection called(Expression.Call call, CodePlace place, ComparisonReader columns) {
        String column = call.target() == null ? Text.HOLE : columns.column(call.target(), place).orElse(Text.HOLE);
        if (call.name().equals("count") && call.arguments().isEmpty()) {
            return new Selection("count(" + column + ")", Projection.COUNT, Optional.empty());
        }
        if (call.name().equals("countDistinct")) {
            return new Selection("count(distinct " + column + ")", Projection.COUNT, Optional.empty());
        }
        String function = call.name().replace("Aggregate", "");
        if (AGGREGATES.contains(function) && call.arguments().isEmpty()) {
            return new Selection(function + "(" + column + ")", Projection.AGGREGATE, Optional.empty());
        }
        List<Expression> arguments = call.arguments();
        return !arguments.isEmpty() && arguments.get(0) instanceof Expression.ClassLiteral made
                ? made(made.type().simpleName(), arguments.subList(1, arguments.size()), place, columns)
                : new Selection(Text.HOLE, Projection.COLUMNS, Optional.empty());
    }

    private static Selection made(String type, List<Expression> arguments, CodePlace place, ComparisonReader columns) {
        return new Selection("new " + type + "(" + arguments.stream().map(each -> columns.column(each, place).orElse(Text.HOLE))
                .collect(Collectors.joining(", ")) + ")", Projection.CONSTRUCTOR, Optional.empty());
    }
}
