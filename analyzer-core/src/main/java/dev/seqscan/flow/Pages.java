package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which page a call asks for. */
final class Pages {

    private static final int DEEPEST = 6;
    /** From the worst to the mildest. */
    private static final List<PageArgument> ORDER = List.of(PageArgument.LOOP, PageArgument.ANY, PageArgument.UNKNOWN,
            PageArgument.FIRST, PageArgument.NONE);

    private final LinkedBody body;
    /** The variables whose values are being looked at; one that depends on itself is turned from page to page. */
    private final List<Variable> open = new ArrayList<>();

    private Pages(LinkedBody body) {
        this.body = body;
    }

    static PageArgument of(Expression.Call call, LinkedBody body, Optional<Query> query) {
        if (query.isEmpty() || query.get().paging().form() != Query.Paging.Form.OFFSET) {
            return PageArgument.NONE;
        }
        int index = query.get().paging().argument();
        if (index < 0 || index >= call.arguments().size()) {
            return query.get().shape().limit().offset() == 0 ? PageArgument.UNKNOWN : PageArgument.ANY;
        }
        return new Pages(body).of(call.arguments().get(index), 0);
    }

    private PageArgument of(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return PageArgument.UNKNOWN;
        }
        if (expression instanceof Expression.Name name && body.variable(name).isPresent()) {
            return ofVariable(body.variable(name).get(), depth);
        }
        if (expression instanceof Expression.Call call) {
            return ofCall(call, depth);
        }
        if (expression instanceof Expression.Literal) {
            // A constant page other than the first skips no more rows when the table grows.
            return PageArgument.FIRST;
        }
        if (expression instanceof Expression.Conditional choice) {
            return worse(of(choice.whenTrue(), depth + 1), of(choice.whenFalse(), depth + 1));
        }
        if (expression instanceof Expression.Binary binary) {
            return worse(of(binary.left(), depth + 1), of(binary.right(), depth + 1));
        }
        if (expression instanceof Expression.Cast cast) {
            return of(cast.operand(), depth + 1);
        }
        boolean steps = expression instanceof Expression.Unary unary
                && (unary.operator().equals("++") || unary.operator().equals("--"));
        return steps || expression instanceof Expression.Assign ? PageArgument.LOOP : PageArgument.UNKNOWN;
    }

    private PageArgument ofVariable(Variable variable, int depth) {
        if (open.contains(variable)) {
            return PageArgument.LOOP;
        }
        open.add(variable);
        PageArgument start = variable.kind() == Variable.Kind.PARAMETER ? PageArgument.ANY : null;
        for (Expression value : variable.assigned()) {
            PageArgument next = of(value, depth + 1);
            start = start == null ? next : worse(start, next);
        }
        open.remove(variable);
        return start == null ? PageArgument.UNKNOWN : start;
    }

    private static PageArgument worse(PageArgument one, PageArgument other) {
        return ORDER.get(Math.min(ORDER.indexOf(one), ORDER.indexOf(other)));
    }

    private PageArgument ofCall(Expression.Call call, int depth) {
        String owner = body.target(call).map(target -> target.owner()).orElse("");
        boolean pages = owner.endsWith(".PageRequest") || owner.endsWith(".Pageable");
        boolean makesPage = pages && (call.name().equals("of") || call.name().equals("ofSize"));
        if (makesPage) {
            return call.name().equals("ofSize") ? PageArgument.FIRST : of(call.arguments().get(0), depth + 1);
        }
        if (call.name().equals("first") && owner.startsWith("org.springframework.data.")) {
            return PageArgument.FIRST;
        }
        if (call.name().equals("nextPageable") || call.name().equals("next")) {
            return PageArgument.LOOP;
        }
        if (call.name().equals("unpaged")) {
            return PageArgument.NONE;
        }
        if (call.target() != null && owner.startsWith("org.springframework.data.")) {
            return of(call.target(), depth + 1);
        }
        return PageArgument.ANY;
    }
}
