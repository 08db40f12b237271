package dev.seqscan.query.wrapper;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.query.Building;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Condition;
import dev.seqscan.query.OwnCalls;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.Modifier;
import dev.seqscan.source.code.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the calls on a wrapper, those of the library and those that a class of the program adds to it. */
final class StepReader {

    private static final int DEEPEST = 8;
    private static final int MOST_STEPS = 2000;
    private static final int MOST_ANCESTORS = 5;
    /** Calls that choose no rows. */
    private static final Set<String> HARMLESS = Set.of("lambda", "comment", "first", "clone", "checkSqlInjection", "set",
            "setSql",
            "setIncrBy", "setDecrBy", "setEntityClass", "getEntity", "getEntityClass", "getWrapper", "getSqlSegment",
            "getCustomSqlSegment", "getTargetSql", "getSqlSelect", "getSqlSet", "getExpression", "getParamNameValuePairs",
            "isEmptyOfWhere", "nonEmptyOfWhere", "isEmptyOfNormal", "isEmptyOfEntity", "toString", "hashCode", "equals",
            "getClass", "setParamAlias", "getParamAlias", "useAnnotationOrderBy");

    private final QueryContext context;
    private final Comparisons comparisons;
    private final Clauses clauses;
    private final Optional<DeclaredClass> house;
    private int read;

    /**
     * Takes where columns, order and the like go.
     *
     * @param house the class of the program that the wrapper is, if it is one
     */
    StepReader(Operands operands, Clauses clauses, Optional<DeclaredClass> house, QueryContext context) {
        this.context = context;
        this.comparisons = new Comparisons(operands, context);
        this.clauses = clauses;
        this.house = house;
    }

    void read(List<Building.Step> steps, Pieces pieces) {
        steps.forEach(each -> read(each, pieces, 0));
    }

    private void read(Building.Step step, Pieces pieces, int depth) {
        Expression.Call call = step.call();
        if (depth > DEEPEST || ++read > MOST_STEPS) {
            pieces.open();
        } else if (Comparisons.isName(call.name())) {
            pieces.add(comparisons.read(call, step.place()).optionally(step.conditional()), step.branch());
        } else if (Set.of("and", "or", "nested", "not").contains(call.name())) {
            nested(step, pieces, depth);
        } else if (call.name().equals("func")) {
            function(step, pieces, depth);
        } else if (call.name().equals("clear")) {
            pieces.clear();
        } else if (!HARMLESS.contains(call.name()) && !clauses.read(call, step.place(), step.conditional())) {
            own(step, pieces, depth);
        }
    }

    /** {@code or()} joins its neighbours; with a function it opens a parenthesis, as {@code and(..)} does. */
    private void nested(Building.Step step, Pieces pieces, int depth) {
        List<Expression> arguments = step.call().arguments();
        Expression last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
        boolean or = step.call().name().equals("or");
        if (or) {
            pieces.or();
        }
        if (last == null || or && !isFunction(last)) {
            boolean sure = or && !step.conditional() && (last == null || Arguments.isTrue(last));
            if (!sure) {
                pieces.open();
            }
            return;
        }
        Pieces inner = new Pieces();
        steps(last, step.place()).ifPresentOrElse(all -> all.forEach(each -> read(each, inner, depth + 1)), inner::open);
        boolean conditional = step.conditional() || arguments.size() > 1 && !Arguments.isTrue(arguments.get(0));
        boolean not = step.call().name().equals("not");
        List<Condition> all = or || not ? inner.nested(not ? "not " : "").stream().toList() : inner.joined();
        all.forEach(each -> pieces.add(each.optionally(conditional), step.branch()));
    }

    private static boolean isFunction(Expression expression) {
        return expression instanceof Expression.Lambda || expression instanceof Expression.MethodReference
                || expression instanceof Expression.Name;
    }

    /** {@code func(w -> ..)} goes on with the same conditions. */
    private void function(Building.Step step, Pieces pieces, int depth) {
        List<Expression> arguments = step.call().arguments();
        boolean plain = arguments.size() == 1;
        for (Expression each : arguments) {
            if (plain || each instanceof Expression.Lambda) {
                steps(each, step.place()).ifPresentOrElse(all -> all.forEach(inner -> read(new Building.Step(inner.call(),
                        inner.place(), inner.conditional() || step.conditional() || !plain, inner.branch()), pieces, depth + 1)),
                        pieces::open);
            }
        }
    }

