package dev.seqscan.query.jpa;

import dev.seqscan.entity.Entity;
import dev.seqscan.entity.EntityModel;
import dev.seqscan.query.ColumnPath;
import dev.seqscan.query.EntityColumns;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.QueryShape.Predicate;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape.Value;
import java.util.List;
import java.util.Optional;

/** The statements that read or write one entity by its identifier. */
public final class EntityStatements {

    private final EntityModel entities;

    /** Takes the mapped classes of one application. */
    public EntityStatements(EntityModel entities) {
        this.entities = entities;
    }

    /** The statement that loads an entity; of a class that is no entity only the command is known. */
    public QueryShape byId(String className, Operator operator) {
        return statement(Command.SELECT, className, operator);
    }

    /** The statement that changes or deletes rows by their identifier. */
    public QueryShape write(Command command, String className, Operator operator) {
        return statement(command, className, operator);
    }

    /** The statement without conditions: an INSERT, or what reads or deletes all rows. */
    public QueryShape whole(Command command, String className) {
        return statement(command, className, Operator.EQUAL).withPredicates(List.of());
    }

    private QueryShape statement(Command command, String className, Operator operator) {
        Projection projection = command == Command.SELECT ? Projection.ENTITY : Projection.NONE;
        Optional<Entity> entity = entities.ofClass(className).filter(each -> each.kind() == Entity.Kind.ENTITY);
        if (entity.isEmpty()) {
            return new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE, projection, false,
                    false, List.of(), List.of("the entity is not known"));
        }
        EntityColumns columns = new EntityColumns(entities);
        QueryShape.Root root = new QueryShape.Root(className, columns.table(entity.get()), "", "", false);
        List<Predicate> predicates = columns.identifier(entity.get()).map(id -> byColumns(id, operator)).orElse(List.of());
        return new QueryShape(command, List.of(root), predicates, List.of(), QueryShape.Limit.NONE, projection, false,
                false, List.of(), List.of());
    }

    private static List<Predicate> byColumns(ColumnPath id, Operator operator) {
        return id.columns().stream().map(column -> new Predicate(id.table(), column, id.path(), operator, "", false, 0,
                Value.PARAMETER, Clause.WHERE)).toList();
    }
}
