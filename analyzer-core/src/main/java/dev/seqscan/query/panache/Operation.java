package dev.seqscan.query.panache;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Operator;
import dev.seqscan.query.jpa.EntityStatements;
import dev.seqscan.query.jpa.EntityWrites;
import dev.seqscan.source.code.Expression;
import java.util.Optional;

/** A call of a method that Panache gives entities and repositories. */
final class Operation {

    private static final Query.Advice READ = new Query.Advice("join fetch in the query", "one list(\"id in ?1\", ids)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITE = new Query.Advice("", "one update or delete with in ?1", "");

    private final CallSite call;
    private final QueryContext context;
    private final Optional<Entity> entity;
    private final EntityStatements statements;

    Operation(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.entity = PanacheTypes.entity(call.receiver(), call.receiver() == null ? call.receiverType()
                : call.body().type(call.receiver()), call.body().owner(), context);
        this.statements = new EntityStatements(context.entities());
    }

    /** Empty for calls that send nothing, as {@code find}, whose result is asked for later. */
    Optional<Query> query() {
        String name = call.target().name();
        if (!(call.expression() instanceof Expression.Call written)) {
            return referenced(name);
        }
        return switch (name) {
            case "list", "listAll", "stream", "streamAll" -> Optional.of(stated(written, Rows.MANY));
            case "count" -> Optional.of(stated(written, Rows.ONE));
            case "update", "deleteAll" -> Optional.of(stated(written, Rows.NONE));
            case "delete" -> Optional.of(isStatement() ? stated(written, Rows.NONE) : removed(false));
            default -> referenced(name);
        };
    }

    private Optional<Query> referenced(String name) {
        return switch (name) {
            case "findById", "findByIdOptional" -> Optional.of(byId());
            case "persist", "persistAndFlush" -> Optional.of(persisted());
            case "deleteById" -> Optional.of(removed(true));
            default -> Optional.empty();
        };
    }

    /** {@code delete("status", status)} is a statement, {@code delete()} and {@code delete(order)} remove one entity. */
    private boolean isStatement() {
        return !call.target().parameters().isEmpty() && call.target().parameters().get(0).equals(ClassType.STRING);
    }

    private Query stated(Expression.Call written, Rows rows) {
        CodePlace place = new CodePlace(call.body().owner(), call.body().method(), Optional.empty());
        Stated stated = Stated.of(written, place, entity, context);
        QueryShape shape = stated.shape();
        String yielded = rows == Rows.MANY ? entity() : rows == Rows.NONE ? entity() : "";
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        return new Query(label(), Kind.JPQL, stated.text(), shape, stated.place(), yielded, atMost, Paging.of(shape.limit()),
                shape.takesList(), shape.command() == Command.SELECT ? READ : WRITE);
    }

    private Query byId() {
        QueryShape shape = statements.byId(entity(), Operator.EQUAL);
        return new Query(label(), Kind.LOOKUP_BY_ID, call.target().name(), known(shape), call.place(), entity(), Rows.ONE,
                Paging.NONE,
                false, READ);
    }

    private Query persisted() {
        boolean many = call.target().parameters().stream().anyMatch(each -> each.className().equals("java.lang.Iterable")
                || each.className().equals("java.util.stream.Stream"));
        EntityWrites writes = new EntityWrites(entity(), context);
        Query query = new Query(label(), Kind.CRUD, call.target().name(), statements.whole(Command.INSERT, entity()),
                call.place(), entity(),
                Rows.NONE, Paging.NONE, many, writes.advice());
        boolean flushes = call.target().name().endsWith("Flush");
        return flushes ? query : query.with(many ? writes.held().ofEachRow() : writes.held());
    }

    /** {@code deleteById} loads the entity and removes it (its Javadoc). */
    private Query removed(boolean loadsFirst) {
        EntityWrites writes = new EntityWrites(entity(), context);
        QueryShape shape = known(statements.write(Command.DELETE, entity(), Operator.EQUAL));
        return new Query(label(), Kind.CRUD, call.target().name(), shape, call.place(), entity(), Rows.NONE, Paging.NONE, false,
                WRITE)
                .with(loadsFirst ? writes.afterLoading() : writes.held());
    }

    /** The identifier may be inherited from a class of Panache. */
    private static QueryShape known(QueryShape shape) {
        return shape.predicates().isEmpty() && shape.unknown().isEmpty() ? shape.withUnknown("the identifier is inherited")
                : shape;
    }

    private String entity() {
        return entity.map(Entity::className).orElse("");
    }

    private String label() {
        String type = call.receiver() == null || call.receiver() instanceof Expression.This ? call.body().owner().name()
                : entity.isPresent() && call.target().isStatic() ? entity() : call.receiverType().className();
        return type.substring(type.lastIndexOf('.') + 1) + "." + call.target().name();
    }
}
