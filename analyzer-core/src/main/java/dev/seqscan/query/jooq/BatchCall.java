package dev.seqscan.query.jooq;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.Optional;

/** A call that executes a batch: many rows in one round trip ("Batch execution" in the manual). */
final class BatchCall {

    /** What makes a batch of records. */
    private static final String[] OF_RECORDS = {"batchStore", "batchInsert", "batchUpdate", "batchDelete", "batchMerge"};

    private final CallSite call;
    private final QueryContext context;
    private final QueryCall queries;

    BatchCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.queries = new QueryCall(call, context);
    }

    /** Empty for calls that only bind values. */
    Optional<Query> query() {
        if (!call.target().name().startsWith("execute")) {
            return Optional.empty();
        }
        Query one = begun().map(this::statement)
                .orElseGet(() -> queries.elsewhere("the statements of a batch", Rows.NONE));
        return Optional.of(one.amended(one.shape(), Rows.NONE, true, false));
    }

    private Optional<Expression.Call> begun() {
        return call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(), call.body().owner(),
                call.body().method(), each -> Calls.isCall(each, "batch") || Calls.isCall(each, OF_RECORDS))
                .map(each -> (Expression.Call) each.origin());
    }

    private Query statement(Expression.Call made) {
        if (Calls.isCall(made, OF_RECORDS)) {
            return new RecordCall(call, context).batch(made);
        }
        return made.arguments().size() == 1 ? queries.of(made.arguments().get(0), Rows.NONE)
                : queries.elsewhere("the statements of a batch", Rows.NONE);
    }
}
