package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of lists in a body whether they have an element for each one of another list, or of what a call gives. A list that is
 * cut, limited or emptied on the way tells nothing.
 */
final class WholeLists {

    private static final int DEEPEST = 16;
    /** Methods that give as many elements as they are called on, or nearly. */
    private static final Set<String> KEEPING = Set.of("stream", "parallelStream", "parallel", "sequential", "distinct", "sorted",
            "peek", "map", "mapToLong", "mapToInt", "mapToObj", "boxed", "toList", "toArray", "keySet", "values", "entrySet",
            "iterator", "collect", "asList", "reversed");
    private static final Set<String> LEAVING_OUT = Set.of("filter", "dropWhile");
    private static final Set<String> COLLECTORS = Set.of("toList", "toSet", "toUnmodifiableList", "toUnmodifiableSet",
            "toCollection", "toImmutableList", "toImmutableSet", "toMap", "toUnmodifiableMap", "groupingBy", "mapping");
    /** Static methods of libraries that give the elements of a list, each as it is or as a function makes it. */
    private static final Set<String> COPYING = Set.of("copyOf", "newArrayList", "newHashSet", "newLinkedHashSet", "emptyIfNull",
            "unmodifiableList", "unmodifiableSet", "unmodifiableCollection", "transform", "toList", "toSet", "uniqueIndex", "stream",
            "of");
    /** Who does that with a list takes it apart, or keeps it short. */
    private static final Set<String> CUTTING = Set.of("clear", "subList", "remove", "poll", "pollFirst", "removeFirst", "drainTo",
            "setSize");
    private static final Set<String> THINNING = Set.of("removeIf", "removeAll", "retainAll");

    private final LinkedBody body;
    private final Variables variables;
    private final LoopHeads heads;
    private final Map<Expression.Call, CallEvent> calls;
    private final Set<Variable> open = new HashSet<>();
    private BodyTree tree;

    WholeLists(LinkedBody body, Variables variables, LoopHeads heads, Map<Expression.Call, CallEvent> calls) {
        this.body = body;
        this.variables = variables;
        this.heads = heads;
        this.calls = calls;
    }

    boolean isList(Expression expression) {
        return heads.library().isContainer(body.type(expression));
    }

    /** Whether a type keeps values by key, as the parameters of a statement. */
    boolean isMap(Expression expression) {
        return heads.library().isMap(body.type(expression));
    }

    BodyTree tree() {
        tree = tree == null ? new BodyTree(body) : tree;
        return tree;
    }

    /** What a list holds all of. */
    WholeList of(Expression list) {
        return of(list, list, 0);
    }

    private WholeList of(Expression list, Expression use, int depth) {
        if (list == null || depth > DEEPEST) {
            return WholeList.NONE;
        }
        if (list instanceof Expression.Cast cast) {
            return of(cast.operand(), use, depth + 1);
        }
        if (list instanceof Expression.Conditional choice) {
            return of(choice.whenTrue(), use, depth + 1).and(of(choice.whenFalse(), use, depth + 1));
        }
        if (list instanceof Expression.Name name) {
            return body.variable(name).map(each -> ofVariable(each, use, depth)).orElse(WholeList.NONE);
        }
        if (list instanceof Expression.New creation) {
            boolean copies = creation.body() == null && body.type(creation).className().startsWith("java.util.");
            return copies ? ofFirst(creation.arguments(), use, depth) : WholeList.NONE;
        }
        return list instanceof Expression.Call call ? ofCall(call, use, depth) : WholeList.NONE;
    }

    private WholeList ofFirst(List<Expression> arguments, Expression use, int depth) {
        return arguments.stream().filter(this::isList).findFirst().map(each -> of(each, use, depth + 1)).orElse(WholeList.NONE);
    }

    private WholeList ofCall(Expression.Call call, Expression use, int depth) {
        CallTarget target = body.target(call).orElse(null);
        if (target == null || heads.library().chunks(target) || heads.isOfEnum(target, body)) {
            return WholeList.NONE;
        }
        CallEvent event = calls.get(call);
        boolean ofProgram = heads.program().declared(target.owner(), body.owner().module()).isPresent();
        if (event != null && (event.query.isPresent() || ofProgram)) {
            return isList(call) ? WholeList.result(event) : WholeList.NONE;
        }
        if (target.isStatic()) {
            return COPYING.contains(call.name()) ? ofFirst(call.arguments(), use, depth) : WholeList.NONE;
        }
        if (call.target() == null || !isList(call.target()) || isCutByCollector(call)) {
            return WholeList.NONE;
        }
        boolean leaves = LEAVING_OUT.contains(call.name()) && !call.arguments().stream().allMatch(WholeLists::testsNull);
        boolean keeps = KEEPING.contains(call.name()) || LEAVING_OUT.contains(call.name())
                || heads.library().flattens(call.name());
        WholeList all = keeps ? of(call.target(), use, depth + 1) : WholeList.NONE;
        return leaves ? all.partly() : all;
    }

