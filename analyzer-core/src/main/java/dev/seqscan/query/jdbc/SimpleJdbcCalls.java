package dev.seqscan.query.jdbc;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.Texts;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Calls of {@code SimpleJdbcInsert} and {@code SimpleJdbcCall}. */
final class SimpleJdbcCalls {

    private SimpleJdbcCalls() {
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (!call.target().name().startsWith("execute")) {
            return Optional.empty();
        }
        if (owner.contains("JdbcInsert")) {
            return Optional.of(insert(call, context));
        }
        return owner.contains("JdbcCall")
                ? Optional.of(SqlStatement.unknown(call, "a stored procedure", Query.Rows.ONE)) : Optional.empty();
    }

    private static Query insert(CallSite call, QueryContext context) {
        Optional<String> table = call.receiver() == null ? Optional.empty()
                : CallChain.of(call.receiver(), call.body().owner(), call.body().method(),
                        each -> each instanceof Expression.New).flatMap(chain -> table(chain, context));
        QueryShape.Root root = new QueryShape.Root("", table.map(Names::normalise).orElse(""), "", "", false);
        QueryShape shape = new QueryShape(QueryShape.Command.INSERT, List.of(root), List.of(), List.of(),
                QueryShape.Limit.NONE, QueryShape.Projection.NONE, false, false, List.of(),
                table.isPresent() ? List.of() : List.of("the table is set elsewhere"));
        return SqlStatement.query(call, "insert into " + table.orElse("?!"), shape, call.place(), Query.Rows.NONE);
    }

    private static Optional<String> table(CallChain chain, QueryContext context) {
        return chain.last("withTableName").filter(step -> step.call().arguments().size() == 1)
                .flatMap(step -> Texts.text(step.call().arguments().get(0), step.owner(), step.method(),
                        context.program()).constant());
    }
}
