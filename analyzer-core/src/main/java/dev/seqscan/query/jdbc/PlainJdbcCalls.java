package dev.seqscan.query.jdbc;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.Map;
import java.util.Optional;

/** Calls of {@code java.sql.Statement}, {@code PreparedStatement} and {@code CallableStatement}. */
final class PlainJdbcCalls {

    private static final Map<String, Query.Rows> TERMINALS = Map.of("executeQuery", Query.Rows.MANY,
            "executeUpdate", Query.Rows.NONE, "executeLargeUpdate", Query.Rows.NONE, "execute", Query.Rows.NONE,
            "executeBatch", Query.Rows.NONE, "executeLargeBatch", Query.Rows.NONE);

    private PlainJdbcCalls() {
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        Query.Rows rows = TERMINALS.get(call.target().name());
        if (rows == null || !call.target().owner().endsWith("Statement")) {
            return Optional.empty();
        }
        if (!call.arguments().isEmpty()) {
            return Optional.of(SqlStatement.of(call, call.arguments().get(0), rows, context));
        }
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(),
                call.body().owner(), call.body().method(), PlainJdbcCalls::prepares);
        return Optional.of(chain.map(each -> SqlStatement.of(call, each, rows, context))
                .orElseGet(() -> SqlStatement.unknown(call, "the statement is prepared elsewhere", rows)));
    }

    private static boolean prepares(Expression expression) {
        return Calls.isCall(expression, "prepareStatement", "prepareCall")
                && !((Expression.Call) expression).arguments().isEmpty();
    }
}
