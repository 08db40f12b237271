package dev.seqscan.flow;

import dev.seqscan.program.CallTarget;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a body: what they may hold, where they are declared, and where they change. */
final class Variables {

    private static final int DEEPEST = 8;

    private final LinkedBody body;
    private final Map<Variable, Set<Value>> values = new HashMap<>();
    private final Map<Variable, Region> declaredIn = new HashMap<>();
    private final Map<Variable, Region> homes = new HashMap<>();
    private final Map<Variable, Set<Region>> steps = new HashMap<>();
    private final Map<Variable, Integer> parameters = new HashMap<>();
    /**
     * Where variables without an initialiser come from: what a loop goes over, what a pattern is matched with, and of a
     * function's parameter the call that the function is given to.
     */
    private final Map<Variable, Expression> sources = new HashMap<>();
    private final Map<Variable, List<Expression.Call>> fillings = new HashMap<>();

    Variables(LinkedBody body) {
        this.body = body;
        for (int i = 0; i < body.method().parameters().size(); i++) {
            int index = i;
            body.declared(body.method().parameters().get(i)).ifPresent(variable -> parameters.put(variable, index));
        }
    }

    void declare(Variable variable, Region region) {
        declaredIn.put(variable, region);
        homes.put(variable, region);
    }

    void assigned(Variable variable, Region region) {
        declaredIn.merge(variable, region, (old, now) -> now.depth > old.depth ? now : old);
    }

    /** Says that a call puts something into the container that a variable holds. */
    void filled(Variable variable, Expression.Call filling) {
        fillings.computeIfAbsent(variable, key -> new ArrayList<>()).add(filling);
    }

    /** The calls that put something into the container that a variable holds. */
    List<Expression.Call> fillings(Variable variable) {
        return fillings.getOrDefault(variable, List.of());
    }

    void comesFrom(Variable variable, Expression source) {
        if (source != null) {
            sources.put(variable, source);
        }
    }

    /** What a variable without an initialiser comes from, if it is known. */
    Optional<Expression> source(Variable variable) {
        return Optional.ofNullable(sources.get(variable));
    }

    /** Says that a variable moves on with each turn of a loop, since the loop's condition asks it. */
    void stepsIn(Variable variable, Region loop) {
        steps.computeIfAbsent(variable, key -> new LinkedHashSet<>()).add(loop);
    }

    void put(Variable variable, Set<Value> more) {
        values.computeIfAbsent(variable, key -> new LinkedHashSet<>()).addAll(more);
    }

    Set<Value> of(Variable variable) {
        Set<Value> known = values.getOrDefault(variable, Set.of());
        return known.size() > 1 ? new LinkedHashSet<>(known) : Set.copyOf(known);
    }

    /** The deepest loop or function whose variables an expression uses. */
    Region varying(Expression expression) {
        Region deepest = null;
        for (Variable variable : Used.variables(expression, body)) {
            Region region = declaredIn.get(variable);
            if (region != null && region.kind != Region.Kind.METHOD && (deepest == null || region.depth > deepest.depth)) {
                deepest = region;
            }
        }
        return deepest;
    }

    /** Where a variable is declared; the whole method where that is not known. */
    Optional<Region> home(Variable variable) {
        return Optional.ofNullable(homes.get(variable));
    }

    /** The index of the parameter that a variable is. */
    Optional<Integer> parameter(Variable variable) {
        return Optional.ofNullable(parameters.get(variable));
    }

    /** What an expression hangs on, through the variables it uses; {@code at} is where it stands. */
    Dependence dependence(Expression expression, Region at) {
        return dependence(expression, at, new LinkedHashSet<>(), 0);
    }

    private Dependence dependence(Expression expression, Region at, Set<Variable> seen, int depth) {
        Dependence[] found = {Dependence.NONE};
        Used.walk(expression, each -> {
            if (each instanceof Expression.Name name) {
                found[0] = found[0].and(ofName(name, at, seen, depth));
            } else if (each instanceof Expression.This || each instanceof Expression.Super) {
                found[0] = found[0].and(Dependence.onParameter(-1));
            } else if (each instanceof Expression.Call call) {
                found[0] = found[0].and(ofCall(call, at));
            } else if (each instanceof Expression.Opaque || each instanceof Expression.SwitchExpression) {
                found[0] = found[0].and(everything());
            }
        });
        return found[0];
    }

    private Dependence ofCall(Expression.Call call, Region at) {
        if (call.target() == null) {
            boolean isStatic = body.target(call).filter(CallTarget::isStatic).isPresent();
            return isStatic ? Dependence.NONE : Dependence.onParameter(-1);
        }
        return ElementCalls.takes(call.name()) ? Dependence.onRegion(at) : Dependence.NONE;
    }

    private Dependence ofName(Expression.Name name, Region at, Set<Variable> seen, int depth) {
        Variable variable = body.variable(name).orElse(null);
        if (variable == null) {
            return body.type(name).isKnown() ? Dependence.onParameter(-1) : Dependence.NONE;
        }
        Dependence found = parameter(variable).map(Dependence::onParameter).orElse(Dependence.NONE);
        for (Region loop : steps.getOrDefault(variable, Set.of())) {
            found = found.and(Dependence.onRegion(loop));
        }
        boolean single = variable.kind() == Variable.Kind.LOCAL && variable.assigned().size() == 1;
        Region region = declaredIn.get(variable);
        if (!single && region != null && region.kind != Region.Kind.METHOD) {
            found = found.and(Dependence.onRegion(region));
        }
        if (!seen.add(variable)) {
            return found;
        }
        boolean known = variable.kind() == Variable.Kind.PARAMETER || variable.kind() == Variable.Kind.LOCAL
                || variable.kind() == Variable.Kind.CAUGHT || sources.containsKey(variable);
        if (depth > DEEPEST || !known) {
            return found.and(everything());
        }
        if (sources.containsKey(variable)) {
            found = found.and(dependence(sources.get(variable), at, seen, depth + 1));
        }
        for (Expression source : variable.assigned()) {
            found = found.and(dependence(source, at, seen, depth + 1));
        }
        return found;
    }

    /** What nothing is known of hangs on all that the method is given. */
    private Dependence everything() {
        Set<Integer> all = new LinkedHashSet<>(Set.of(-1));
        all.addAll(parameters.values());
        return new Dependence(all, Set.of());
    }
}
