package dev.seqscan.flow;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.Query;

/**
 * The name of a statement as callers see it. A class for many kinds of rows, as {@code BaseDao<T>}, sends in its own name;
 * asked through the class for one kind, as {@code OrderDao}, the statement is that one's.
 */
final class StatementName {

    private StatementName() {
    }

    /** The statement of a method that a call reaches, named after what the call asks. */
    static Query seenFrom(CallEvent event, MethodFlow target, Query query) {
        String above = target.owner.simpleName();
        boolean generic = event.target != null && !target.owner.declaration().typeParameters().isEmpty();
        if (!generic || !query.label().startsWith(above + ".")) {
            return query;
        }
        boolean ofOneKind = event.target.receiver() instanceof JavaType.ClassType type && type.arguments().isEmpty()
                && !type.name().equals(target.owner.name());
        String receiver = event.target.receiver().className();
        return !ofOneKind ? query
                : query.named(receiver.substring(receiver.lastIndexOf('.') + 1) + query.label().substring(above.length()));
    }
}
