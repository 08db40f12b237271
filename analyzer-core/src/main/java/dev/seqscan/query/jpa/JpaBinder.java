package dev.seqscan.query.jpa;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/**
 * Statements sent through {@code EntityManager}, {@code Query} and Hibernate's sessions. A query sends its statement
 * with the call that asks for its result.
 */
@AutoService(QueryBinder.class)
public final class JpaBinder implements QueryBinder {

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        if (PersistenceTypes.isManager(call)) {
            return new EntityOperation(call, context).query();
        }
        if (DaoBase.isCalled(call)) {
            return new DaoBase(call, context).query();
        }
        if (HibernateTemplateCalls.isCalled(call)) {
            return new HibernateTemplateCalls(call, context).query();
        }
        if (PersistenceTypes.isLoader(call)) {
            return new LoadAccess(call, context).query();
        }
        return PersistenceTypes.isQuery(call) ? new ExecutedQuery(call, context).query() : Optional.empty();
    }
}
