package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A call that asks a {@code Query} for its result, with all that was set on the query before. */
final class ExecutedQuery {

    private static final Query.Advice READ = new Query.Advice("join fetch, or an entity graph given as a hint",
            "one query with in :values", "a condition on the sort key of the last row");
    private static final Query.Advice WRITE = new Query.Advice("", "one statement with in :values", "");
    private static final Query.Advice INSERT = new Query.Advice("", "one insert of several rows, or a JDBC batch", "");
    private static final Map<String, Rows> TERMINALS = Map.ofEntries(
            Map.entry("getResultList", Rows.MANY), Map.entry("list", Rows.MANY), Map.entry("getResultStream", Rows.MANY),
            Map.entry("stream", Rows.MANY), Map.entry("scroll", Rows.MANY), Map.entry("iterate", Rows.MANY),
            Map.entry("getKeyedResultList", Rows.MANY),
            Map.entry("getSingleResult", Rows.ONE), Map.entry("getSingleResultOrNull", Rows.ONE),
            Map.entry("uniqueResult", Rows.ONE), Map.entry("uniqueResultOptional", Rows.ONE),
            Map.entry("getResultCount", Rows.ONE), Map.entry("executeUpdate", Rows.NONE), Map.entry("execute", Rows.NONE));

    /** An entity graph that a query is given. */
    private record Graph(List<String> paths, boolean fetchesNothingElse) {
    }

    private final CallSite call;
    private final Expression asked;
    private final JavaType result;
    private final QueryContext context;

    ExecutedQuery(CallSite call, QueryContext context) {
        this(call, call.receiver(), PersistenceTypes.argument(call.receiverType()), context);
    }

    /**
     * Takes a call that is given the query.
     *
     * @param asked the query; null where it is not written down
     * @param result what one row of it is, as far as types tell
     */
    ExecutedQuery(CallSite call, Expression asked, JavaType result, QueryContext context) {
        this.call = call;
        this.asked = asked;
        this.result = result;
        this.context = context;
    }

    /** Empty for calls that only prepare the query. */
    Optional<Query> query() {
        return Optional.ofNullable(TERMINALS.get(call.target().name())).map(this::query);
    }

    /** The query of a call that asks for that many rows. */
    Query query(Rows rows) {
        Optional<CallChain> chain = asked == null ? Optional.empty()
                : CallChain.of(asked, call.body(), context.program(), CreatedQuery::isCreation);
        return chain.map(each -> query(each, rows)).orElseGet(() -> elsewhere(rows));
    }

    private Query elsewhere(Rows rows) {
        boolean changes = call.target().name().equals("executeUpdate");
        QueryShape shape = QueryShape.unknown("the query is created elsewhere");
        String type = call.receiverType().className();
        return new Query(type.substring(type.lastIndexOf('.') + 1) + "." + call.target().name(), Query.Kind.JPQL, Text.HOLE,
                changes ? shape.withCommand(QueryShape.Command.UPDATE) : shape, call.place(),
                PersistenceTypes.entity(result, context), rows, Query.Paging.NONE, false, changes ? WRITE : READ);
    }

    private Query query(CallChain chain, Rows rows) {
        CreatedQuery created = CreatedQuery.of(chain, call.body(), context);
        Limit limit = limit(chain, created.shape().limit());
        QueryShape shape = changing(created.shape()).withLimit(limit)
                .withFetches(graphs(chain).stream().flatMap(each -> each.paths().stream()).toList());
        if (chain.oneOfSeveral()) {
            shape = shape.withUnknown("one of several queries");
        }
        if (call.target().name().equals("getResultCount")) {
            shape = shape.withProjection(Projection.COUNT);
        }
        Query query = new Query(created.label(), created.kind(), created.text(), shape, created.place(), entity(created, shape),
                rows(rows, shape), Query.Paging.of(limit), shape.takesList(), advice(shape, rows));
        Query planned = graphs(chain).stream().anyMatch(Graph::fetchesNothingElse) ? query.fetchingNothingElse() : query;
        return isCached(chain) ? planned.withCachedResult() : planned;
    }

    /** A text that is not known changes something, if it is executed for that. */
    private QueryShape changing(QueryShape shape) {
        boolean open = shape.command() == QueryShape.Command.OTHER && call.target().name().equals("executeUpdate");
        return open ? shape.withCommand(QueryShape.Command.UPDATE) : shape;
    }

