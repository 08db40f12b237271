package dev.seqscan.flow;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows one row of a loop or lambda through its turn: which columns are read of it, and under which conditions. */
final class RowReader {

    private final LinkedBody body;
    private final EntityTypes types;
    private final BodyTree tree;
    private final RowFilters filters;
    private final RowTrace trace;
    private final Map<Expression.Call, CallEvent> events;

    RowReader(LinkedBody body, EntityTypes types, BodyTree tree, RowTrace trace, Map<Expression.Call, CallEvent> events) {
        this.events = events;
        this.body = body;
        this.types = types;
        this.tree = tree;
        this.filters = new RowFilters(body, types);
        this.trace = trace;
    }

    RowFilters filters() {
        return filters;
    }

    /** Traces a variable that holds another row in each turn of a loop or lambda. */
    void row(Variable variable, Object scope) {
        Set<Variable> rows = new LinkedHashSet<>(Set.of(variable));
        Set<RowUses.Filter> kept = new LinkedHashSet<>();
        List<Expression.Name> all = new java.util.ArrayList<>(tree.names(variable));
        for (int i = 0; i < all.size() && i < 400; i++) {
            Expression.Name name = all.get(i);
            Optional<Variable> alias = alias(name);
            if (alias.isPresent()) {
                if (rows.add(alias.get())) {
                    all.addAll(tree.names(alias.get()));
                }
            } else if (!isIdle(name)) {
                guard(name, scope, rows).ifPresentOrElse(kept::add, () -> use(name));
            }
        }
        kept.stream().min(Comparator.comparing(RowUses.Filter::comparison)).ifPresent(trace.filters::add);
    }

    /** What one row that no variable holds is used for: {@code iterator.next().getId()}. */
    void row(Expression row) {
        use(row);
    }

    /** {@code o -> o.getId()} written as {@code Order::getId}. */
    void reference(Expression.MethodReference reference) {
        Optional<String> owner = body.target(reference).isPresent()
                ? body.target(reference).filter(target -> target.parameters().isEmpty() && !target.isStatic())
                        .map(target -> target.receiver().className())
                : reference.target() instanceof Expression.Name type ? body.owner().resolveClass(type.name()) : Optional.empty();
        Optional<String> attribute = owner.flatMap(each -> column(each, Touching.property(reference.name())));
        if (attribute.isPresent()) {
            trace.attributes.add(attribute.get());
        } else {
            trace.escapes |= !reference.name().equals("nonNull") && !reference.name().equals("isNull");
        }
    }

    /** Another variable for the same row: {@code Order o = (Order) each}. */
    private Optional<Variable> alias(Expression name) {
        Object parent = tree.parent(name);
        while (parent instanceof Expression.Cast cast) {
            parent = tree.parent(cast);
        }
        if (parent instanceof Statement.Local local) {
            return body.declared(local);
        }
        return parent instanceof Expression.InstanceOf test ? body.declared(test.pattern()) : Optional.empty();
    }

    /** A comparison with null or of the class tells nothing of the columns. */
    private boolean isIdle(Expression name) {
        Object parent = tree.parent(name);
        boolean toNull = parent instanceof Expression.Binary binary && KnownValues.holdsNull(binary);
        return toNull || parent instanceof Expression.InstanceOf;
    }

    /** The condition on the row that stands before a use, or that the use is a part of. */
    private Optional<RowUses.Filter> guard(Expression use, Object scope, Set<Variable> rows) {
        Object child = use;
        for (Object parent = tree.parent(use); parent != null && child != scope; child = parent, parent = tree.parent(parent)) {
            Optional<RowUses.Filter> found = Optional.empty();
            if (parent instanceof Statement.If branch && child == branch.then()) {
                found = filters.of(branch.condition(), scope, rows, true);
            } else if (parent instanceof Statement.If branch && child == branch.condition()) {
                boolean leaves = branch.otherwise() == null && LoopExits.jumps(branch.then());
                found = filters.of(branch.condition(), scope, rows, !leaves);
                found = found.isEmpty() && leaves ? filters.of(branch.condition(), scope, rows, true) : found;
            } else if (parent instanceof Statement.Block block) {
                found = skipped(block, child, scope, rows);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** {@code if (!order.isOpen()) continue;} before it. */
    private Optional<RowUses.Filter> skipped(Statement.Block block, Object until, Object scope, Set<Variable> rows) {
        for (Statement before : block.statements()) {
            if (before == until) {
                break;
            }
            if (before instanceof Statement.If branch && branch.otherwise() == null && LoopExits.jumps(branch.then())) {
                Optional<RowUses.Filter> found = filters.of(branch.condition(), scope, rows, false);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private void use(Expression row) {
        Expression holder = row;
        Object parent = tree.parent(row);
        while (parent instanceof Expression.Cast cast) {
            holder = cast;
            parent = tree.parent(cast);
        }
        Optional<String> attribute = Optional.empty();
        if (parent instanceof Expression.Call call && call.target() == holder && call.arguments().isEmpty()) {
            attribute = read(call, body.type(holder).className(), Touching.property(call.name()));
        } else if (parent instanceof Expression.Select select) {
            attribute = read(select, body.type(holder).className(), select.name());
        }
        attribute.ifPresentOrElse(trace.attributes::add, () -> trace.escapes = true);
        if (parent instanceof Expression read && tree.parent(read) instanceof Expression.Call call && events.containsKey(call)) {
            trace.perRow.add(events.get(call));
        }
    }

    private Optional<String> read(Expression access, String owner, String attribute) {
        Optional<Association> toOne = types.association(owner, attribute).filter(each -> each.cardinality().isToOne());
        if (toOne.isEmpty()) {
            return column(owner, attribute);
        }
        boolean identifier = tree.parent(access) instanceof Expression.Call next && next.target() == access
                && next.arguments().isEmpty() && types.isIdentifier(toOne.get().target(), Touching.property(next.name()));
        return identifier || isIdle(access) ? Optional.of(attribute + ".id") : Optional.empty();
    }

    private Optional<String> column(String owner, String attribute) {
        boolean inherited = attribute.equals("id") && types.inheritsIdentifier(owner);
        return inherited ? Optional.of(attribute)
                : types.attribute(owner, attribute).filter(each -> !(each instanceof Association)).map(Attribute::name);
    }
}
