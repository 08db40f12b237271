package dev.seqscan.query.criteria;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.Program;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.Returns;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads specifications (Spring Data JPA reference, "Specifications"): functions of a root, a query and a builder, what joins
 * them, and classes with {@code toPredicate}. One that is null is no condition.
 */
final class SpecificationReader {

    private static final int DEEPEST = 20;
    private static final int MOST_READS = 400;
    private static final String METHOD = "toPredicate";
    private static final List<Condition> UNKNOWN = List.of(Condition.UNKNOWN);
    private static final Set<String> WHOLE = Set.of("where", "allOf", "and");

    private final PathReader paths;
    private final CriteriaPath root;
    private final ConditionReader conditions;
    private final Program program;
    private boolean fetches;
    private int reads;

    SpecificationReader(PathReader paths, CriteriaPath root) {
        this.paths = paths;
        this.root = root;
        this.conditions = new ConditionReader(paths);
        this.program = paths.context().program();
    }

    /** Whether one of those that were read loads associations, too. */
    boolean fetches() {
        return fetches;
    }

    /** The conditions that must hold together. */
    List<Condition> read(Expression expression, CodePlace place) {
        return read(expression, place, 0);
    }

    private List<Condition> read(Expression expression, CodePlace place, int depth) {
        if (depth > DEEPEST || ++reads > MOST_READS) {
            return UNKNOWN;
        }
        if (expression instanceof Expression.Literal literal) {
            return literal.kind() == Expression.LiteralKind.NULL ? List.of() : UNKNOWN;
        }
        if (expression instanceof Expression.Cast cast) {
            return read(cast.operand(), place, depth + 1);
        }
        if (expression instanceof Expression.Conditional choice) {
            return either(List.of(choice.whenTrue(), choice.whenFalse()), place, depth);
        }
        if (expression instanceof Expression.Lambda lambda) {
            return function(lambda, place);
        }
        if (expression instanceof Expression.New creation) {
            return created(creation, place);
        }
        if (expression instanceof Expression.Name name) {
            return variable(name, place, depth + 1);
        }
        return expression instanceof Expression.Call call ? called(call, place, depth + 1) : UNKNOWN;
    }

    private List<Condition> either(List<Expression> values, CodePlace place, int depth) {
        return values.isEmpty() ? UNKNOWN
                : ConditionReader.oneOf(values.stream().map(each -> read(each, place, depth + 1)).toList());
    }

    private List<Condition> all(Stream<Expression> expressions, CodePlace place, int depth) {
        return expressions.flatMap(each -> read(each, place, depth).stream()).toList();
    }

    private List<Condition> called(Expression.Call call, CodePlace place, int depth) {
        Optional<CodePlace> inner = place.called(call, program);
        if (inner.isPresent()) {
            return either(Returns.of(inner.get().method()), inner.get(), depth);
        }
        boolean ofType = call.target() == null || call.target() instanceof Expression.Name name
                && Character.isUpperCase(name.name().charAt(0));
        Stream<Expression> joined = ofType ? call.arguments().stream()
                : Stream.concat(Stream.of(call.target()), call.arguments().stream());
        if (WHOLE.contains(call.name())) {
            return all(joined, place, depth);
        }
        return switch (call.name()) {
            case "or", "anyOf" -> alternatives(joined, place, depth);
            case "not" -> call.arguments().size() == 1 ? ConditionReader.not(read(call.arguments().get(0), place, depth)) : UNKNOWN;
            case "unrestricted" -> List.of();
            default -> UNKNOWN;
        };
    }

    /** A side without a condition is left out ({@code SpecificationComposition}). */
    private List<Condition> alternatives(Stream<Expression> sides, CodePlace place, int depth) {
        List<List<Condition>> given = sides.map(each -> read(each, place, depth)).filter(each -> !each.isEmpty()).toList();
        return given.isEmpty() ? List.of() : given.size() == 1 ? given.get(0) : ConditionReader.anyOf(given);
    }

    private List<Condition> variable(Expression.Name name, CodePlace place, int depth) {
        Optional<VariableHistory> history = place.variable(name);
        Optional<CodePlace.Given> given = history.filter(VariableHistory::parameter).flatMap(each -> place.given(name.name()));
        if (history.isEmpty() || history.get().parameter() && given.isEmpty()) {
            return UNKNOWN;
        }
        List<Condition> held = given.map(each -> read(each.value(), each.place(), depth)).orElse(List.of());
        List<VariableHistory.Condition> branches = new ArrayList<>();
        for (VariableHistory.Use use : history.get().uses()) {
            boolean sets = use.value() != null && (use.kind() == VariableHistory.Kind.DECLARED
                    || use.kind() == VariableHistory.Kind.ASSIGNED);
            if (sets) {
                List<Condition> value = read(use.value(), place, depth);
                held = use.conditional() ? ConditionReader.joined(held, value) : value;
                use.condition().ifPresent(branches::add);
            }
        }
        return VariableHistory.Condition.isOneTaken(branches) ? Stream.concat(held.stream(), UNKNOWN.stream()).toList() : held;
    }

    /** {@code (root, query, builder) -> predicate}. */
    private List<Condition> function(Expression.Lambda lambda, CodePlace place) {
        MethodDeclaration body = new MethodDeclaration("apply", Set.of(), List.of(), TypeName.of("Predicate"), lambda.parameters(),
                List.of(), lambda.body(), lambda.span(), lambda.span());
        return predicates(body, place);
    }

    /** An object of a class of the program, or of one that is written in its place. */
    private List<Condition> created(Expression.New creation, CodePlace place) {
        if (creation.body() != null) {
            return method(creation.body()).map(each -> predicates(each, new CodePlace(place.owner(), each, Optional.empty())))
                    .orElse(UNKNOWN);
        }
        Optional<DeclaredClass> type = program.declared(place.owner().resolve(creation.type()).className(), place.owner().module());
        return type.flatMap(owner -> method(owner.declaration()).map(each -> predicates(each,
                new CodePlace(owner, each, Optional.empty())))).orElse(UNKNOWN);
    }

    private static Optional<MethodDeclaration> method(TypeDeclaration type) {
        return type.methods().stream().filter(each -> each.name().equals(METHOD) && each.body() != null
                && !each.parameters().isEmpty()).findFirst();
    }

    private List<Condition> predicates(MethodDeclaration function, CodePlace place) {
        if (function.parameters().isEmpty()) {
            return UNKNOWN;
        }
        fetches |= !Calls.in(function, "fetch").isEmpty();
        paths.add(function.parameters().get(0).name(), root);
        List<Expression> values = Returns.of(function);
        return values.isEmpty() ? UNKNOWN : ConditionReader.oneOf(values.stream().map(each -> conditions.read(each, place)).toList());
    }
}
