package dev.seqscan.query.wrapper;

import dev.seqscan.query.Building;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.source.code.Expression;
import java.util.List;

/** What the methods mean that add conditions to the criteria of an example; as a library it tells which calls give criteria. */
interface ExampleCriteria extends Building.Library {

    /** Whether the criteria have the method of a call. */
    boolean have(Expression.Call call);

    /** The conditions that a call adds. */
    List<Condition> read(Expression.Call call, CodePlace place);

    /** Whether a call adds an alternative to the conditions before it. */
    default boolean alternates(Expression.Call call) {
        return false;
    }

    /** Whether {@code orderBy} takes a property, as opposed to SQL. */
    default boolean sortsByProperty() {
        return false;
    }
}
