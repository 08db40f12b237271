package dev.seqscan.query.springdata;

import dev.seqscan.entity.Entity;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.Texts;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code Query.query(criteria).sort(..).limit(10)} asks for.
 *
 * @param order the clause, or empty
 * @param known whether the order is known
 */
record CriteriaQuery(List<Condition> conditions, String order, boolean known, Limit limit) {

    /** A query that is not made in sight has conditions that are not known. */
    static CriteriaQuery of(Expression query, CodePlace place, Entity entity, QueryContext context) {
        CriteriaReader reader = new CriteriaReader(entity, context);
        Optional<CallChain> chain = CallChain.of(query, place.owner(), place.method(), each -> Calls.isCall(each, "query")
                || Calls.isCall(each, "empty") && ((Expression.Call) each).arguments().isEmpty());
        if (chain.isEmpty() || chain.get().oneOfSeveral()) {
            return new CriteriaQuery(List.of(Condition.UNKNOWN), "", false, Limit.NONE);
        }
        Expression.Call begun = (Expression.Call) chain.get().origin();
        List<Condition> held = begun.arguments().isEmpty() ? List.of() : reader.read(begun.arguments().get(0),
                new CodePlace(chain.get().owner(), chain.get().method(), Optional.empty()));
        Optional<CallChain.Step> sort = chain.get().last("sort");
        Optional<CallChain.Step> page = chain.get().last("with");
        Optional<String> order = sort.flatMap(each -> order(each, reader, context));
        boolean known = page.isEmpty() && (sort.isEmpty() || order.isPresent());
        int rows = chain.get().last("limit").map(each -> number(each, context))
                .orElse(page.isPresent() ? Limit.VARIABLE : Limit.UNLIMITED);
        int offset = chain.get().last("offset").map(each -> number(each, context))
                .orElse(page.isPresent() ? Limit.VARIABLE : 0);
        return new CriteriaQuery(held, order.orElse(""), known, new Limit(rows, offset));
    }

    private static int number(CallChain.Step step, QueryContext context) {
        return step.conditional() ? Limit.VARIABLE : Texts.number(step.call().arguments().get(0), step.owner(), step.method(),
                context.program()).orElse(Limit.VARIABLE);
    }

    /** {@code Sort.by("name").descending()} and {@code Sort.by(Sort.Direction.DESC, "name")}. */
    private static Optional<String> order(CallChain.Step step, CriteriaReader reader, QueryContext context) {
        Expression sort = step.call().arguments().get(0);
        boolean descending = Calls.isCall(sort, "descending");
        Expression made = descending || Calls.isCall(sort, "ascending") ? ((Expression.Call) sort).target() : sort;
        if (!(made instanceof Expression.Call by) || !by.name().equals("by") || by.arguments().isEmpty()) {
            return Optional.empty();
        }
        List<String> keys = new ArrayList<>();
        for (Expression each : by.arguments()) {
            String name = each instanceof Expression.Select select ? select.name()
                    : each instanceof Expression.Name simple ? simple.name() : "";
            if (keys.isEmpty() && (name.equals("ASC") || name.equals("DESC"))) {
                descending |= name.equals("DESC");
            } else {
                keys.add(Texts.text(each, step.owner(), step.method(), context.program()).constant().map(reader::column)
                        .orElse(""));
            }
        }
        String direction = descending ? " desc" : "";
        return keys.isEmpty() || keys.contains("") || step.conditional() ? Optional.empty()
                : Optional.of(" order by " + String.join(", ", keys.stream().map(each -> each + direction).toList()));
    }
}
