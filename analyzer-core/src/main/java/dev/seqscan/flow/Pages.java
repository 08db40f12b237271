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
import java.util.stream.Stream;

/** Finds out which page a call asks for. */
final class Pages {

    private static final int DEEPEST = 6;
    /** Types by which methods are told a page. */
    private static final Set<String> PAGE_TYPES = Set.of("int", "long", "java.lang.Integer", "java.lang.Long",
            "org.springframework.data.domain.Pageable", "org.springframework.data.domain.PageRequest");

    /** Classes of frameworks whose constructor takes the page, or how many rows to skip, first. */
    private static final Set<String> NUMBERED = Set.of("com.baomidou.mybatisplus.extension.plugins.pagination.Page",
            "com.baomidou.mybatisplus.extension.plugins.pagination.PageDTO", "org.apache.ibatis.session.RowBounds");

    private final LinkedBody body;
    private final PageObjects objects;
    /** The variables whose values are being looked at; one that depends on itself is turned from page to page. */
    private final List<Variable> open = new ArrayList<>();

    Pages(LinkedBody body, PageObjects objects) {
        this.body = body;
        this.objects = objects;
    }

    /** The page that a call which sends a statement asks for. */
    PageSource of(Expression.Call call, Optional<Query> query) {
        if (query.isEmpty() || query.get().paging().form() != Query.Paging.Form.OFFSET) {
            return PageSource.NONE;
        }
        int index = query.get().paging().argument();
        if (index < 0 || index >= call.arguments().size()) {
            return new PageSource(query.get().shape().limit().offset() == 0 ? PageArgument.UNKNOWN : PageArgument.ANY);
        }
        return of(call.arguments().get(index), 0);
    }

    /** The pages that arguments of a call to the program may tell, by index; other arguments are left out. */
    Map<Integer, PageSource> handedOn(Expression.Call call, CallTarget target) {
        Map<Integer, PageSource> sources = new TreeMap<>();
        List<JavaType> types = target.parameters();
        for (int i = 0; i < Math.min(types.size(), call.arguments().size()); i++) {
            if (PAGE_TYPES.contains(types.get(i).toString()) || objects.areOf(types.get(i))) {
                sources.put(i, of(call.arguments().get(i), 0));
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
        if (expression instanceof Expression.New made) {
            return ofNew(made, depth);
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
        return ofProgram(call, depth);
    }

    /** An object of the program that says the page, as its constructor is told. */
    private PageSource ofNew(Expression.New made, int depth) {
        if (NUMBERED.contains(body.type(made).className()) && made.arguments().size() >= 2) {
            return of(made.arguments().get(0), depth + 1);
        }
        Optional<CallTarget> target = body.target(made);
        if (target.isEmpty() || made.body() != null || !objects.areOf(body.type(made))) {
            return new PageSource(PageArgument.UNKNOWN);
        }
        return told(made, objects.filled(body.type(made).className(), target.get().parameters()), depth);
    }

    private PageSource told(Expression.New made, PageFilling filling, int depth) {
        return filling.argument() >= 0 && filling.argument() < made.arguments().size()
                ? of(made.arguments().get(filling.argument()), depth + 1)
                : new PageSource(filling.first() ? PageArgument.FIRST : PageArgument.ANY);
    }

    /** What reads the page of such an object, or turns the object into a page of the framework. */
    private PageSource ofProgram(Expression.Call call, int depth) {
        boolean page = PAGE_TYPES.contains(body.type(call).toString());
        List<Expression> objectsGiven = Stream.concat(Stream.ofNullable(call.target()), call.arguments().stream())
                .filter(each -> objects.areOf(body.type(each))).toList();
        if (!page || objectsGiven.size() != 1) {
            return isNumber(body.type(call)) ? ofFresh(call, depth) : new PageSource(PageArgument.ANY);
        }
        Expression object = objectsGiven.get(0);
        boolean read = object != call.target() || !isNumber(body.type(call)) || objects.field(body.type(object).className())
                .filter(Touching.property(call.name())::equals).isPresent();
        return read ? of(object, depth + 1) : new PageSource(PageArgument.ANY);
    }

    /** A getter of an object that is made right there says what its constructor left in the field. */
    private PageSource ofFresh(Expression.Call getter, int depth) {
        if (!(getter.target() instanceof Expression.New made) || made.body() != null || !getter.arguments().isEmpty()) {
            return new PageSource(PageArgument.ANY);
        }
        return body.target(made).map(target -> told(made, objects.fresh(body.type(made).className(),
                Touching.property(getter.name()), target.parameters()), depth)).orElse(new PageSource(PageArgument.ANY));
    }

    private static boolean isNumber(JavaType type) {
        return !type.toString().startsWith("org.");
    }
}
