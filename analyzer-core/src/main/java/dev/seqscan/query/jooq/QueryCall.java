package dev.seqscan.query.jooq;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.SettingText;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.Optional;
import java.util.Set;

/** A call that fetches the result of a query, or executes it. */
final class QueryCall {

    private static final Set<String> BUILD = Set.of("fetchSize", "forEachRemaining");
    private static final Set<String> WALK = Set.of("stream", "iterator", "forEach", "collect", "spliterator");

    private final CallSite call;
    private final QueryContext context;
    private final StatementReader reader;
    private final CodePlace place;

    QueryCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.reader = new StatementReader(context);
        this.place = new CodePlace(call.body().owner(), call.body().method(), Optional.empty());
    }

    StatementReader reader() {
        return reader;
    }

    CodePlace place() {
        return place;
    }

    /** How many rows a method gives, by its name; empty for methods that send nothing. */
    static Optional<Rows> rows(String method) {
        if (method.startsWith("execute")) {
            return Optional.of(Rows.NONE);
        }
        if (BUILD.contains(method) || !method.startsWith("fetch") && !WALK.contains(method)) {
            return Optional.empty();
        }
        boolean one = method.startsWith("fetchOne") || method.startsWith("fetchSingle") || method.startsWith("fetchOptional")
                || method.startsWith("fetchAny") || method.equals("fetchValue") || method.equals("fetchCount")
                || method.equals("fetchExists") || method.equals("fetchParent");
        return Optional.of(one ? Rows.ONE : Rows.MANY);
    }

    /** Empty for calls that only build the statement. */
    Optional<Query> query() {
        Optional<Rows> rows = rows(call.target().name());
        return rows.isEmpty() || isDefinition() ? Optional.empty() : Optional.of(of(call.receiver(), rows.get()));
    }

    /** A query that is given to what subscribes to it. */
    Optional<Query> published(Expression query) {
        return Optional.of(of(query, call.target().owner().endsWith("Mono") ? Rows.ONE : Rows.MANY));
    }

    /** {@code createTable(..).execute()} and its like define tables. */
    private boolean isDefinition() {
        String type = call.receiverType().className();
        return type.matches("org\\.jooq\\.(?:Create|Alter|Drop|Truncate|Comment|Grant|Revoke)\\w+|org\\.jooq\\.DDLQuery");
    }

    /** The query of the statement that an expression is. */
    Query of(Expression statement, Rows rows) {
        Optional<Query> plain = plain(statement, rows);
        Optional<CallChain> chain = plain.isPresent() ? Optional.empty() : StatementReader.chain(statement, place);
        return plain.or(() -> chain.map(each -> read(each, rows)))
                .orElseGet(() -> elsewhere("the query is created elsewhere", rows));
    }

    private Query read(CallChain chain, Rows rows) {
        StatementSteps steps = StatementSteps.of(chain, place, reader, 0);
        StatementText text = new StatementText(steps);
        QueryShape shape = text.shape(context);
        shape = chain.oneOfSeveral() ? shape.withUnknown("one of several queries") : shape;
        Query query = query(text.shown(), shape.withLimit(LimitReader.of(chain, steps, context.program())), begun(chain), rows);
        return steps.seeks() ? new Query(query.label(), query.kind(), query.text(), query.shape(), query.place(), "",
                query.rows(),
                new Paging(Paging.Form.KEYSET, -1, false), query.acceptsMany(), query.advice()) : query;
    }

    private static Place begun(CallChain chain) {
        return chain.owner().place(((Expression.Call) chain.origin()).nameSpan());
    }

    /** {@code dsl.resultQuery("select ..").fetch()} and {@code dsl.query("delete ..").execute()}. */
    private Optional<Query> plain(Expression statement, Rows rows) {
        if (!(statement instanceof Expression.Call made) || !made.name().equals("resultQuery") && !made.name().equals("query")
                || made.arguments().isEmpty() || made.target() == null) {
            return Optional.empty();
        }
        return Optional.of(plain(made.arguments().get(0), place, rows));
    }

    /** The query of a text of SQL. */
    Query plain(Expression sql, CodePlace where, Rows rows) {
        Text text = Texts.text(sql, where, context.program());
        Optional<SettingText> setting = text.full().equals(Text.HOLE)
                ? SettingText.of(sql, where.owner(), where.method(), context) : Optional.empty();
        if (setting.isPresent()) {
            return query(setting.get().text().full(), TextShapes.sql(setting.get().text(), context), setting.get().place(), rows);
        }
        Text known = text.constant().map(each -> Sql.text(each.replaceAll("\\{\\d+}", Text.HOLE))).orElse(text);
        return query(known.full(), TextShapes.sql(known, context), where.owner().place(sql.span()), rows);
    }

    /** A query of which nothing is known but that it is sent. */
    Query elsewhere(String reason, Rows rows) {
        QueryShape shape = QueryShape.unknown(reason);
        return query(Text.HOLE, rows == Rows.NONE ? shape.withCommand(Command.UPDATE)
                : shape.withCommand(Command.SELECT).withProjection(Projection.ALL_COLUMNS), call.place(), rows);
    }

    /** The query of a text and a shape. */
    Query query(String text, QueryShape shape, Place where, Rows rows) {
        String receiver = call.receiverType().className().isEmpty() ? call.target().owner() : call.receiverType().className();
        String about = shape.roots().stream().findFirst().map(QueryShape.Root::table).filter(each -> !each.isEmpty())
                .map(each -> " of " + each)
                .orElse(receiver.startsWith("org.jooq.") ? "" : " of " + receiver.substring(receiver.lastIndexOf('.') + 1));
        return new Query("jOOQ query" + about, Query.Kind.SQL, text, shape, where, "", atMost(rows, shape),
                Paging.of(shape.limit()),
                shape.takesList(), advice(shape));
    }

    static Query.Advice advice(QueryShape shape) {
        return switch (shape.command()) {
            case INSERT, UPDATE, DELETE -> new Query.Advice("", "a batch (batch(..), batchInsert, batchUpdate)", "");
            default -> new Query.Advice("", "one query with in(values)", "seek(..) behind orderBy(..)");
        };
    }

    private static Rows atMost(Rows rows, QueryShape shape) {
        boolean single = shape.limit().rows() == 1 || !shape.grouped() && switch (shape.projection()) {
            case COUNT, EXISTS, AGGREGATE -> true;
            default -> false;
        };
        return rows == Rows.MANY && single ? Rows.ONE : rows;
    }
}
