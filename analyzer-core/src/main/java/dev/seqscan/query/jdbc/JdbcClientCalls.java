package dev.seqscan.query.jdbc;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.Map;
import java.util.Optional;

/** Calls of {@code JdbcClient} that end in a statement; the text was given to {@code sql(..)}. */
final class JdbcClientCalls {

    private static final Map<String, Query.Rows> TERMINALS = Map.ofEntries(
            Map.entry("list", Query.Rows.MANY), Map.entry("set", Query.Rows.MANY), Map.entry("stream", Query.Rows.MANY),
            Map.entry("listOfRows", Query.Rows.MANY), Map.entry("rowSet", Query.Rows.MANY),
            Map.entry("singleColumn", Query.Rows.MANY), Map.entry("single", Query.Rows.ONE),
            Map.entry("optional", Query.Rows.ONE), Map.entry("singleRow", Query.Rows.ONE),
            Map.entry("singleValue", Query.Rows.ONE), Map.entry("optionalValue", Query.Rows.ONE),
            Map.entry("update", Query.Rows.NONE));

    private JdbcClientCalls() {
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        Query.Rows rows = callsBack(call) ? Query.Rows.MANY : TERMINALS.get(call.target().name());
        if (rows == null) {
            return Optional.empty();
        }
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(),
                call.body().owner(), call.body().method(), each -> Calls.isCall(each, "sql"));
        Optional<Query> query = chain.filter(each -> !((Expression.Call) each.origin()).arguments().isEmpty())
                .map(each -> SqlStatement.of(call, each, rows, context));
        return query.or(() -> Optional.of(SqlStatement.unknown(call, "the statement is made elsewhere", rows)));
    }

    /** {@code query(RowCallbackHandler)} and {@code query(ResultSetExtractor)} send at once. */
    private static boolean callsBack(CallSite call) {
        if (!call.target().name().equals("query") || call.target().parameters().isEmpty()) {
            return false;
        }
        String type = call.target().parameters().get(0).className();
        return type.endsWith(".RowCallbackHandler") || type.endsWith(".ResultSetExtractor");
    }
}
