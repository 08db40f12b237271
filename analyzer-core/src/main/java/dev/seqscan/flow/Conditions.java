package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tests around a part of a body as conditions on parameters that nothing is assigned to. */
final class Conditions {

    private static final int DEEPEST = 12;

    private final LinkedBody body;
    private final Variables variables;
    private final Constants constants;

    Conditions(LinkedBody body, Variables variables, Constants constants) {
        this.body = body;
        this.variables = variables;
        this.constants = constants;
    }

    /** What has to hold of parameters where a test came out true, or false. */
    List<Condition> of(Expression test, boolean holds) {
        List<Condition> found = new ArrayList<>();
        add(test, holds, found, 0);
        return found;
    }

    /** What has to hold in a case of a switch over a parameter; nothing where it has several labels. */
    List<Condition> ofCase(Expression selector, Statement.Case chosen, List<Statement.Case> all) {
        boolean otherwise = chosen.labels().isEmpty() && chosen.patterns().isEmpty();
        List<Expression> labels = otherwise ? all.stream().flatMap(each -> each.labels().stream()).toList() : chosen.labels();
        if (!otherwise && labels.size() > 1) {
            return List.of();
        }
        return parameter(selector).stream().flatMap(index -> labels.stream().flatMap(label -> constants.label(selector, label).stream())
                .map(value -> new Condition(index, value, !otherwise))).toList();
    }

    private void add(Expression test, boolean holds, List<Condition> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (test instanceof Expression.Unary not && not.operator().equals("!")) {
            add(not.operand(), !holds, found, depth + 1);
        } else if (test instanceof Expression.Binary both && both.operator().equals(holds ? "&&" : "||")) {
            add(both.left(), holds, found, depth + 1);
            add(both.right(), holds, found, depth + 1);
        } else if (test instanceof Expression.Binary binary && Set.of("==", "!=").contains(binary.operator())) {
            compared(binary.left(), binary.right(), holds == binary.operator().equals("==")).ifPresent(found::add);
        } else if (test instanceof Expression.Call call && call.target() != null && call.arguments().size() == 1) {
            ofCall(call, holds).ifPresent(found::add);
        } else {
            parameter(test).ifPresent(index -> found.add(new Condition(index, Constants.TRUE, holds)));
        }
    }

    /** {@code Boolean.TRUE.equals(flag)}, {@code kind.equals(CLOSED)}, {@code Objects.nonNull(order)}. */
    private Optional<Condition> ofCall(Expression.Call call, boolean holds) {
        Expression argument = call.arguments().get(0);
        return switch (call.name()) {
            case "isNull", "nonNull" -> parameter(argument)
                    .map(index -> new Condition(index, Constants.NULL, holds == call.name().equals("isNull")));
            case "equals" -> compared(call.target(), argument, holds);
            default -> Optional.empty();
        };
    }

    private Optional<Condition> compared(Expression left, Expression right, boolean equal) {
        return oneWay(left, right, equal).or(() -> oneWay(right, left, equal));
    }

    private Optional<Condition> oneWay(Expression variable, Expression constant, boolean equal) {
        return parameter(variable).flatMap(index -> constants.constant(constant).map(value -> new Condition(index, value, equal)));
    }

    private Optional<Integer> parameter(Expression expression) {
        return expression instanceof Expression.Name name
                ? body.variable(name).filter(each -> each.assigned().isEmpty()).flatMap(variables::parameter) : Optional.empty();
    }
}
