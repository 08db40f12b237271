package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** Finds out which page a call asks for. */
final class Pages {

    private static final int DEEPEST = 4;

    private Pages() {
    }

    static PageArgument of(Expression.Call call, LinkedBody body, Optional<Query> query, LoopHeads heads) {
        if (query.isEmpty() || query.get().paging().form() != Query.Paging.Form.OFFSET) {
            return PageArgument.NONE;
        }
        int index = query.get().paging().argument();
        if (index < 0 || index >= call.arguments().size()) {
            return query.get().shape().limit().offset() == 0 ? PageArgument.UNKNOWN : PageArgument.ANY;
        }
        return of(call.arguments().get(index), body, 0);
    }

    /** The first page is one whose number is the constant 0; a page that is turned by its own call is a loop. */
    private static PageArgument of(Expression expression, LinkedBody body, int depth) {
        if (depth > DEEPEST) {
            return PageArgument.UNKNOWN;
        }
        if (expression instanceof Expression.Name name && body.variable(name).isPresent()) {
            Variable variable = body.variable(name).get();
            if (variable.kind() == Variable.Kind.PARAMETER) {
                return PageArgument.ANY;
            }
            List<Expression> assigned = variable.assigned();
            return assigned.size() == 1 ? of(assigned.get(0), body, depth + 1)
                    : assigned.size() > 1 ? PageArgument.LOOP : PageArgument.UNKNOWN;
        }
        if (expression instanceof Expression.Call call) {
            return ofCall(call, body, depth);
        }
        if (expression instanceof Expression.Literal literal) {
            return Long.valueOf(0).equals(literal.value()) ? PageArgument.FIRST : PageArgument.ANY;
        }
        return PageArgument.UNKNOWN;
    }

    private static PageArgument ofCall(Expression.Call call, LinkedBody body, int depth) {
        String owner = body.target(call).map(target -> target.owner()).orElse("");
        boolean makesPage = owner.endsWith(".PageRequest") && (call.name().equals("of") || call.name().equals("ofSize"));
        if (makesPage) {
            return call.name().equals("ofSize") ? PageArgument.FIRST : of(call.arguments().get(0), body, depth + 1);
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
            return of(call.target(), body, depth + 1);
        }
        return PageArgument.ANY;
    }
}
