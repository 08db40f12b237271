package dev.seqscan.query.jdbc;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import java.util.Optional;

/**
 * Statements sent through {@code JdbcTemplate}, {@code NamedParameterJdbcTemplate}, {@code JdbcClient},
 * {@code SimpleJdbcInsert}, {@code SimpleJdbcCall} and plain JDBC.
 */
@AutoService(QueryBinder.class)
public final class JdbcBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        return sent(call, context).map(query -> query.shape().projection() == QueryShape.Projection.ALL_COLUMNS
                ? query.reading(ReadColumns.of(call, context)) : query);
    }

    private static Optional<Query> sent(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (owner.startsWith("org.springframework.jdbc.core.")) {
            if (owner.startsWith("org.springframework.jdbc.core.simple.JdbcClient")) {
                return JdbcClientCalls.bind(call, context);
            }
            return owner.startsWith("org.springframework.jdbc.core.simple.") ? SimpleJdbcCalls.bind(call, context)
                    : JdbcTemplateCalls.bind(call, context);
        }
        return owner.startsWith("java.sql.") ? PlainJdbcCalls.bind(call, context) : Optional.empty();
    }
}
