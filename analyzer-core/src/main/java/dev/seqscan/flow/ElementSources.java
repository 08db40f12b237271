package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Tells lists that are parts of one object from those that rows of a table, or callers, fill. */
final class ElementSources {

    private static final int DEEPEST = 12;
    /** Of a queue, which may have gathered any number of elements. */
    private static final String DRAINING = "drainTo";
    private static final Set<String> COMPUTING = Set.of("computeIfAbsent", "merge");

    private final LinkedBody body;
    private final Variables variables;
    private final LoopHeads heads;
    private final ObjectParts parts;
    private final Sought sought;
    /** The calls whose results were asked for, with the elements of what they unwrap. */
    private final Map<Expression.Call, ElementSource> asked = new IdentityHashMap<>();
    private final Set<Variable> open = new HashSet<>();
    private BodyTree tree;

    ElementSources(LinkedBody body, Variables variables, LoopHeads heads, EntityTypes types) {
        this.body = body;
        this.variables = variables;
        this.heads = heads;
        this.parts = new ObjectParts(types, heads, body);
        this.sought = new Sought(body, variables, heads);
    }

    boolean isList(Expression expression) {
        return heads.library().isContainer(body.type(expression));
    }

    /** Whether an expression is a list, or may wrap one: a page, a future. */
    boolean holdsList(Expression expression) {
        JavaType type = body.type(expression);
        return heads.library().isContainer(type)
                || type instanceof JavaType.ClassType wrapper && !wrapper.arguments().isEmpty() && !heads.library().isFunction(type);
    }

    /** The calls that sources name, and where the elements come from of the page or future that they are made on. */
    Map<Expression.Call, ElementSource> asked() {
        return asked;
    }

    /** Where the elements of a list, or what such a call goes over, come from. */
    ElementSource of(Expression list) {
        return of(list, 0);
    }

    /** Where the turns of a loop with a condition come from: {@code lines.hasNext()}, {@code i < lines.size()}. */
    ElementSource ofCondition(Expression condition) {
        if (condition instanceof Expression.Binary bound && Set.of("<", "<=", "!=").contains(bound.operator())) {
            return counted(bound.right()).map(this::of).orElseGet(() -> goesOn(bound.left()));
        }
        boolean iterates = condition instanceof Expression.Call next && next.target() != null && next.name().equals("hasNext");
        return iterates ? of(((Expression.Call) condition).target()) : goesOn(condition);
    }

    /** The list of which a number is the size. */
    private Optional<Expression> counted(Expression number) {
        if (number instanceof Expression.Call size && size.target() != null && size.name().equals("size")) {
            return Optional.of(size.target());
        }
        return number instanceof Expression.Select length && length.name().equals("length") && isList(length.target())
                ? Optional.of(length.target()) : Optional.empty();
    }

    /** {@code rows.next()} or {@code (line = reader.readLine()) != null} reads on in what a library has opened. */
    private ElementSource goesOn(Expression condition) {
        Expression read = condition instanceof Expression.Assign assign ? assign.value() : condition;
        boolean reads = read instanceof Expression.Call call && call.target() != null && call.arguments().isEmpty()
                && heads.library().isFile(body.type(call.target()));
        return reads ? opened(((Expression.Call) read).target()) : ElementSource.ELSEWHERE;
    }

    /** The rows of a statement, as far as the call is seen that sends it; the tables of a schema are a handful. */
    private ElementSource opened(Expression rows) {
        Optional<Expression> only = rows instanceof Expression.Name name ? body.variable(name)
                .map(each -> each.assigned().stream().filter(value -> !(value instanceof Expression.Literal)).toList())
                .filter(values -> values.size() == 1).map(values -> values.get(0)) : Optional.of(rows);
        Expression.Call call = only.orElse(null) instanceof Expression.Call given ? given : null;
        String owner = call == null ? "" : body.target(call).map(CallTarget::owner).orElse("");
        if (!owner.startsWith("java.sql.")) {
            return ElementSource.MANY;
        }
        if (heads.library().isPartOfProgram(owner)) {
            return ElementSource.PARTS;
        }
        asked.putIfAbsent(call, ElementSource.MANY);
        return ElementSource.result(call.nameSpan());
    }

