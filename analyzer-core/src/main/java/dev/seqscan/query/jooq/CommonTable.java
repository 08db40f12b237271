package dev.seqscan.query.jooq;

import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.source.code.Expression;
import java.util.Optional;

/**
 * A table that a statement defines for itself: {@code name("recent").as(select(..))}, most often kept in a variable ("The WITH
 * clause" in the manual).
 *
 * @param select what gives its rows
 * @param place where that stands
 */
record CommonTable(String name, Expression select, CodePlace place) {

    /** Empty for all else, and where its columns get other names. */
    static Optional<CommonTable> of(Expression expression, CodePlace place, Lookup lookup) {
        if (expression instanceof Expression.Name) {
            return lookup.follow(expression, place).filter(each -> each.value() instanceof Expression.Call)
                    .flatMap(each -> of(each.value(), each.place(), lookup));
        }
        if (!Calls.isCall(expression, "as", "asMaterialized", "asNotMaterialized")) {
            return Optional.empty();
        }
        Expression.Call call = (Expression.Call) expression;
        boolean named = call.arguments().size() == 1 && Calls.isCall(call.target(), "name", "quotedName", "unquotedName");
        return !named ? Optional.empty() : GeneratedClasses.literal(call.target())
                .map(name -> new CommonTable(name, call.arguments().get(0), place));
    }
}
