package dev.seqscan.query;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to a local variable or parameter when a point of its method is reached, in the order of the text.
 * What stands in a branch that cannot lead to the point is left out. A loop that comes back to an earlier point is
 * not followed.
 *
 * @param type as declared, {@code var} included
 * @param parameter whether it is a parameter of the method itself
 */
public record VariableHistory(String name, TypeName type, boolean parameter, List<Use> uses) {

    /** Kinds of uses. */
    public enum Kind {
        /** Its declaration; the value is the initialiser. */
        DECLARED,
        /** {@code name = value}. */
        ASSIGNED,
        /** {@code name += value}. */
        ADDED,
        /** A chain of calls on it; the value is the whole chain. */
        CALLED,
        /** It is an argument of a call; the value is that call. */
        PASSED
    }

    /**
     * One use.
     *
     * @param value see the kinds; null for a declaration without an initialiser
     * @param condition why the point may be reached without it; empty where it always takes place
     */
    public record Use(Kind kind, Expression value, Optional<Condition> condition) {

        /** Whether the point may be reached without it. */
        public boolean conditional() {
            return condition.isPresent();
        }
    }

    /**
     * The branch in which a use stands.
     *
     * @param choice the whole loop, {@code if} or {@code switch}
     * @param branch the part of it
     * @param otherwise whether it is reached whenever the other branches are not
     * @param nested whether a further condition stands in the branch
     */
    public record Condition(Span choice, Span branch, boolean otherwise, boolean nested) {

        /** Whether one of the branches is taken in any case, so that what happens in one of them always happens, whichever. */
        public static boolean isOneTaken(List<Condition> branches) {
            return branches.stream().anyMatch(last -> last.otherwise() && !last.nested() && branches.stream()
                    .anyMatch(other -> other.choice().equals(last.choice()) && !other.branch().equals(last.branch())));
        }
    }

    /** The history of a name before a point; empty where the name means no variable of the method there. */
    public static Optional<VariableHistory> of(MethodDeclaration method, String name, Span point) {
        if (method == null || method.body() == null) {
            return Optional.empty();
        }
        return InnerMethods.around(method, point).stream().flatMap(each -> within(each, name, point).stream()
                .map(found -> each == method ? found : found.ofInner())).findFirst();
    }

    /** What the parameter of an inner method gets is up to whoever calls it back. */
    private VariableHistory ofInner() {
        return new VariableHistory(name, type, false, uses);
    }

    private static Optional<VariableHistory> within(MethodDeclaration method, String name, Span point) {
        Collector collector = new Collector(name, point);
        collector.statement(method.body());
        Optional<MethodDeclaration.Parameter> parameter =
                method.parameters().stream().filter(each -> each.name().equals(name)).findFirst();
        if (collector.type == null && parameter.isEmpty()) {
            return Optional.empty();
        }
        boolean isParameter = collector.type == null;
        if (isParameter) {
            collector.uses.add(0, new Use(Kind.DECLARED, null, Optional.empty()));
        }
        return Optional.of(new VariableHistory(name, isParameter ? parameter.get().type() : collector.type,
                isParameter, List.copyOf(collector.uses)));
    }

    /** The whole history of the local variable whose initialiser is the expression, if there is one. */
    public static Optional<VariableHistory> initialisedWith(MethodDeclaration method, Expression initializer) {
        if (method == null || method.body() == null) {
            return Optional.empty();
        }
        return InnerMethods.around(method, initializer.span()).stream().flatMap(each -> {
            InitialiserSearch search = new InitialiserSearch(each, initializer);
            search.statement(each.body());
            return search.found.stream();
        }).findFirst();
    }

    /** Everything it may hold: what was assigned, from the last assignment on that surely took place. */
    public List<Expression> values() {
        List<Expression> values = new ArrayList<>();
        for (Use use : uses) {
            if (use.kind() == Kind.DECLARED || use.kind() == Kind.ASSIGNED) {
                if (!use.conditional()) {
                    values.clear();
                }
                if (use.value() != null && !isNull(use.value())) {
                    values.add(use.value());
                }
            }
        }
        return List.copyOf(values);
    }

    private static boolean isNull(Expression value) {
        return value instanceof Expression.Literal literal && literal.kind() == Expression.LiteralKind.NULL;
    }

    private static final class InitialiserSearch extends CodeWalk {

        private final MethodDeclaration method;
        private final Expression initializer;
        private Optional<VariableHistory> found = Optional.empty();

        InitialiserSearch(MethodDeclaration method, Expression initializer) {
            this.method = method;
            this.initializer = initializer;
        }

        @Override
        void declare(TypeName declared, String variable, Expression value, Span span) {
            if (value == initializer) {
                Span around = scope();
                int column = Math.max(1, around.endColumn() - 1);
                found = within(method, variable, new Span(around.endLine(), column, around.endLine(), around.endColumn()));
            }
        }
    }

    private static final class Collector extends CodeWalk {

        private final String name;
        private final Span point;
        private final List<Use> uses = new ArrayList<>();
        private TypeName type;

        Collector(String name, Span point) {
            this.name = name;
            this.point = point;
        }

        @Override
        void declare(TypeName declared, String variable, Expression value, Span span) {
            if (variable.equals(name) && isBefore(span) && scope().contains(point)) {
                type = declared;
                uses.clear();
                uses.add(new Use(Kind.DECLARED, value, Optional.empty()));
            }
        }

        @Override
        void visit(Expression expression) {
            if (!isBefore(expression.span()) || expression.span().contains(point)) {
                return;
            }
            if (expression instanceof Expression.Assign assign && isName(assign.target())) {
                add(assign.operator().equals("=") ? Kind.ASSIGNED : Kind.ADDED, assign.value());
            } else if (expression instanceof Expression.Call call) {
                called(call);
            }
        }

        /** Calls of a chain are visited from the inside out; the outermost replaces the inner ones. */
        private void called(Expression.Call call) {
            if (call.target() != null && isName(root(call.target()))) {
                Use last = uses.isEmpty() ? null : uses.get(uses.size() - 1);
                if (last != null && last.kind() == Kind.CALLED && last.value() == call.target()) {
                    uses.remove(uses.size() - 1);
                }
                add(Kind.CALLED, call);
            } else if (call.arguments().stream().anyMatch(this::isName)) {
                add(Kind.PASSED, call);
            }
        }

        private void add(Kind kind, Expression value) {
            List<CodeWalk.Branch> passed = new ArrayList<>();
            for (CodeWalk.Branch branch : branches()) {
                if (!branch.span().contains(point)) {
                    if (branch.leaves() || branch.whole().contains(point)) {
                        return;
                    }
                    passed.add(branch);
                }
            }
            boolean otherwise = passed.stream().allMatch(CodeWalk.Branch::otherwise);
            uses.add(new Use(kind, value, passed.stream().findFirst().map(outermost -> new Condition(outermost.whole(),
                    outermost.span(), otherwise, passed.size() > 1))));
        }

        private boolean isBefore(Span span) {
            return span.startLine() < point.startLine()
                    || span.startLine() == point.startLine() && span.startColumn() < point.startColumn();
        }

        private boolean isName(Expression expression) {
            return expression instanceof Expression.Name simple && simple.name().equals(name);
        }

        private static Expression root(Expression expression) {
            Expression current = expression;
            while (current instanceof Expression.Call call && call.target() != null) {
                current = call.target();
            }
            return current;
        }
    }
}