    /** What a function does to the wrapper that it is given; empty where that is not seen. */
    private Optional<List<Building.Step>> steps(Expression function, CodePlace place) {
        if (!(function instanceof Expression.Lambda lambda) || lambda.parameters().size() != 1) {
            return Optional.empty();
        }
        String name = lambda.parameters().get(0).name();
        if (lambda.expression() && lambda.body().statements().get(0) instanceof Statement.Return returned) {
            return chain(returned.value(), name, place, Optional.empty(), false);
        }
        Span body = lambda.body().span();
        Span end = new Span(body.endLine(), Math.max(1, body.endColumn() - 1), body.endLine(), body.endColumn());
        return VariableHistory.of(place.method(), name, end).flatMap(each -> steps(each, place));
    }

    private static Optional<List<Building.Step>> steps(VariableHistory history, CodePlace place) {
        List<Building.Step> steps = new ArrayList<>();
        for (VariableHistory.Use use : history.uses()) {
            Optional<List<Building.Step>> chain = use.kind() == VariableHistory.Kind.CALLED
                    ? chain(use.value(), history.name(), place, use.condition(), use.conditional()) : Optional.empty();
            if (chain.isEmpty() && use.kind() != VariableHistory.Kind.DECLARED) {
                return Optional.empty();
            }
            chain.ifPresent(steps::addAll);
        }
        return Optional.of(steps);
    }

    private static Optional<List<Building.Step>> chain(Expression last, String name, CodePlace place,
            Optional<VariableHistory.Condition> branch, boolean conditional) {
        List<Building.Step> steps = new ArrayList<>();
        Expression current = last;
        while (current instanceof Expression.Call call) {
            steps.add(new Building.Step(call, place, conditional, branch));
            current = call.target();
        }
        Collections.reverse(steps);
        return current instanceof Expression.Name root && root.name().equals(name) ? Optional.of(steps) : Optional.empty();
    }

    /** A method that a class of the program adds: what it calls on its own object is as if it had been called from outside. */
    private void own(Building.Step step, Pieces pieces, int depth) {
        Optional<CodePlace> method = method(step);
        if (method.isEmpty()) {
            pieces.open();
            return;
        }
        for (OwnCalls.OwnCall each : OwnCalls.of(method.get().method())) {
            boolean conditional = each.conditional() || step.conditional();
            boolean isStep = !isHelper(each.call(), method.get());
            if (isStep) {
                read(new Building.Step(each.call(), method.get(), conditional, Optional.empty()), pieces, depth + 1);
            }
        }
    }

    private Optional<CodePlace> method(Building.Step step) {
        Expression.Call call = step.call();
        CodePlace place = step.place();
        Optional<DeclaredClass> type = house;
        for (int i = 0; i < MOST_ANCESTORS && type.isPresent(); i++) {
            DeclaredClass owner = type.get();
            Optional<MethodDeclaration> found = owner.declaration().methods().stream().filter(each -> each.body() != null
                    && each.name().equals(call.name()) && each.parameters().size() == call.arguments().size()).findFirst();
            if (found.isPresent()) {
                return found.map(each -> new CodePlace(owner, each,
                        Optional.of(new CallChain.Entry(call, place.owner(), place.method(), place.entered()))));
            }
            type = owner.declaration().extended().stream().findFirst()
                    .flatMap(each -> context.program().declared(owner.resolve(each).className(), owner.module()));
        }
        return Optional.empty();
    }

    /** A static method of the class, or one of its own that gives no wrapper, as one that checks a value. */
    private static boolean isHelper(Expression.Call call, CodePlace place) {
        return call.target() == null && place.owner().declaration().methods().stream()
                .anyMatch(each -> each.name().equals(call.name())
                && (each.modifiers().contains(Modifier.STATIC)
                || Set.of("boolean", "String", "Object").contains(each.returnType().name())));
    }
}
