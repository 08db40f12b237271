package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Statements;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells lists that are parts of one object from those that rows of a table, or callers, fill. */
final class ElementSources {

    private static final int DEEPEST = 12;
    private static final Set<String> COMPUTING = Set.of("computeIfAbsent", "merge");

    private final LinkedBody body;
    private final Variables variables;
    private final LoopHeads heads;
    private final ObjectParts parts;
    private BodyTree tree;

    ElementSources(LinkedBody body, Variables variables, LoopHeads heads, EntityTypes types) {
        this.body = body;
        this.variables = variables;
        this.heads = heads;
        this.parts = new ObjectParts(types, heads, body);
    }

    boolean isList(Expression expression) {
        return heads.library().isContainer(body.type(expression));
    }

    /** Where the elements of a list, or what such a call goes over, come from. */
    ElementSource of(Expression list) {
        return of(list, 0);
    }

    /** Where the turns of a loop with a condition come from: {@code lines.hasNext()}, {@code i < lines.size()}. */
    ElementSource ofCondition(Expression condition) {
        if (condition instanceof Expression.Binary bound && Set.of("<", "<=", "!=").contains(bound.operator())) {
            boolean sized = bound.right() instanceof Expression.Call size && size.target() != null && size.name().equals("size");
            return sized ? of(((Expression.Call) bound.right()).target()) : ElementSource.MANY;
        }
        boolean iterates = condition instanceof Expression.Call next && next.target() != null && next.name().equals("hasNext");
        return iterates ? of(((Expression.Call) condition).target()) : ElementSource.MANY;
    }

    private ElementSource of(Expression list, int depth) {
        if (depth > DEEPEST || list == null) {
            return ElementSource.MANY;
        }
        if (list instanceof Expression.Cast cast) {
            return of(cast.operand(), depth + 1);
        }
        if (list instanceof Expression.Conditional choice) {
            return of(choice.whenTrue(), depth + 1).and(of(choice.whenFalse(), depth + 1));
        }
        if (list instanceof Expression.New creation) {
            boolean plain = body.type(creation).className().startsWith("java.util.");
            return plain ? made(creation.arguments(), depth) : ElementSource.MANY;
        }
        if (list instanceof Expression.Name name) {
            return body.variable(name).map(each -> ofVariable(each, depth)).orElseGet(() -> ofField(name.name()));
        }
        if (list instanceof Expression.Select select && select.target() instanceof Expression.This) {
            return ofField(select.name());
        }
        return list instanceof Expression.Call call ? ofCall(call, depth) : ElementSource.MANY;
    }

    /** A copy holds what the original holds, and a container that is made empty holds nothing yet. */
    private ElementSource made(List<Expression> arguments, int depth) {
        return arguments.stream().filter(this::isList)
                .map(each -> of(each, depth + 1)).reduce(ElementSource.PARTS, ElementSource::and);
    }

    private ElementSource ofField(String field) {
        return parts.isList(body.owner().name(), field) ? ElementSource.PARTS : ElementSource.MANY;
    }

    private ElementSource ofVariable(Variable variable, int depth) {
        Optional<Integer> parameter = variables.parameter(variable);
        if (parameter.isPresent() && variable.assigned().isEmpty()) {
            return ElementSource.parameter(parameter.get());
        }
        if (variable.kind() != Variable.Kind.LOCAL || variable.assigned().isEmpty()) {
            return ElementSource.MANY;
        }
        ElementSource found = ElementSource.PARTS;
        boolean filled = false;
        for (Expression value : variable.assigned()) {
            filled |= isEmpty(value);
            found = found.and(isEmpty(value) ? ElementSource.PARTS : of(value, depth + 1));
        }
        return filled && !found.many() ? found.and(filling(variable, depth)) : found;
    }

    private boolean isEmpty(Expression value) {
        boolean none = value instanceof Expression.Literal
                || value instanceof Expression.Call call && call.arguments().isEmpty() && body.target(call).filter(CallTarget::isStatic)
                .filter(target -> heads.library().isContainer(target.returns())).isPresent();
        return none || value instanceof Expression.New creation && creation.arguments().stream()
                .noneMatch(this::isList);
    }

    /** Where what is put into a local list comes from: the loops around the calls that put it there. */
    private ElementSource filling(Variable list, int depth) {
        tree = tree == null ? new BodyTree(body) : tree;
        ElementSource found = ElementSource.PARTS;
        boolean seen = false;
        for (Expression.Name name : tree.names(list)) {
            if (tree.parent(name) instanceof Expression.Call call && call.target() == name && isFilling(call.name())) {
                seen = true;
                found = found.and(around(call, depth));
                if (call.name().endsWith("All")) {
                    found = found.and(of(call.arguments().get(call.arguments().size() - 1), depth + 1));
                }
            }
        }
        return seen ? found : ElementSource.MANY;
    }

    private static boolean isFilling(String method) {
        return Stores.fills(method) || COMPUTING.contains(method);
    }

    private ElementSource around(Expression call, int depth) {
        ElementSource found = ElementSource.PARTS;
        for (Object part = call; part != null && !found.many(); part = tree.parent(part)) {
            if (part instanceof Statement.ForEach loop) {
                found = found.and(of(loop.iterable(), depth + 1));
            } else if (part instanceof Statement statement && Statements.loopBody(statement) != null) {
                found = found.and(ElementSource.MANY);
            } else if (part instanceof Expression.Lambda && tree.parent(part) instanceof Expression.Call receiver) {
                found = found.and(receiver.target() == null ? ElementSource.MANY : of(receiver.target(), depth + 1));
            }
        }
        return found;
    }

    private ElementSource ofCall(Expression.Call call, int depth) {
        CallTarget target = body.target(call).orElse(null);
        if (target == null || heads.library().flattens(call.name())) {
            return ElementSource.MANY;
        }
        if (target.isStatic()) {
            return wraps(call, target) ? made(call.arguments(), depth) : ElementSource.MANY;
        }
        if (call.target() == null) {
            return call.arguments().isEmpty() && parts.areRead(target) ? ElementSource.PARTS : ElementSource.MANY;
        }
        if (isList(call.target())) {
            return of(call.target(), depth + 1);
        }
        return call.arguments().isEmpty() && parts.areRead(target) ? ElementSource.PARTS : ElementSource.MANY;
    }

    /** Whether a library method makes a list of the lists or elements that it is given, and not of a range or a file. */
    private boolean wraps(Expression.Call call, CallTarget target) {
        boolean given = heads.library().lists(target.owner() + "#" + target.name())
                || call.arguments().stream().anyMatch(this::isList);
        return given && heads.program().declared(target.owner(), body.owner().module()).isEmpty();
    }
}