    private ElementSource of(Expression list, int depth) {
        if (depth > DEEPEST || list == null) {
            return ElementSource.UNKNOWN;
        }
        if (list instanceof Expression.Literal) {
            return ElementSource.PARTS;
        }
        if (list instanceof Expression.Cast cast) {
            return of(cast.operand(), depth + 1);
        }
        if (list instanceof Expression.Conditional choice) {
            return of(choice.whenTrue(), depth + 1).and(of(choice.whenFalse(), depth + 1));
        }
        if (list instanceof Expression.New creation) {
            return ofNew(creation, depth);
        }
        if (list instanceof Expression.Name name) {
            return body.variable(name).map(each -> ofVariable(each, depth)).orElseGet(() -> ofField(name.name()));
        }
        if (list instanceof Expression.Select select && select.target() instanceof Expression.This) {
            return ofField(select.name());
        }
        return list instanceof Expression.Call call ? ofCall(call, depth) : ElementSource.UNKNOWN;
    }

    /** A class of the program that walks through pages is given functions, no lists. */
    private ElementSource ofNew(Expression.New creation, int depth) {
        return isPlain(creation) || creation.arguments().stream().anyMatch(this::isList) ? made(creation.arguments(), depth)
                : ElementSource.MANY;
    }

    /** A copy holds what the original holds, and a container that is made empty holds nothing yet. */
    private ElementSource made(List<Expression> arguments, int depth) {
        return arguments.stream().filter(this::holdsList)
                .map(each -> of(each, depth + 1)).reduce(ElementSource.PARTS, ElementSource::and);
    }

    private ElementSource ofField(String field) {
        return parts.isList(body.owner().name(), field) ? ElementSource.PARTS : ElementSource.UNKNOWN;
    }

    private ElementSource ofVariable(Variable variable, int depth) {
        Optional<Integer> parameter = variables.parameter(variable);
        if (parameter.isPresent() && variable.assigned().isEmpty()) {
            return ElementSource.parameter(parameter.get());
        }
        if (!open.add(variable)) {
            return ElementSource.PARTS;
        }
        ElementSource found = variable.kind() == Variable.Kind.LOCAL && !variable.assigned().isEmpty() ? ofLocal(variable, depth)
                : variables.source(variable).map(from -> ofElement(from, depth)).orElse(ElementSource.UNKNOWN);
        open.remove(variable);
        return found;
    }

    /** A part of a list that is walked through, or of one that is handed to a method beside the function. */
    private ElementSource ofElement(Expression from, int depth) {
        boolean hands = from instanceof Expression.Call call && (call.target() == null || !isList(call.target()));
        return hands ? ((Expression.Call) from).arguments().stream().filter(this::isList).map(each -> of(each, depth + 1))
                .reduce(ElementSource::and).orElse(ElementSource.UNKNOWN) : of(from, depth + 1);
    }

    private ElementSource ofLocal(Variable variable, int depth) {
        List<Expression> given = variable.assigned().stream().filter(value -> !isEmpty(value)).toList();
        ElementSource found = given.stream().map(value -> of(value, depth + 1)).reduce(ElementSource.PARTS, ElementSource::and);
        return found.isMany() ? found : found.and(filling(variable, depth).orElse(given.isEmpty() ? ElementSource.UNKNOWN : found));
    }

    private boolean isEmpty(Expression value) {
        boolean none = value instanceof Expression.Literal
                || value instanceof Expression.Call call && call.arguments().isEmpty() && body.target(call).filter(CallTarget::isStatic)
                .filter(target -> heads.library().isContainer(target.returns())).isPresent();
        return none || value instanceof Expression.New creation && creation.arguments().stream().noneMatch(this::isList)
                && (creation.arguments().isEmpty() || isPlain(creation));
    }

    private boolean isPlain(Expression.New creation) {
        return body.type(creation).className().startsWith("java.util.");
    }

    /** Where what is put into a local list comes from: the loops around the calls that put it there; empty where none does. */
    private Optional<ElementSource> filling(Variable list, int depth) {
        tree = tree == null ? new BodyTree(body) : tree;
        Optional<ElementSource> found = Optional.empty();
        for (Expression.Name name : tree.names(list)) {
            if (tree.parent(name) instanceof Expression.Call call && call.target() == name && isFilling(call.name())) {
                ElementSource source = around(call, depth);
                if (call.name().endsWith("All")) {
                    source = source.and(of(call.arguments().get(call.arguments().size() - 1), depth + 1));
                }
                found = Optional.of(found.orElse(source).and(source));
            } else if (tree.parent(name) instanceof Expression.Call call && call.name().equals(DRAINING)) {
                return Optional.of(ElementSource.MANY);
            }
        }
        return found;
    }

