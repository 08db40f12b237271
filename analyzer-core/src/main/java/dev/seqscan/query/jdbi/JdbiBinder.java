package dev.seqscan.query.jdbi;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/** Statements sent through SQL objects and handles of jdbi 2 and 3. */
@AutoService(QueryBinder.class)
public final class JdbiBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (owner.startsWith("java.")) {
            return Optional.empty();
        }
        return HandleCall.isOfJdbi(owner) ? HandleCall.bind(call, context) : SqlObjectCall.bind(call, context);
    }
}
