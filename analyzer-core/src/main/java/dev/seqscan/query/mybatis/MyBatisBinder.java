package dev.seqscan.query.mybatis;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredStatement;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Optional;

/** Statements sent through mapper interfaces and sessions of MyBatis, through MyBatis-Plus, and through the common Mapper. */
@AutoService(QueryBinder.class)
public final class MyBatisBinder implements QueryBinder {

    private volatile Mappers mappers;

    @Override
    public boolean reads(TextFile xml) {
        return MapperFiles.mayBe(xml) || Configuration.mayBe(xml);
    }

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        return sent(call, context).map(query -> PageHelperCall.paged(call, query, context));
    }

    private Optional<Query> sent(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        if (owner.startsWith("java.")) {
            return Optional.empty();
        }
        if (SessionCall.isSession(owner)) {
            return SessionCall.bind(call, mappers(context), context);
        }
        if (PlusTypes.isOfLibrary(owner)) {
            return PlusCall.bind(call, mappers(context), context);
        }
        return MapperCall.bind(call, mappers(context), context);
    }

    @Override
    public List<DeclaredStatement> declared(QueryContext context) {
        Mappers known = mappers(context);
        return known.files().places(context.schema().product()).entrySet().stream()
                .map(each -> new DeclaredStatement(each.getKey(), each.getValue(), () -> MapperQuery.declared(each.getKey(),
                        known.statement(each.getKey(), context.schema()).orElseThrow(), known, context))).toList();
    }

    /** One instance serves one analysis, whose classes and files do not change. */
    private Mappers mappers(QueryContext context) {
        Mappers known = mappers;
        if (known == null) {
            synchronized (this) {
                known = mappers == null ? new Mappers(context) : mappers;
                mappers = known;
            }
        }
        return known;
    }
}
