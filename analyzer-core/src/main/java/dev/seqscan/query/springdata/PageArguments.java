package dev.seqscan.query.springdata;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Paging.Form;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;

/** How the arguments of a repository call ask for a page, see "Paging, Iterating Large Results" in Spring Data's reference. */
final class PageArguments {

    private static final Set<String> PAGES = Set.of("Pageable", "PageRequest");
    private static final Set<String> SCROLLS = Set.of("ScrollPosition", "KeysetScrollPosition", "OffsetScrollPosition");

    private PageArguments() {
    }

    /** The paging of a call; without such an argument the limit of the statement decides. */
    static Paging of(CallSite call, ResultType result, QueryShape shape) {
        List<JavaType> parameters = call.target().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = ResultType.simpleName(parameters.get(i));
            Expression argument = i < call.arguments().size() ? call.arguments().get(i) : null;
            if (PAGES.contains(type)) {
                return Calls.isCall(argument, "unpaged") ? Paging.NONE : new Paging(Form.OFFSET, i, result.counts());
            }
            if (SCROLLS.contains(type)) {
                return new Paging(isOffset(type, argument, call) ? Form.OFFSET : Form.KEYSET, i, false);
            }
            if (type.equals("Limit")) {
                return Calls.isCall(argument, "unlimited") ? Paging.NONE : new Paging(Form.LIMIT, i, false);
            }
        }
        boolean single = shape.projection() == Projection.COUNT || shape.projection() == Projection.EXISTS;
        return single ? Paging.NONE : Paging.of(shape.limit());
    }

    private static boolean isOffset(String type, Expression argument, CallSite call) {
        boolean byType = argument != null && ResultType.simpleName(call.body().type(argument)).startsWith("Offset");
        return type.startsWith("Offset") || byType || Calls.isCall(argument, "offset");
    }
}
