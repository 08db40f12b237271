package dev.seqscan.query.annotated;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import java.util.Optional;

/**
 * Statements of libraries that no other binder knows: an interface that no class implements declares methods with their SQL
 * in an annotation, as with NPJT ({@code @Query}), Doma ({@code @Sql}), Micronaut Data, or something of one's own.
 */
@AutoService(QueryBinder.class)
public final class AnnotatedSqlBinder implements QueryBinder {

    private volatile SqlAnnotations annotations;

    @Override
    public boolean comesLast() {
        return true;
    }

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        if (call.target().owner().startsWith("java.")) {
            return Optional.empty();
        }
        return DeclaredMethod.withoutBody(call.target(), context.program(), call.body().owner().module())
                .filter(method -> !method.declaration().annotations().isEmpty() && method.owner().declaration().isInterface())
                .flatMap(method -> annotations(context).of(method).map(use -> AnnotatedStatement.query(call, method, use, context)));
    }

    /** One instance serves one analysis, whose classes do not change. */
    private SqlAnnotations annotations(QueryContext context) {
        SqlAnnotations known = annotations;
        if (known == null) {
            synchronized (this) {
                known = annotations == null ? new SqlAnnotations(context) : annotations;
                annotations = known;
            }
        }
        return known;
    }
}
