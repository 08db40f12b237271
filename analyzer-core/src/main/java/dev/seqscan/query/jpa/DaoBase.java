package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * Calls of the base class that Dropwizard gives to data access objects: it hands them on to the current session
 * (Dropwizard manual, "Dropwizard Hibernate"). What it is asked for is the entity of its type argument.
 */
final class DaoBase {

    private static final String DROPWIZARD = "io.dropwizard.hibernate.AbstractDAO";

    private final CallSite call;
    private final QueryContext context;

    DaoBase(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    static boolean isCalled(CallSite call) {
        return call.target().owner().equals(DROPWIZARD);
    }

    /** Empty for calls that send nothing, as those that make a query. */
    Optional<Query> query() {
        JavaType returned = call.target().returns();
        return switch (call.target().name()) {
            case "list" -> Optional.of(executed(PersistenceTypes.argument(returned), Rows.MANY));
            case "uniqueResult" -> Optional.of(executed(returned, Rows.ONE));
            case "get", "persist" -> new EntityOperation(call, context).query();
            default -> Optional.empty();
        };
    }

    private Query executed(JavaType result, Rows rows) {
        List<Expression> arguments = call.arguments();
        return new ExecutedQuery(call, arguments.isEmpty() ? null : arguments.get(0), result, context).query(rows);
    }
}
