package dev.seqscan.query.jpa;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Operator;
import java.util.Optional;

/** {@code session.byId(Order.class).load(id)}, {@code byMultipleIds(..).multiLoad(ids)} and look-ups by a natural key. */
final class LoadAccess {

    private static final Query.Advice ADVICE = new Query.Advice("join fetch in a query, or with(entityGraph)",
            "byMultipleIds(..).multiLoad(ids)", "");

    private final CallSite call;
    private final QueryContext context;

    LoadAccess(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    Optional<Query> query() {
        boolean many = call.target().name().equals("multiLoad");
        boolean one = call.target().name().equals("load") || call.target().name().equals("loadOptional");
        if (!many && !one) {
            return Optional.empty();
        }
        String entity = PersistenceTypes.entity(PersistenceTypes.argument(call.receiverType()), context);
        boolean natural = call.receiverType().className().contains("NaturalId");
        QueryShape shape = natural ? QueryShape.unknown("a look-up by a natural key")
                : new EntityStatements(context.entities()).byId(entity, many ? Operator.IN : Operator.EQUAL);
        String label = "Session.byId" + (entity.isEmpty() ? "" : "(" + entity.substring(entity.lastIndexOf('.') + 1) + ")");
        return Optional.of(new Query(label, Query.Kind.LOOKUP_BY_ID, call.target().name(), shape, call.place(), entity,
                many ? Query.Rows.MANY : Query.Rows.ONE, Query.Paging.NONE, many, ADVICE));
    }
}
