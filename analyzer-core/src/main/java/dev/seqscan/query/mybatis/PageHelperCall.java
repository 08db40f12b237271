package dev.seqscan.query.mybatis;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;

/**
 * {@code PageHelper.startPage(page, size)} and {@code offsetPage(offset, size)}: the plugin puts the page into the next statement
 * of the thread, and counts all rows unless it is told not to ("How to use" of PageHelper).
 */
final class PageHelperCall {

    private static final String HELPER = "com.github.pagehelper.PageHelper";
    private static final Set<String> PAGING = Set.of("startPage", "offsetPage");

    private PageHelperCall() {
    }

    /** The query with the page that a call before it in the same method asks for, if one does. */
    static Query paged(CallSite call, Query query, QueryContext context) {
        boolean may = query.shape().command() == Command.SELECT && query.rows() == Query.Rows.MANY
                && query.paging().form() == Paging.Form.NONE;
        Expression.Call asked = may && imports(call) ? before(call, context) : null;
        return asked == null || asked.arguments().size() < 2 ? query : paged(query, asked);
    }

    private static boolean imports(CallSite call) {
        return call.body().owner().file().imports().stream().anyMatch(each -> each.name().startsWith("com.github.pagehelper"));
    }

    /** The nearest such call before, if no other statement is sent in between; else null. */
    private static Expression.Call before(CallSite call, QueryContext context) {
        Expression.Call found = null;
        for (Expression.Call each : Calls.in(call.body().method())) {
            if (each == call.expression()) {
                return found;
            }
            if (isPaging(each, call)) {
                found = each;
            } else if (found != null && call.body().target(each).flatMap(target -> DeclaredMethod.withoutBody(target,
                    context.program(), call.body().owner().module())).isPresent()) {
                found = null;
            }
        }
        return null;
    }

    private static boolean isPaging(Expression.Call each, CallSite call) {
        return PAGING.contains(each.name()) && each.target() instanceof Expression.Name name
                && call.body().owner().resolveClass(name.name()).filter(HELPER::equals).isPresent();
    }

    /** A constant page is always the same one. */
    private static Query paged(Query query, Expression.Call asked) {
        List<Expression> given = asked.arguments();
        boolean constant = given.get(0) instanceof Expression.Literal;
        boolean counts = given.size() < 3 || !(given.get(2) instanceof Expression.Literal literal)
                || !Boolean.FALSE.equals(literal.value());
        boolean sorts = given.size() > 2 && !(given.get(2) instanceof Expression.Literal);
        QueryShape shape = query.shape().withLimit(new Limit(Limit.VARIABLE, constant ? 0 : Limit.VARIABLE));
        return query.paged(shape, new Paging(constant ? Paging.Form.LIMIT : Paging.Form.OFFSET, -1, counts, sorts));
    }
}
