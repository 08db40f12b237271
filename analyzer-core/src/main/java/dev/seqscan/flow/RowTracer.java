package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a container of rows through a body: variables, copies, streams, loops; everything else is an escape. */
final class RowTracer {

    private static final int MOST = 200;
    private static final Set<String> COUNTS = Set.of("size", "count");
    private static final Set<String> TESTS = Set.of("isEmpty", "isNotEmpty", "hasNext");
    private static final Set<String> CUTS = Set.of("subList", "skip", "limit");
    private static final Set<String> MATCHES = Set.of("anyMatch", "noneMatch", "allMatch");
    private static final Set<String> COPIES = Set.of("newArrayList", "newHashSet", "newLinkedHashSet", "copyOf",
            "unmodifiableList", "unmodifiableSet", "unmodifiableCollection", "stream", "emptyIfNull", "addAll", "<init>");
    private static final Set<String> SORTS = Set.of("sort", "sorted");
    /** What takes single rows out, changes the container or reads it in ways that are not followed. */
    private static final Set<String> OTHERS = Set.of("get", "getFirst", "getLast", "findFirst", "findAny",
            "remove", "removeAll", "removeIf", "retainAll", "set", "clear", "contains", "containsAll", "indexOf", "toArray",
            "equals", "hashCode", "toString", "reduce", "min", "max", "next", "put", "wait", "replaceAll");

    private final LinkedBody body;
    private final EntityTypes types;
    private final LibraryKnowledge library;
    private final BodyTree tree;
    private final Map<Expression.Call, CallEvent> events;
    private final RowTrace trace = new RowTrace();
    private final RowReader reader;
    private final Deque<Expression> open = new ArrayDeque<>();
    private final Set<Variable> seen = new LinkedHashSet<>();
    private Object root;

    RowTracer(LinkedBody body, EntityTypes types, LibraryKnowledge library, BodyTree tree, Map<Expression.Call, CallEvent> events) {
        this.body = body;
        this.types = types;
        this.library = library;
        this.tree = tree;
        this.events = events;
        this.reader = new RowReader(body, types, tree, trace, events);
    }

    /** What becomes of the rows that an expression yields. */
    RowTrace ofExpression(Expression rows) {
        root = rows;
        open.add(rows);
        return run();
    }

    /** What becomes of the rows that a parameter brings. */
    RowTrace ofParameter(Variable parameter) {
        root = body.method().body();
        variable(parameter);
        return run();
    }

    private RowTrace run() {
        for (int i = 0; !open.isEmpty() && !trace.escapes; i++) {
            trace.escapes |= i > MOST;
            container(open.removeFirst());
        }
        return trace;
    }

    private void variable(Variable variable) {
        if (seen.add(variable)) {
            open.addAll(tree.names(variable));
        }
    }

    private void container(Expression rows) {
        Object parent = tree.parent(rows);
        boolean repeated = rows != root && tree.isRepeatedWithin(rows, root);
        if (parent instanceof Expression.Call call) {
            boolean single = repeated && !COUNTS.contains(call.name()) && !TESTS.contains(call.name());
            trace.escapes |= single;
            call(call, rows);
        } else if (parent instanceof Expression.Assign assign && assign.target() == rows) {
            return;
        } else if (repeated) {
            trace.escapes = true;
        } else if (parent instanceof Expression.Cast || parent instanceof Expression.Conditional) {
            open.add((Expression) parent);
        } else if (parent instanceof Expression.New creation) {
            creation(creation, rows);
        } else if (parent instanceof Expression.Assign assign) {
            assigned(assign);
        } else if (parent instanceof Statement statement) {
            inStatement(statement, rows);
        } else {
            trace.escapes |= !comparesToNull(parent);
        }
    }

    private static boolean comparesToNull(Object parent) {
        return parent instanceof Expression.Binary binary && KnownValues.holdsNull(binary);
    }

    private void inStatement(Statement statement, Expression rows) {
        if (statement instanceof Statement.Local local) {
            body.declared(local).ifPresentOrElse(this::variable, () -> trace.escapes = true);
        } else if (statement instanceof Statement.ForEach loop && loop.iterable() == rows) {
            body.declared(loop.variable()).ifPresentOrElse(each -> reader.row(each, loop), () -> trace.escapes = true);
        } else if (statement instanceof Statement.Return) {
            boolean ofMethod = !tree.isRepeatedWithin(statement, body.method().body());
            trace.returned |= ofMethod;
            trace.escapes |= !ofMethod;
        } else {
            trace.escapes |= !(statement instanceof Statement.Evaluate);
        }
    }

    private void assigned(Expression.Assign assign) {
        Optional<Variable> variable = assign.target() instanceof Expression.Name name ? body.variable(name) : Optional.empty();
        variable.ifPresentOrElse(this::variable, () -> trace.escapes = true);
        if (!(tree.parent(assign) instanceof Statement.Evaluate)) {
            open.add(assign);
        }
    }

