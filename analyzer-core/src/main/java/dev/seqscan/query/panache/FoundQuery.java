package dev.seqscan.query.panache;

import dev.seqscan.entity.Entity;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Kind;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Clause;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A call that asks what {@code find} made for its result, with the page that was set before. */
final class FoundQuery {

    private static final Query.Advice READ = new Query.Advice("join fetch in the query", "one query with in ?1",
            "a condition on the sort key of the last row");
    private static final Map<String, Rows> TERMINALS = Map.of("list", Rows.MANY, "stream", Rows.MANY, "firstResult", Rows.ONE,
            "firstResultOptional", Rows.ONE, "singleResult", Rows.ONE, "singleResultOptional", Rows.ONE, "count", Rows.ONE,
            "pageCount", Rows.ONE);

    private final CallSite call;
    private final QueryContext context;

    FoundQuery(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    /** Empty for calls that only change the query. */
    Optional<Query> query() {
        Rows rows = TERMINALS.get(call.target().name());
        if (rows == null) {
            return Optional.empty();
        }
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(), call.body(),
                context.program(), each -> Calls.isCall(each, "find", "findAll"));
        return Optional.of(chain.map(each -> read(each, rows)).orElseGet(() -> elsewhere(rows)));
    }

    private Query read(CallChain chain, Rows rows) {
        Expression.Call found = (Expression.Call) chain.origin();
        JavaType type = found.target() == null ? new JavaType.Unknown("no receiver") : call.body().type(found.target());
        Optional<Entity> entity = PanacheTypes.entity(found.target(), type, chain.owner(), context).or(this::typed);
        Stated stated = Stated.of(found, new CodePlace(chain.owner(), chain.method(), chain.entered()), entity, context);
        QueryShape shape = stated.shape().withLimit(limit(chain));
        if (chain.last("filter").isPresent()) {
            List<QueryShape.Predicate> more = new ArrayList<>(shape.predicates());
            more.add(Condition.unknown(Clause.WHERE));
            shape = shape.withPredicates(List.copyOf(more));
        }
        boolean projected = chain.last("project").isPresent();
        shape = projected ? shape.withProjection(Projection.CONSTRUCTOR) : shape;
        shape = chain.oneOfSeveral() ? shape.withUnknown("one of several queries") : shape;
        return query(stated.text(), shape, stated.place(), projected ? Optional.empty() : entity, rows);
    }

    private Query elsewhere(Rows rows) {
        QueryShape shape = QueryShape.unknown("the query is made elsewhere").withCommand(Command.SELECT)
                .withProjection(typed().isPresent() ? Projection.ENTITY : Projection.COLUMNS);
        return query(Text.HOLE, shape, call.place(), typed(), rows);
    }

    private Query query(String text, QueryShape stated, Place place, Optional<Entity> entity, Rows rows) {
        boolean counts = call.target().name().endsWith("ount");
        QueryShape shape = counts ? stated.withProjection(Projection.COUNT).withLimit(Limit.NONE) : stated;
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        String about = entity.map(each -> " of " + each.className().substring(each.className().lastIndexOf('.') + 1)).orElse("");
        return new Query("Panache query" + about, Kind.JPQL, text, shape, place, counts ? "" : entity.map(Entity::className)
                .orElse(""),
                atMost, Paging.of(shape.limit()), shape.takesList(), READ);
    }

    private Optional<Entity> typed() {
        return call.receiverType() instanceof JavaType.ClassType type && !type.arguments().isEmpty()
                ? context.entities().ofClass(type.arguments().get(0).className())
                .filter(each -> each.kind() == Entity.Kind.ENTITY)
                : Optional.empty();
    }

    /** {@code page(Page.of(index, size))}, {@code page(index, size)}, {@code range(first, last)}; also the first row alone. */
    private Limit limit(CallChain chain) {
        Limit paged = chain.last("page", "range").map(this::page).orElse(Limit.NONE);
        boolean moves = chain.last("nextPage", "previousPage", "lastPage").isPresent();
        int offset = moves ? Limit.VARIABLE : paged.offset();
        return call.target().name().startsWith("firstResult") ? new Limit(1, offset) : new Limit(paged.rows(), offset);
    }

    private Limit page(CallChain.Step step) {
        List<Expression> arguments = step.call().arguments();
        if (arguments.size() == 1 && arguments.get(0) instanceof Expression.Call made && Calls.isCall(made, "of", "ofSize")) {
            arguments = made.arguments();
        }
        if (step.call().name().equals("range") || arguments.isEmpty() || step.conditional()) {
            return new Limit(Limit.VARIABLE, Limit.VARIABLE);
        }
        int size = number(arguments.get(arguments.size() - 1), step);
        boolean first = arguments.size() == 1 && step.call().arguments().get(0) instanceof Expression.Call
                || arguments.size() == 2 && number(arguments.get(0), step) == 0;
        return new Limit(size, first ? 0 : Limit.VARIABLE);
    }

    private int number(Expression expression, CallChain.Step step) {
        return Texts.number(expression, step.owner(), step.method(), context.program()).orElse(Limit.VARIABLE);
    }
}
