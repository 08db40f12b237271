package dev.seqscan.query.springdata;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;
import java.util.Set;

/**
 * Statements sent through the templates of Spring Data Relational: {@code JdbcAggregateTemplate} and {@code R2dbcEntityTemplate}
 * with its fluent calls (references, "Persisting Entities", "R2dbcEntityTemplate").
 */
@AutoService(QueryBinder.class)
public final class EntityTemplateBinder implements QueryBinder {

    private static final Set<String> TEMPLATES = Set.of("org.springframework.data.jdbc.core.JdbcAggregateOperations",
            "org.springframework.data.jdbc.core.JdbcAggregateTemplate",
            "org.springframework.data.r2dbc.core.R2dbcEntityOperations",
            "org.springframework.data.r2dbc.core.R2dbcEntityTemplate");
    private static final String FLUENT = "org.springframework.data.r2dbc.core.Reactive";

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (TEMPLATES.contains(owner)) {
            return new TemplateCall(call, context).query();
        }
        boolean sends = owner.startsWith(FLUENT) && owner.contains("Operation") && owner.contains("Terminating");
        return sends ? new TemplateCall(call, context).ended() : Optional.empty();
    }
}
