package dev.seqscan.flow;

import dev.seqscan.program.LinkedBody;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the tests around a part of a body as conditions on parameters that nothing is assigned to. */
final class Conditions {

    private final LinkedBody body;
    private final Variables variables;
    private final KnownValues constants;
    private final LibraryKnowledge library;

    Conditions(LinkedBody body, Variables variables, KnownValues constants, LibraryKnowledge library) {
        this.library = library;
        this.body = body;
        this.variables = variables;
        this.constants = constants;
    }

    /** What has to hold of parameters where a test came out true, or false. */
    List<Condition> of(Expression test, boolean holds) {
        return Conjuncts.of(test, holds).stream().flatMap(part -> ofPart(part.test(), part.holds()).stream()).toList();
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

    private Optional<Condition> ofPart(Expression test, boolean holds) {
        if (test instanceof Expression.Binary binary && Set.of("==", "!=").contains(binary.operator())) {
            return compared(binary.left(), binary.right(), holds == binary.operator().equals("=="));
        }
        if (test instanceof Expression.Call call && call.target() != null && call.arguments().size() == 1) {
            return ofCall(call, holds);
        }
        return parameter(test).map(index -> new Condition(index, KnownValues.TRUE, holds));
    }

    /**
     * {@code Boolean.TRUE.equals(flag)}, {@code kind.equals(CLOSED)}, {@code Objects.nonNull(order)}, {@code isNotEmpty(name)},
     * {@code session.contains(order)}.
     */
    private Optional<Condition> ofCall(Expression.Call call, boolean holds) {
        Expression argument = call.arguments().get(0);
        return switch (call.name()) {
            case "isNull", "nonNull" -> parameter(argument)
                    .map(index -> new Condition(index, KnownValues.NULL, holds == call.name().equals("isNull")));
            case "isNotEmpty", "isNotBlank", "hasText", "hasLength" -> present(argument, holds);
            case "isEmpty", "isBlank" -> present(argument, !holds);
            case "contains" -> body.target(call).filter(library::tellsManaged).flatMap(target -> parameter(argument))
                    .map(index -> new Condition(index, KnownValues.MANAGED, holds));
            case "equals" -> compared(call.target(), argument, holds);
            default -> Optional.empty();
        };
    }

    /** Nothing is in what is missing; of what is empty nothing is known. */
    private Optional<Condition> present(Expression argument, boolean holds) {
        return holds ? parameter(argument).map(index -> new Condition(index, KnownValues.NULL, false)) : Optional.empty();
    }

    private Optional<Condition> compared(Expression left, Expression right, boolean equal) {
        return oneWay(left, right, equal).or(() -> oneWay(right, left, equal));
    }

    private Optional<Condition> oneWay(Expression variable, Expression constant, boolean equal) {
        Optional<String> value = constants.constant(constant);
        boolean missing = equal && value.filter(KnownValues.NULL::equals).isPresent();
        Optional<Integer> index = missing ? givenParameter(variable) : parameter(variable);
        return index.flatMap(each -> value.map(known -> new Condition(each, known, equal)));
    }

    /** What is missing was not given, also if {@code if (total == null) total = count();} puts something there later. */
    private Optional<Integer> givenParameter(Expression expression) {
        return expression instanceof Expression.Name name ? body.variable(name).filter(each -> each.assigned().stream()
                .allMatch(value -> isBehind(value.span(), name.span()))).flatMap(variables::parameter) : Optional.empty();
    }

    private static boolean isBehind(Span later, Span earlier) {
        return later.startLine() > earlier.startLine()
                || later.startLine() == earlier.startLine() && later.startColumn() > earlier.startColumn();
    }

    private Optional<Integer> parameter(Expression expression) {
        return expression instanceof Expression.Name name
                ? body.variable(name).filter(each -> each.assigned().isEmpty()).flatMap(variables::parameter) : Optional.empty();
    }
}