    /** Also a change may give rows, with {@code returning}. */
    private static Query.Advice advice(QueryShape shape, Rows rows) {
        return switch (shape.command()) {
            case INSERT -> INSERT;
            case UPDATE, DELETE -> WRITE;
            default -> rows == Rows.NONE ? WRITE : READ;
        };
    }

    /** {@code setCacheable(true)}, {@code setHint("org.hibernate.cacheable", true)} (Hibernate User Guide, "Query cache"). */
    private boolean isCached(CallChain chain) {
        return chain.steps().stream().anyMatch(step -> {
            List<Expression> arguments = step.call().arguments();
            boolean hint = step.call().name().equals("setHint") && arguments.size() == 2
                    && letters(arguments.get(0), step).contains("cacheable");
            boolean set = hint || step.call().name().equals("setCacheable") && arguments.size() == 1;
            return set && !step.conditional() && isTrue(arguments.get(arguments.size() - 1));
        });
    }

    private static boolean isTrue(Expression expression) {
        return expression instanceof Expression.Literal literal
                && (Boolean.TRUE.equals(literal.value()) || "true".equals(literal.value()))
                || expression instanceof Expression.Select select && select.name().equals("TRUE");
    }

    private static Rows rows(Rows rows, QueryShape shape) {
        boolean single = shape.limit().rows() == 1 || !shape.grouped() && switch (shape.projection()) {
            case COUNT, EXISTS, AGGREGATE -> true;
            default -> false;
        };
        return rows == Rows.MANY && single ? Rows.ONE : rows;
    }

    private String entity(CreatedQuery created, QueryShape shape) {
        if (!created.entity().isEmpty()) {
            return created.entity();
        }
        boolean changed = shape.command() == QueryShape.Command.UPDATE || shape.command() == QueryShape.Command.DELETE;
        String typed = PersistenceTypes.entity(result, context);
        if (!typed.isEmpty()) {
            return typed;
        }
        return changed && !shape.roots().isEmpty() ? shape.roots().get(0).entity() : shape.yields();
    }

    private Limit limit(CallChain chain, Limit written) {
        int rows = chain.last("setMaxResults").map(this::number).orElse(written.rows());
        int offset = chain.last("setFirstResult").map(this::number).orElse(written.offset());
        return new Limit(rows, offset);
    }

    private int number(CallChain.Step step) {
        return step.conditional() || step.call().arguments().size() != 1 ? Limit.VARIABLE
                : Texts.number(step.call().arguments().get(0), step.owner(), step.method(), context.program())
                        .orElse(Limit.VARIABLE);
    }

    /** The graphs that {@code setHint("jakarta.persistence.fetchgraph", graph)} and {@code setEntityGraph(graph, ..)} give. */
    private List<Graph> graphs(CallChain chain) {
        return chain.steps().stream().flatMap(step -> graph(step).stream()).toList();
    }

    /** The hint or semantic also by the constants of Hibernate, as {@code AvailableHints.HINT_SPEC_FETCH_GRAPH}. */
    private Optional<Graph> graph(CallChain.Step step) {
        List<Expression> arguments = step.call().arguments();
        boolean set = arguments.size() == 2 && Calls.isCall(step.call(), "setEntityGraph");
        boolean hint = arguments.size() == 2 && Calls.isCall(step.call(), "setHint");
        String semantic = set ? letters(arguments.get(1), step) : hint ? letters(arguments.get(0), step) : "";
        boolean fetches = semantic.contains("fetchgraph") || set && semantic.endsWith("fetch");
        if (!fetches && !semantic.contains("loadgraph") && !set) {
            return Optional.empty();
        }
        Expression graph = arguments.get(set ? 0 : 1);
        return Optional.of(new Graph(new GraphInCode(context).paths(graph, step.owner(), step.method()).orElse(List.of()), fetches));
    }

    private String letters(Expression hint, CallChain.Step step) {
        String name = hint instanceof Expression.Select select ? select.name()
                : hint instanceof Expression.Name constant ? constant.name() : "";
        String text = Texts.text(hint, step.owner(), step.method(), context.program()).full() + name;
        return text.toLowerCase(Locale.ROOT).replace("_", "");
    }
}
