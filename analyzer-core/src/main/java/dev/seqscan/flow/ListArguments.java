package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.program.Variable;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the list that a call which sends a statement is given, whatever way it takes: as an argument, among named values, set on
 * the object that sends it, or within a condition that is built.
 */
final class ListArguments {

    private static final int DEEPEST = 6;

    private final LinkedBody body;
    private final WholeLists lists;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Expression> found = new ArrayList<>();

    private ListArguments(LinkedBody body, WholeLists lists) {
        this.body = body;
        this.lists = lists;
    }

    /** What the only list holds all of that is given; nothing where several are, since one of them may be the one that counts. */
    static WholeList of(Expression.Call call, LinkedBody body, WholeLists lists) {
        ListArguments arguments = new ListArguments(body, lists);
        arguments.chain(call, 0);
        List<WholeList> whole = arguments.found.stream().map(lists::of).filter(each -> !each.isNone()).toList();
        return whole.size() == 1 ? whole.get(0) : WholeList.NONE;
    }

    /** The arguments of a call, and of those that it is chained to. */
    private void chain(Expression.Call call, int depth) {
        call.arguments().forEach(each -> value(each, depth + 1));
        if (call.target() instanceof Expression.Call before) {
            chain(before, depth);
        } else if (call.target() instanceof Expression.New creation) {
            value(creation, depth + 1);
        } else if (call.target() instanceof Expression.Name name) {
            body.variable(name).filter(each -> each.kind() == Variable.Kind.LOCAL).ifPresent(each -> variable(each, depth + 1));
        }
    }

    private void value(Expression value, int depth) {
        if (depth > DEEPEST || !seen.add(value)) {
            return;
        }
        boolean list = lists.isList(value) && !lists.isMap(value);
        Optional<Variable> variable = value instanceof Expression.Name name ? body.variable(name) : Optional.empty();
        if (list) {
            found.addAll(variable.isEmpty() || seen.add(variable.get()) ? List.of(value) : List.of());
        } else if (!list && value instanceof Expression.Call call) {
            chain(call, depth);
        } else if (!list && value instanceof Expression.New creation) {
            creation.arguments().forEach(each -> value(each, depth + 1));
        } else if (!list) {
            variable.filter(each -> each.kind() == Variable.Kind.LOCAL).ifPresent(each -> variable(each, depth));
        }
    }

    /** What an object was made of, and what was set on it. */
    private void variable(Variable variable, int depth) {
        if (depth > DEEPEST || !seen.add(variable)) {
            return;
        }
        variable.assigned().forEach(each -> value(each, depth + 1));
        for (Expression.Name name : lists.tree().names(variable)) {
            Expression on = name;
            while (lists.tree().parent(on) instanceof Expression.Call call && call.target() == on) {
                call.arguments().forEach(each -> value(each, depth + 1));
                on = call;
            }
        }
    }
}
