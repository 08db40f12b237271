package dev.seqscan.query.jdbc;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Calls;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Calls of {@code JdbcTemplate} and {@code NamedParameterJdbcTemplate} and of their interfaces. */
final class JdbcTemplateCalls {

    private static final Set<String> OWNERS = Set.of("JdbcTemplate", "JdbcOperations", "NamedParameterJdbcTemplate",
            "NamedParameterJdbcOperations");
    private static final Map<String, Query.Rows> ROWS = Map.ofEntries(
            Map.entry("query", Query.Rows.MANY), Map.entry("queryForList", Query.Rows.MANY),
            Map.entry("queryForStream", Query.Rows.MANY), Map.entry("queryForRowSet", Query.Rows.MANY),
            Map.entry("queryForObject", Query.Rows.ONE), Map.entry("queryForMap", Query.Rows.ONE),
            Map.entry("queryForInt", Query.Rows.ONE), Map.entry("queryForLong", Query.Rows.ONE),
            Map.entry("update", Query.Rows.NONE), Map.entry("batchUpdate", Query.Rows.NONE),
            Map.entry("execute", Query.Rows.NONE), Map.entry("call", Query.Rows.NONE));

    private JdbcTemplateCalls() {
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        Query.Rows rows = ROWS.get(call.target().name());
        if (rows == null || !OWNERS.contains(owner.substring(owner.lastIndexOf('.') + 1))) {
            return Optional.empty();
        }
        if (call.arguments().isEmpty()) {
            return Optional.of(SqlStatement.unknown(call, "the call is a method reference", rows));
        }
        Expression first = call.arguments().get(0);
        return takesText(call) ? Optional.of(SqlStatement.of(call, first, rows, context)) : creator(call, first, rows, context);
    }

    private static boolean takesText(CallSite call) {
        List<JavaType> parameters = call.target().parameters();
        JavaType first = parameters.isEmpty() ? new JavaType.Unknown("no parameter") : parameters.get(0);
        boolean text = first.className().equals(ClassType.STRING.name())
                || first instanceof JavaType.ArrayType array && array.element().equals(ClassType.STRING);
        return text || !first.isKnown() && call.body().type(call.arguments().get(0)).equals(ClassType.STRING);
    }

    /** A {@code PreparedStatementCreator} holds the text; other callbacks send their statements themselves. */
    private static Optional<Query> creator(CallSite call, Expression callback, Query.Rows rows, QueryContext context) {
        String type = call.target().parameters().isEmpty() ? "" : call.target().parameters().get(0).className();
        if (!type.endsWith("StatementCreator")) {
            return Optional.empty();
        }
        Optional<Expression> sql = Calls.inside(callback, "prepareStatement", "prepareCall")
                .filter(prepare -> !prepare.arguments().isEmpty()).map(prepare -> prepare.arguments().get(0));
        return Optional.of(sql.map(text -> SqlStatement.of(call, text, rows, context))
                .orElseGet(() -> SqlStatement.unknown(call, "the statement is prepared elsewhere", rows)));
    }
}
