package dev.seqscan.query;

import dev.seqscan.source.TextFile;
import java.util.List;
import java.util.Optional;

/**
 * Knows one framework: which of its calls send which statements. Found by {@code ServiceLoader}, so that a framework
 * is a sub-package of its own. One instance serves one analysis and several threads.
 */
public interface QueryBinder {

    /** Whether an XML file may say something about statements, so that it has to be read. */
    default boolean reads(TextFile xml) {
        return false;
    }

    /** Whether it is asked only about calls that no other binder knows, since it knows signs instead of a framework. */
    default boolean comesLast() {
        return false;
    }

    /** The statements that files declare, which calls may name at run time only; none unless the binder knows such files. */
    default List<DeclaredStatement> declared(QueryContext context) {
        return List.of();
    }

    /** What the call sends, or nothing where it is none of this framework's or sends nothing. */
    Optional<Query> bind(CallSite call, QueryContext context);
}
