package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** A call of an entity manager or session that reads or writes entities by their identity. */
final class EntityOperation {

    private static final Query.Advice READ = new Query.Advice("join fetch in a query, or an entity graph given to find",
            "one query with where id in :ids", "");

    private final CallSite call;
    private final QueryContext context;
    private final EntityStatements statements;

    EntityOperation(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.statements = new EntityStatements(context.entities());
    }

    /** Empty for calls that send nothing, as {@code getReference}. */
    Optional<Query> query() {
        return switch (call.target().name()) {
            case "find", "get" -> Optional.of(lookup(Operator.EQUAL));
            case "findMultiple", "getMultiple" -> Optional.of(lookup(Operator.IN));
            case "refresh", "lock" -> Optional.of(written(Command.SELECT));
            case "persist", "save", "insert", "insertMultiple", "replicate" -> Optional.of(written(Command.INSERT));
            case "merge", "update", "saveOrUpdate", "upsert", "updateMultiple", "upsertMultiple" ->
                Optional.of(written(Command.UPDATE));
            case "remove", "delete", "deleteMultiple" -> Optional.of(written(Command.DELETE));
            default -> Optional.empty();
        };
    }

    private Query lookup(Operator operator) {
        boolean many = operator == Operator.IN;
        String entity = lookedUp();
        QueryShape shape = statements.byId(entity, operator).withFetches(graph());
        return new Query(label(entity), Query.Kind.LOOKUP_BY_ID, call.target().name(), shape, call.place(), entity,
                many ? Query.Rows.MANY : Query.Rows.ONE, Query.Paging.NONE, many, READ);
    }

    private String lookedUp() {
        if (!call.arguments().isEmpty()) {
            JavaType named = PersistenceTypes.argument(call.body().type(call.arguments().get(0)));
            String entity = PersistenceTypes.entity(named, context);
            if (!entity.isEmpty()) {
                return entity;
            }
        }
        return PersistenceTypes.entity(call.target().returns(), context);
    }

    /** {@code find(Order.class, id, Map.of("jakarta.persistence.fetchgraph", graph))}. */
    private List<String> graph() {
        Optional<Expression.Call> properties = call.arguments().size() < 3 ? Optional.empty()
                : Calls.inside(call.arguments().get(2), "of", "singletonMap", "entry");
        return properties.filter(map -> map.arguments().size() == 2)
                .flatMap(map -> new GraphInCode(context).paths(map.arguments().get(1), call.body().owner(),
                        call.body().method())).orElse(List.of());
    }

    private Query written(Command command) {
        boolean many = call.target().name().endsWith("Multiple");
        String entity = argumentEntity();
        QueryShape shape = command == Command.INSERT ? statements.whole(command, entity)
                : statements.write(command, entity, many ? Operator.IN : Operator.EQUAL);
        Query.Rows rows = command == Command.SELECT ? Query.Rows.ONE : Query.Rows.NONE;
        EntityWrites writes = new EntityWrites(entity, context);
        return new Query(label(entity), Query.Kind.CRUD, call.target().name(), shape, call.place(), entity, rows,
                Query.Paging.NONE, many, command == Command.SELECT ? READ : writes.advice()).with(writing(command, writes));
    }

    /** A stateless session holds nothing back (Hibernate User Guide, "StatelessSession"). */
    private Query.Writing writing(Command command, EntityWrites writes) {
        if (command == Command.SELECT || call.receiverType().className().endsWith("StatelessSession")) {
            return Query.Writing.AT_ONCE;
        }
        boolean merges = call.target().name().equals("merge") || call.target().name().equals("replicate");
        return merges ? writes.afterLoading() : writes.held();
    }

    /** The entity among the arguments: the first, or the second where the first is its name; of a list its elements. */
    private String argumentEntity() {
        for (Expression argument : call.arguments()) {
            JavaType type = call.body().type(argument);
            String entity = PersistenceTypes.entity(type, context);
            entity = entity.isEmpty() ? PersistenceTypes.entity(PersistenceTypes.argument(type), context) : entity;
            if (!entity.isEmpty()) {
                return entity;
            }
        }
        return "";
    }

    private String label(String entity) {
        String type = call.receiverType().className();
        return type.substring(type.lastIndexOf('.') + 1) + "." + call.target().name()
                + (entity.isEmpty() ? "" : "(" + entity.substring(entity.lastIndexOf('.') + 1) + ")");
    }
}
