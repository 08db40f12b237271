package dev.seqscan.query.jooq;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.TextShapes;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A call of {@code DSLContext} that sends a statement at once: {@code fetch(ORDERS, condition)}, {@code execute("..")}. */
final class ContextCall {

    private final CallSite call;
    private final QueryContext context;
    private final QueryCall queries;

    ContextCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.queries = new QueryCall(call, context);
    }

    /** Empty for calls that only build something. */
    Optional<Query> query() {
        String name = call.target().name();
        Optional<Rows> rows = QueryCall.rows(name);
        if (rows.isEmpty() || name.startsWith("fetchFrom") || call.arguments().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(switch (name) {
            case "executeInsert", "executeUpdate", "executeDelete" -> new RecordCall(call, context)
                    .changed(call.arguments().get(0), name);
            case "fetchCount" -> counted("count(*)", rows.get());
            case "fetchExists" -> counted("1", rows.get());
            default -> sent(rows.get());
        });
    }

    private Query sent(Rows rows) {
        Expression first = call.arguments().get(0);
        String type = parameter();
        if (type.equals("java.lang.String") || call.body().type(first).className().equals("java.lang.String")) {
            return queries.plain(first, queries.place(), rows);
        }
        Optional<JooqTable> table = table(first).filter(each -> !each.source().startsWith("("));
        if (table.isPresent() && !type.endsWith("Query")) {
            return ofTable("*", table.get(), rows);
        }
        return queries.of(first, rows);
    }

    /** The type by which the method that is meant takes its first argument. */
    private String parameter() {
        return call.target().parameters().isEmpty() ? "" : call.target().parameters().get(0).className();
    }

    private Optional<JooqTable> table(Expression expression) {
        return queries.reader().tables().read(expression, queries.place(), 0);
    }

    private Query counted(String what, Rows rows) {
        Expression first = call.arguments().get(0);
        Optional<String> subquery = queries.reader().subquery(first, queries.place(), 0);
        Optional<JooqTable> table = subquery.isPresent() ? Optional.empty() : table(first);
        if (table.isPresent()) {
            return ofTable(what, table.get(), rows);
        }
        Query whole = queries.of(first, rows);
        boolean counts = !what.equals("1");
        return whole.amended(whole.shape().withProjection(counts ? QueryShape.Projection.COUNT : QueryShape.Projection.EXISTS),
                rows, whole.acceptsMany(), false);
    }

    private Query ofTable(String what, JooqTable table, Rows rows) {
        List<Expression> arguments = call.arguments();
        List<Condition> held = queries.reader().conditions().all(arguments.subList(1, arguments.size()), queries.place(), 0);
        String head = "select " + what + " from " + table.from();
        QueryShape shape = TextShapes.sql(Sql.text(head).plus(Condition.where(held)), context);
        if (held.stream().anyMatch(each -> !each.isKnown())) {
            shape = shape.withPredicates(java.util.stream.Stream.concat(shape.predicates().stream(),
                    java.util.stream.Stream.of(Condition.unknown(QueryShape.Clause.WHERE))).toList());
        }
        String all = held.stream().map(Condition::text).collect(Collectors.joining(" and "));
        String text = Sql.shown(head + (all.isEmpty() ? "" : " where " + all));
        QueryShape asked = what.equals("1") ? shape.withProjection(QueryShape.Projection.EXISTS) : shape;
        return queries.query(text, asked, call.place(), rows);
    }
}
