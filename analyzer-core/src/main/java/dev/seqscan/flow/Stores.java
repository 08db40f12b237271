package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts values where a body keeps them: in variables, in fields, in containers. */
final class Stores {

    private static final Set<String> FILLING = Set.of("add", "addAll", "addFirst", "addLast", "put", "putAll", "offer",
            "push", "set", "putIfAbsent");
    private static final Set<String> BY_KEY = Set.of("computeIfAbsent", "compute", "merge");

    private final LinkedBody body;
    private final MethodFlow flow;
    private final Variables variables;

    Stores(LinkedBody body, MethodFlow flow, Variables variables) {
        this.body = body;
        this.flow = flow;
        this.variables = variables;
    }

    /** Whether a method puts its last argument into the container it is called on. */
    static boolean fills(String method) {
        return FILLING.contains(method);
    }

    /** What a field of a class may hold, whichever object it is. */
    void field(String field, Set<Value> values) {
        if (!values.isEmpty()) {
            flow.fieldWrites.computeIfAbsent(field, key -> new LinkedHashSet<>()).addAll(values);
        }
    }

    /** A variable, or a field of the class itself. */
    void named(Expression.Name name, Set<Value> values, Region region) {
        Optional<Variable> variable = body.variable(name);
        if (variable.isPresent()) {
            variables.put(variable.get(), values);
            variables.assigned(variable.get(), region);
        } else {
            field(body.owner().name() + "." + name.name(), values);
        }
    }

    /** What is put into a local container is what it holds from then on. */
    void fill(Expression.Call call, List<Set<Value>> arguments) {
        if (call.target() instanceof Expression.Name name && !arguments.isEmpty()
                && (fills(call.name()) || BY_KEY.contains(call.name()))) {
            body.variable(name).ifPresent(variable -> variables.filled(variable, call));
        }
        if (!fills(call.name()) || arguments.isEmpty() || !(call.target() instanceof Expression.Name name)) {
            return;
        }
        Set<Value> given = arguments.get(arguments.size() - 1);
        Optional<Variable> variable = body.variable(name);
        if (variable.isPresent()) {
            variables.put(variable.get(), given);
        } else {
            field(body.owner().name() + "." + name.name(), given);
        }
    }
}