    private static boolean isFilling(String method) {
        return Stores.fills(method) || COMPUTING.contains(method);
    }

    /** What is put there only if a property of an element equals one given value is a handful, however many elements there are. */
    private ElementSource around(Expression call, int depth) {
        ElementSource found = ElementSource.PARTS;
        Object inner = call;
        for (Object part = call; part != null && !found.isMany(); inner = part, part = tree.parent(part)) {
            if (part instanceof Statement.If branch && branch.then() == inner && !sought.of(branch.condition(), true).isEmpty()) {
                return found;
            }
            if (part instanceof Statement.ForEach loop) {
                found = found.and(of(loop.iterable(), depth + 1));
            } else if (part instanceof Statement.While loop) {
                found = found.and(ofCondition(loop.condition()));
            } else if (part instanceof Statement.For loop) {
                found = found.and(ofCondition(loop.condition()));
            } else if (part instanceof Statement statement && Statements.loopBody(statement) != null) {
                found = found.and(ElementSource.ELSEWHERE);
            } else if (part instanceof Expression.Lambda && tree.parent(part) instanceof Expression.Call receiver) {
                found = found.and(turnsOf(receiver, depth));
            }
        }
        return found;
    }

    /** How often a method calls the function that it is given: once for each element, or as a helper of the program does. */
    private ElementSource turnsOf(Expression.Call call, int depth) {
        CallTarget target = body.target(call).orElse(null);
        if (target == null || target.isStatic() || call.target() != null && isList(call.target())) {
            return ofCall(call, depth + 1);
        }
        if (heads.program().declared(target.owner(), body.owner().module()).isPresent()) {
            return ElementSource.ELSEWHERE;
        }
        return heads.library().calls(target.owner(), target.name(), target.receiver()) == LibraryKnowledge.Calls.ONCE
                ? ElementSource.PARTS : ofCall(call, depth + 1);
    }

    private ElementSource ofCall(Expression.Call call, int depth) {
        CallTarget target = body.target(call).orElse(null);
        if (target == null) {
            return ElementSource.UNKNOWN;
        }
        if (parts.isCutPath(call, target) || heads.isOfEnum(target, body)) {
            return ElementSource.PARTS;
        }
        if (target.isStatic()) {
            Optional<Expression> counted = call.arguments().stream().flatMap(each -> counted(each).stream()).findFirst();
            return wraps(call, target) ? made(call.arguments(), depth)
                    : counted.map(list -> of(list, depth + 1)).orElseGet(() -> result(call, false, depth));
        }
        if (call.target() != null && isList(call.target())) {
            ElementSource each = of(call.target(), depth + 1);
            return heads.library().flattens(call.name()) ? each.and(ElementSource.UNKNOWN) : each;
        }
        boolean read = call.arguments().isEmpty() && parts.areRead(target);
        if (read && heads.program().declared(target.owner(), body.owner().module()).isPresent()) {
            return ElementSource.PARTS;
        }
        return result(call, read, depth);
    }

    /** What a class of a library holds may be what a query gives. */
    private ElementSource result(Expression.Call call, boolean read, int depth) {
        if (!asked.containsKey(call)) {
            boolean unwraps = call.target() != null && call.arguments().isEmpty() && holdsList(call.target());
            ElementSource unknown = read ? ElementSource.PARTS : ElementSource.UNKNOWN;
            asked.put(call, unknown);
            asked.put(call, unwraps ? of(call.target(), depth + 1) : unknown);
        }
        return ElementSource.result(call.nameSpan());
    }

    /** Whether a library method makes a list of the lists or elements that it is given, and not of a range or a file. */
    private boolean wraps(Expression.Call call, CallTarget target) {
        boolean given = heads.library().lists(target.owner() + "#" + target.name())
                || call.arguments().stream().anyMatch(this::holdsList);
        return given && heads.program().declared(target.owner(), body.owner().module()).isEmpty();
    }
}
