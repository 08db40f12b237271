package dev.seqscan.query;

import dev.seqscan.source.TextFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** All binders that are installed, asked one after the other. */
public final class QueryBinders {

    private final List<QueryBinder> binders;

    /** Takes the binders in the order in which they are asked. */
    public QueryBinders(List<QueryBinder> binders) {
        this.binders = List.copyOf(binders);
    }

    /**
     * The binders that {@code ServiceLoader} finds beside {@link QueryBinder}, ordered by class name, those that come last
     * behind all others.
     */
    public static QueryBinders installed() {
        return new QueryBinders(ServiceLoader.load(QueryBinder.class, QueryBinder.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(QueryBinder::comesLast).thenComparing(each -> each.getClass().getName())).toList());
    }

    /** Whether one of the binders has to see an XML file. */
    public boolean reads(TextFile xml) {
        return binders.stream().anyMatch(binder -> binder.reads(xml));
    }

    /** What the call sends according to the first binder that knows it. */
    public Optional<Query> bind(CallSite call, QueryContext context) {
        for (QueryBinder binder : binders) {
            Optional<Query> query = binder.bind(call, context);
            if (query.isPresent()) {
                return query;
            }
        }
        return Optional.empty();
    }

    /** The statements that files declare. */
    public List<DeclaredStatement> declared(QueryContext context) {
        return binders.stream().flatMap(binder -> binder.declared(context).stream()).toList();
    }
}
