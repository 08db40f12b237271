package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.query.Query;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds out which page a call asks for. */
final class Pages {

    private static final int DEEPEST = 6;
    /** Types by which methods are told a page. */
    private static final Set<String> PAGE_TYPES = Set.of("int", "long", "java.lang.Integer", "java.lang.Long",
            "org.springframework.data.domain.Pageable", "org.springframework.data.domain.PageRequest");

    private final LinkedBody body;
    /** The variables whose values are being looked at; one that depends on itself is turned from page to page. */
    private final List<Variable> open = new ArrayList<>();

    private Pages(LinkedBody body) {
        this.body = body;
    }

    /** The page that a call which sends a statement asks for. */
    static PageSource of(Expression.Call call, LinkedBody body, Optional<Query> query) {
        if (query.isEmpty() || query.get().paging().form() != Query.Paging.Form.OFFSET) {
            return PageSource.NONE;
        }
        int index = query.get().paging().argument();
        if (index < 0 || index >= call.arguments().size()) {
            return new PageSource(query.get().shape().limit().offset() == 0 ? PageArgument.UNKNOWN : PageArgument.ANY);
        }
        return new Pages(body).of(call.arguments().get(index), 0);
    }

    /** The pages that arguments of a call to the program may tell, by index; other arguments are left out. */
    static Map<Integer, PageSource> handedOn(Expression.Call call, LinkedBody body, CallTarget target) {
        Map<Integer, PageSource> sources = new TreeMap<>();
        List<JavaType> types = target.parameters();
        for (int i = 0; i < Math.min(types.size(), call.arguments().size()); i++) {
            if (PAGE_TYPES.contains(types.get(i).toString())) {
                sources.put(i, new Pages(body).of(call.arguments().get(i), 0));
            }
        }
        return sources;
    }

    private PageSource of(Expression expression, int depth) {
        if (depth > DEEPEST) {
            return new PageSource(PageArgument.UNKNOWN);
        }
        if (expression instanceof Expression.Name name && body.variable(name).isPresent()) {
            return ofVariable(body.variable(name).get(), depth);
        }
        if (expression instanceof Expression.Call call) {
            return ofCall(call, depth);
        }
        if (expression instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL) {
            return PageSource.NONE;
        }
        if (expression instanceof Expression.Literal) {
            // A constant page other than the first skips no more rows when the table grows.
            return new PageSource(PageArgument.FIRST);
        }
        if (expression instanceof Expression.Conditional choice) {
            return of(choice.whenTrue(), depth + 1).or(of(choice.whenFalse(), depth + 1));
        }
        if (expression instanceof Expression.Binary binary) {
            return of(binary.left(), depth + 1).or(of(binary.right(), depth + 1));
        }
        if (expression instanceof Expression.Cast cast) {
            return of(cast.operand(), depth + 1);
        }
        boolean steps = expression instanceof Expression.Unary unary
                && (unary.operator().equals("++") || unary.operator().equals("--"));
        return new PageSource(
                steps || expression instanceof Expression.Assign ? PageArgument.LOOP : PageArgument.UNKNOWN);
    }

    private PageSource ofVariable(Variable variable, int depth) {
        if (open.contains(variable)) {
            return new PageSource(PageArgument.LOOP);
        }
        open.add(variable);
        PageSource start = variable.kind() == Variable.Kind.PARAMETER ? ofParameter(variable) : null;
        for (Expression value : variable.assigned()) {
            PageSource next = of(value, depth + 1);
            start = start == null ? next : start.or(next);
        }
        open.remove(variable);
        return start == null ? new PageSource(PageArgument.UNKNOWN) : start;
    }

    private PageSource ofParameter(Variable variable) {
        List<MethodDeclaration.Parameter> parameters = body.method().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(variable.name())) {
                return new PageSource(PageArgument.FIRST, Set.of(i));
            }
        }
        return new PageSource(PageArgument.ANY);
    }

    private PageSource ofCall(Expression.Call call, int depth) {
        String owner = body.target(call).map(target -> target.owner()).orElse("");
        boolean pages = owner.endsWith(".PageRequest") || owner.endsWith(".Pageable");
        boolean makesPage = pages && (call.name().equals("of") || call.name().equals("ofSize"));
        if (makesPage) {
            return call.name().equals("ofSize") ? new PageSource(PageArgument.FIRST) : of(call.arguments().get(0), depth + 1);
        }
        if (call.name().equals("first") && owner.startsWith("org.springframework.data.")) {
            return new PageSource(PageArgument.FIRST);
        }
        if (call.name().equals("nextPageable") || call.name().equals("next")) {
            return new PageSource(PageArgument.LOOP);
        }
        if (call.name().equals("unpaged")) {
            return new PageSource(PageArgument.NONE);
        }
        if (call.target() != null && owner.startsWith("org.springframework.data.")) {
            return of(call.target(), depth + 1);
        }
        return new PageSource(PageArgument.ANY);
    }
}
