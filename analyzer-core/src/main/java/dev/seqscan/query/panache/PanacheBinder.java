package dev.seqscan.query.panache;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/**
 * Statements sent through entities and repositories of Panache. {@code find} makes a query, which sends its statement with the
 * call that asks for its result; {@code list}, {@code count} and their like send at once.
 */
@AutoService(QueryBinder.class)
public final class PanacheBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        if (PanacheTypes.isOperation(call)) {
            return new Operation(call, context).query();
        }
        return PanacheTypes.isQuery(call) ? new FoundQuery(call, context).query() : Optional.empty();
    }
}