    private void creation(Expression.New creation, Expression rows) {
        if (body.type(creation).className().startsWith("java.util.") && creation.arguments().contains(rows)) {
            open.add(creation);
        } else {
            trace.escapes = true;
        }
    }

    private void call(Expression.Call call, Expression rows) {
        CallTarget target = body.target(call).orElse(null);
        if (target == null) {
            trace.escapes = true;
        } else if (call.target() == rows) {
            on(call, target);
        } else {
            given(call, target, rows);
        }
    }

    private void on(Expression.Call call, CallTarget target) {
        String name = call.name();
        if (COUNTS.contains(name) && call.arguments().isEmpty()) {
            boolean tests = tree.parent(call) instanceof Expression.Binary binary && isZero(binary.right());
            trace.tested |= tests;
            trace.counted |= !tests;
        } else if (TESTS.contains(name)) {
            trace.tested = true;
        } else if (CUTS.contains(name)) {
            trace.cut = true;
        } else if (name.equals("filter") || MATCHES.contains(name)) {
            filter(call, name);
        } else if (OTHERS.contains(name) || !library.isContainer(target.receiver())) {
            trace.escapes = true;
        } else {
            functions(call, SORTS.contains(name));
            next(call);
        }
    }

    private static boolean isZero(Expression expression) {
        return expression instanceof Expression.Literal literal && (Long.valueOf(0).equals(literal.value())
                || Long.valueOf(1).equals(literal.value()));
    }

    /** What a call on rows gives: again rows, something without rows, or rows by key, which are not followed. */
    private void next(Expression.Call call) {
        JavaType type = body.type(call);
        if (!type.isKnown()) {
            trace.escapes |= !(tree.parent(call) instanceof Statement.Evaluate);
        } else if (!types.in(type).isEmpty()) {
            boolean container = library.isContainer(type) && !library.isMap(type);
            trace.escapes |= !container;
            open.add(call);
        }
    }

    private void filter(Expression.Call call, String name) {
        Expression predicate = call.arguments().isEmpty() ? null : call.arguments().get(0);
        boolean holds = !name.equals("allMatch");
        Optional<RowUses.Filter> kept = Optional.empty();
        if (predicate instanceof Expression.Lambda lambda && lambda.expression() && lambda.parameters().size() == 1
                && lambda.body().statements().get(0) instanceof Statement.Return result) {
            Set<Variable> row = body.declared(lambda.parameters().get(0)).map(Set::of).orElse(Set.of());
            kept = reader.filters().of(result.value(), lambda, row, holds);
        } else if (predicate instanceof Expression.MethodReference reference) {
            kept = reader.filters().of(reference);
        }
        kept.ifPresent(trace.filters::add);
        if (kept.isEmpty()) {
            functions(call, false);
            next(call);
        }
    }

    private void functions(Expression.Call call, boolean orders) {
        for (Expression argument : call.arguments()) {
            if (argument instanceof Expression.Lambda lambda) {
                if (!orders) {
                    lambda.parameters().forEach(each -> parameter(each, lambda));
                }
            } else if (argument instanceof Expression.MethodReference reference) {
                if (!orders) {
                    reader.reference(reference);
                }
            } else if (argument instanceof Expression.Call made && body.target(made).filter(this::makesFunction).isPresent()) {
                functions(made, orders);
            } else {
                trace.escapes |= !orders && library.isFunction(body.type(argument));
            }
        }
    }

    private boolean makesFunction(CallTarget target) {
        return target.owner().equals("java.util.stream.Collectors") || target.owner().equals("java.util.Comparator")
                || target.owner().equals("java.util.function.Function");
    }

    private void parameter(MethodDeclaration.Parameter parameter, Expression.Lambda lambda) {
        Optional<Variable> variable = body.declared(parameter);
        boolean known = variable.filter(each -> each.type().isKnown()).isPresent();
        trace.escapes |= !known;
        variable.filter(each -> known && !types.in(each.type()).isEmpty()).ifPresent(each -> reader.row(each, lambda));
    }

    private void given(Expression.Call call, CallTarget target, Expression rows) {
        boolean ofLibrary = target.owner().startsWith("java.") || target.owner().startsWith("org.apache.commons.")
                || target.owner().startsWith("com.google.common.") || target.owner().startsWith("org.springframework.util.");
        if (ofLibrary && TESTS.contains(call.name())) {
            trace.tested = true;
        } else if (ofLibrary && COUNTS.contains(call.name())) {
            trace.counted = true;
        } else if (call.name().equals("addAll") && call.target() instanceof Expression.Name filled
                && body.variable(filled).isPresent()) {
            variable(body.variable(filled).get());
        } else if (ofLibrary && COPIES.contains(call.name()) && target.isStatic()) {
            open.add(call);
        } else {
            CallEvent event = events.get(call);
            trace.escapes |= ofLibrary || event == null;
            trace.passed.add(new RowTrace.Passed(event, call.arguments().indexOf(rows)));
        }
    }
}
