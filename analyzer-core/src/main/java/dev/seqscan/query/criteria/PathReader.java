package dev.seqscan.query.criteria;

import dev.seqscan.entity.Association;
import dev.seqscan.entity.Attribute;
import dev.seqscan.entity.Entity;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads paths that start at the roots of one query, in code that need not be linked. */
final class PathReader {

    private static final int DEEPEST = 20;
    private static final Set<String> JOINS = Set.of("join", "fetch", "joinList", "joinSet", "joinCollection");
    /** Calls that give back the path on which they are made, or which they are given. */
    private static final Set<String> SAME = Set.of("alias", "on", "treat", "upcast");

    private final QueryContext context;
    private final List<Expression> made = new ArrayList<>();
    private final List<CriteriaPath> roots = new ArrayList<>();
    private final Set<String> joins = new LinkedHashSet<>();
    private final Map<String, CriteriaPath> parameters = new HashMap<>();

    PathReader(QueryContext context) {
        this.context = context;
    }

    /** Takes a root that a call {@code query.from(..)} makes. */
    void add(Expression from, Entity entity) {
        made.add(from);
        roots.add(new CriteriaPath(entity, "e" + roots.size(), List.of()));
    }

    /** Takes a root that a function is given by whoever calls it, under the name of its parameter. */
    void add(String parameter, CriteriaPath root) {
        parameters.put(parameter, root);
    }

    /** The roots in the order of the text. */
    List<CriteriaPath> roots() {
        return roots;
    }

    /** The joins that declare the variables of all paths read so far. */
    Set<String> joins() {
        return joins;
    }

    QueryContext context() {
        return context;
    }

    /** The path that an expression is; empty for all others, and for paths of a subquery. */
    Optional<CriteriaPath> read(Expression expression, CodePlace place) {
        Optional<CriteriaPath> path = read(expression, place, 0).filter(each -> each.steps().isEmpty()
                || !each.attributes(context.entities()).isEmpty());
        path.ifPresent(each -> joins.addAll(each.joins()));
        return path;
    }

    private Optional<CriteriaPath> read(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || expression == null) {
            return Optional.empty();
        }
        for (int i = 0; i < made.size(); i++) {
            if (made.get(i) == expression) {
                return Optional.of(roots.get(i));
            }
        }
        if (expression instanceof Expression.Cast cast) {
            return read(cast.operand(), place, depth + 1);
        }
        if (expression instanceof Expression.Name name) {
            return variable(name, place, depth);
        }
        return expression instanceof Expression.Call call ? called(call, place, depth) : Optional.empty();
    }

    private Optional<CriteriaPath> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = place.variable(name);
        if (history.isEmpty()) {
            return Optional.ofNullable(place.method() == null ? parameters.get(name.name()) : null);
        }
        List<Expression> values = history.get().values();
        if (history.get().parameter() && values.isEmpty()) {
            Optional<CodePlace.Given> given = place.given(name.name());
            return given.isPresent() ? read(given.get().value(), given.get().place(), depth + 1)
                    : Optional.ofNullable(parameters.get(name.name()));
        }
        if (values.isEmpty()) {
            return Optional.ofNullable(parameters.get(name.name()));
        }
        return values.size() == 1 ? read(values.get(0), place, depth + 1) : Optional.empty();
    }

    private Optional<CriteriaPath> called(Expression.Call call, CodePlace place, int depth) {
        List<Expression> arguments = call.arguments();
        if (call.target() != null && !arguments.isEmpty() && (call.name().equals("get") || JOINS.contains(call.name()))) {
            return read(call.target(), place, depth + 1).flatMap(path -> step(path, call, place));
        }
        if (SAME.contains(call.name()) && call.target() != null && !arguments.isEmpty()) {
            return read(call.name().equals("treat") ? arguments.get(0) : call.target(), place, depth + 1);
        }
        return place.called(call, context.program()).flatMap(inner -> {
            List<Expression> values = Returns.of(inner.method());
            return values.size() == 1 ? read(values.get(0), inner, depth + 1) : Optional.empty();
        });
    }

    private Optional<CriteriaPath> step(CriteriaPath path, Expression.Call call, CodePlace place) {
        Optional<String> name = AttributeNames.of(call.arguments().get(0), place, context.program());
        if (name.isEmpty() || name.get().isEmpty()) {
            return Optional.empty();
        }
        List<Attribute> attributes = path.step(name.get(), "").attributes(context.entities());
        boolean joins = JOINS.contains(call.name()) && !attributes.isEmpty()
                && attributes.get(attributes.size() - 1) instanceof Association;
        return Optional.of(path.step(name.get(), !joins ? "" : isOuter(call) ? "left join" : "join"));
    }

    private static boolean isOuter(Expression.Call join) {
        return join.arguments().size() > 1 && (join.arguments().get(1) instanceof Expression.Select select
                ? select.name().equals("LEFT") : join.arguments().get(1) instanceof Expression.Name name
                        && name.name().equals("LEFT"));
    }
}
