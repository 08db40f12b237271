package dev.seqscan.query.jooq;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/**
 * Statements sent through jOOQ. A query sends its statement with the call that fetches or executes it ("SQL execution" in the
 * manual); calls that only build it send nothing.
 */
@AutoService(QueryBinder.class)
public final class JooqBinder implements QueryBinder {

    private static final String ROOT = "org.jooq.";

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (!owner.startsWith(ROOT)) {
            return isPublished(call, owner) ? new QueryCall(call, context).published(call.arguments().get(0)) : Optional.empty();
        }
        return switch (owner.substring(ROOT.length())) {
            case "ResultQuery", "Query", "RowCountQuery" -> new QueryCall(call, context).query();
            case "DSLContext" -> new ContextCall(call, context).query();
            case "Batch", "BatchBindStep" -> new BatchCall(call, context).query();
            case "UpdatableRecord", "TableRecord", "impl.UpdatableRecordImpl", "impl.TableRecordImpl" ->
                    new RecordCall(call, context).query();
            case "DAO", "impl.DAOImpl" -> new DaoCall(call, context).query();
            default -> Optional.empty();
        };
    }

    /** {@code Flux.from(query)}: a query is a publisher, which sends its statement when it is subscribed to. */
    private static boolean isPublished(CallSite call, String owner) {
        return owner.startsWith("reactor.core.publisher.") && call.target().name().equals("from") && call.arguments().size() == 1
                && call.body().type(call.arguments().get(0)).className().startsWith(ROOT);
    }
}
