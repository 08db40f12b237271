package dev.seqscan.query.querydsl;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that asks a query of Querydsl for its result, or executes a clause. */
final class QuerydslCall {

    private static final Query.Advice READ = new Query.Advice("leftJoin(..).fetchJoin()", "one query with in(values)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITE = new Query.Advice("", "one clause with in(values)", "");
    private static final Map<String, Rows> TERMINALS = Map.of("fetch", Rows.MANY, "fetchResults", Rows.MANY,
            "stream", Rows.MANY, "iterate", Rows.MANY, "transform", Rows.MANY, "fetchOne", Rows.ONE, "fetchFirst", Rows.ONE,
            "fetchCount", Rows.ONE, "execute", Rows.NONE);

    private final CallSite call;
    private final QueryContext context;

    QuerydslCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    /** Empty for calls that only build the statement. */
    Optional<Query> query() {
        Rows rows = TERMINALS.get(call.target().name());
        if (rows == null) {
            return Optional.empty();
        }
        Optional<CallChain> chain = QueryOrigin.chain(call, context);
        Optional<StatementSteps> steps = chain.map(each -> StatementSteps.of(each, context))
                .filter(each -> !each.roots().isEmpty());
        return Optional.of(steps.isPresent() ? read(chain.get(), steps.get(), rows) : elsewhere(rows));
    }

    private Query read(CallChain chain, StatementSteps steps, Rows rows) {
        StatementText text = new StatementText(steps, context);
        QueryShape shape = text.shape();
        shape = steps.isOpen() ? shape.withUnknown("it names something that is not known") : shape;
        shape = chain.oneOfSeveral() ? shape.withUnknown("one of several queries") : shape;
        Optional<Entity> entity = steps.command() == Command.SELECT ? text.selection().entity()
                : Optional.of(steps.roots().get(0).entity());
        return query(text.shown(), shape.withLimit(limit(chain)), entity, place(chain), rows);
    }

    /** A query that a parameter gives, or that is begun in a way that is not understood. */
    private Query elsewhere(Rows rows) {
        QueryShape shape = QueryShape.unknown("the query is created elsewhere");
        boolean reads = rows != Rows.NONE;
        return query(Text.HOLE, reads ? shape.withCommand(Command.SELECT).withProjection(typed().isPresent()
                ? Projection.ENTITY : Projection.COLUMNS) : shape.withCommand(Command.UPDATE), typed(), call.place(), rows);
    }

    private Query query(String text, QueryShape stated, Optional<Entity> yielded, Place place, Rows rows) {
        String name = call.target().name();
        QueryShape shape = name.equals("fetchCount") ? stated.withProjection(Projection.COUNT) : stated;
        boolean whole = !List.of("fetchCount", "transform").contains(name);
        String entity = whole ? yielded.map(Entity::className).orElse("") : "";
        Query.Paging limited = Query.Paging.of(shape.limit());
        Query.Paging paging = name.equals("fetchResults") ? new Query.Paging(limited.form(), -1, true) : limited;
        String about = yielded.or(() -> shape.roots().stream().findFirst().flatMap(root -> context.entities().ofClass(root.entity())))
                .map(each -> " of " + each.className().substring(each.className().lastIndexOf('.') + 1)).orElse("");
        return new Query("Querydsl query" + about, Query.Kind.JPQL, text, shape, place, entity, atMost(rows, shape), paging,
                shape.takesList(), rows == Rows.NONE ? WRITE : READ);
    }

    private Place place(CallChain chain) {
        return chain.owner().place(chain.origin() instanceof Expression.Call begun ? begun.nameSpan() : chain.origin().span());
    }

    private static Rows atMost(Rows rows, QueryShape shape) {
        boolean single = shape.limit().rows() == 1
                || !shape.grouped() && (shape.projection() == Projection.COUNT || shape.projection() == Projection.AGGREGATE);
        return rows == Rows.MANY && single ? Rows.ONE : rows;
    }

    /** The entity by the type of the query, {@code JPAQuery<Order>}. */
    private Optional<Entity> typed() {
        return QuerydslTypes.entity(QuerydslTypes.argument(call.receiverType()), context);
    }

    private Limit limit(CallChain chain) {
        boolean page = chain.last("applyPagination", "restrict").isPresent();
        int open = page ? Limit.VARIABLE : Limit.UNLIMITED;
        int rows = call.target().name().equals("fetchFirst") ? 1 : chain.last("limit").map(this::number).orElse(open);
        int offset = chain.last("offset").map(this::number).orElse(page ? Limit.VARIABLE : 0);
        return new Limit(rows, offset);
    }

    private int number(CallChain.Step step) {
        return step.conditional() || step.call().arguments().size() != 1 ? Limit.VARIABLE
                : Texts.number(step.call().arguments().get(0), step.owner(), step.method(), context.program()).orElse(Limit.VARIABLE);
    }
}
