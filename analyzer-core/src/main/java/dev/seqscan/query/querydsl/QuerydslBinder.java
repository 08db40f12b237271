package dev.seqscan.query.querydsl;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/**
 * Statements sent through Querydsl for Jakarta Persistence. A query sends its statement with the call that asks for its
 * result ("Querying JPA" in the reference of Querydsl).
 */
@AutoService(QueryBinder.class)
public final class QuerydslBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        return QuerydslTypes.isStatement(call) ? new QuerydslCall(call, context).query() : Optional.empty();
    }
}
