package dev.seqscan.query.jooq;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** A call that executes a batch: many rows in one round trip ("Batch execution" in the manual). */
final class BatchCall {

    private final CallSite call;
    private final QueryCall queries;

    BatchCall(CallSite call, QueryContext context) {
        this.call = call;
        this.queries = new QueryCall(call, context);
    }

    /** Empty for calls that only bind values. */
    Optional<Query> query() {
        if (!call.target().name().startsWith("execute")) {
            return Optional.empty();
        }
        Optional<List<Expression>> given = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(),
                call.body().owner(), call.body().method(), each -> Calls.isCall(each, "batch"))
                .map(each -> ((Expression.Call) each.origin()).arguments());
        Query one = given.filter(each -> each.size() == 1).map(each -> queries.of(each.get(0), Rows.NONE))
                .orElseGet(() -> queries.elsewhere("the statements of a batch", Rows.NONE));
        return Optional.of(one.amended(one.shape(), Rows.NONE, true, false));
    }
}