    /** What leaves out only what is missing leaves out little. */
    private static boolean testsNull(Expression test) {
        Expression tested = test instanceof Expression.Lambda lambda && lambda.expression()
                && lambda.body().statements().get(0) instanceof Statement.Return result ? result.value() : test;
        return tested instanceof Expression.MethodReference reference && reference.name().equals("nonNull")
                || tested instanceof Expression.Call call && call.name().equals("nonNull")
                || tested instanceof Expression.Binary compared && compared.operator().equals("!=")
                && KnownValues.holdsNull(compared);
    }

    /** Partitions, texts and numbers are no lists of all elements. */
    private static boolean isCutByCollector(Expression.Call call) {
        return call.name().equals("collect") && !(call.arguments().size() == 1
                && call.arguments().get(0) instanceof Expression.Call collector && COLLECTORS.contains(collector.name()));
    }

    private WholeList ofVariable(Variable variable, Expression use, int depth) {
        boolean thinned = isUsedIn(variable, THINNING);
        if (isUsedIn(variable, CUTTING) || isMeasured(variable) || !open.add(variable)) {
            return WholeList.NONE;
        }
        Optional<Integer> parameter = variables.parameter(variable);
        WholeList found = parameter.isPresent() && variable.assigned().isEmpty() ? WholeList.parameter(parameter.get())
                : variable.kind() == Variable.Kind.LOCAL ? ofLocal(variable, use, depth) : WholeList.NONE;
        open.remove(variable);
        return thinned ? found.partly() : found;
    }

    /** A list that is made anew in between is filled part by part. */
    private WholeList ofLocal(Variable variable, Expression use, int depth) {
        long made = variable.assigned().stream().filter(Expression.New.class::isInstance).count();
        WholeList found = variable.assigned().size() > 1 && made > 1 ? WholeList.NONE : variable.assigned().stream()
                .map(value -> of(value, use, depth + 1)).reduce(WholeList.NONE, WholeList::and);
        if (made > 1) {
            return found;
        }
        for (Expression.Name name : tree().names(variable)) {
            if (tree().parent(name) instanceof Expression.Call call && call.target() == name && Stores.fills(call.name())
                    && !call.arguments().isEmpty()) {
                found = found.and(filled(call, use, depth));
            }
        }
        return found;
    }

    /** What a call puts into a list: all of another one, or an element in each turn of a loop that the use stands behind. */
    private WholeList filled(Expression.Call call, Expression use, int depth) {
        if (call.name().endsWith("All")) {
            return of(call.arguments().get(call.arguments().size() - 1), use, depth + 1);
        }
        boolean some = false;
        Object inner = call;
        for (Object part = tree().parent(call); part != null && !holds(part, use); inner = part, part = tree().parent(part)) {
            some |= part instanceof Statement.If branch && branch.condition() != inner && !testsNull(branch.condition())
                    || part instanceof Expression.Conditional || part instanceof Statement.Switch;
            WholeList turns = turns(part, inner, use, depth);
            if (!turns.isNone()) {
                return some ? turns.partly() : turns;
            }
        }
        return WholeList.NONE;
    }

    /** What a loop, or a function given to {@code forEach}, goes over. */
    private WholeList turns(Object part, Object inner, Expression use, int depth) {
        if (part instanceof Statement.ForEach loop && inner != loop.iterable()) {
            WholeList all = of(loop.iterable(), use, depth + 1);
            return leaves(loop.body()) ? all.partly() : all;
        }
        return part instanceof Expression.Lambda && tree().parent(part) instanceof Expression.Call each
                && each.name().equals("forEach") && each.target() != null ? of(each.target(), use, depth + 1) : WholeList.NONE;
    }

    private boolean holds(Object part, Object other) {
        for (Object each = other; each != null; each = tree().parent(each)) {
            if (each == part) {
                return true;
            }
        }
        return false;
    }

    /** Whether a turn may end before it is done. */
    private static boolean leaves(Statement statement) {
        return statement instanceof Statement.Continue || statement instanceof Statement.Break
                || statement != null && Statements.children(statement).stream().anyMatch(WholeLists::leaves);
    }

    private boolean isUsedIn(Variable variable, Set<String> methods) {
        return tree().names(variable).stream().anyMatch(name -> tree().parent(name) instanceof Expression.Call call
                && call.target() == name && methods.contains(call.name()));
    }

    /** Whether code asks if the list is longer than some number, other than none, and so knows what a long one means. */
    private boolean isMeasured(Variable variable) {
        return tree().names(variable).stream().anyMatch(name -> tree().parent(name) instanceof Expression.Call size
                && size.target() == name && size.name().equals("size")
                && tree().parent(size) instanceof Expression.Binary compared && isBound(compared, size));
    }

    private static boolean isBound(Expression.Binary compared, Expression size) {
        Expression bound = compared.left() == size ? compared.right() : compared.left();
        boolean few = bound instanceof Expression.Literal literal && literal.value() instanceof Number number
                && number.longValue() <= 1;
        return !few && Set.of("<", "<=", ">", ">=", "%", "/").contains(compared.operator());
    }
}
