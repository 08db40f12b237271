package dev.seqscan.query;

import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds calls inside of expressions. */
public final class Calls {

    private Calls() {
    }

    /** The first call of one of the names in an expression, lambdas included. */
    public static Optional<Expression.Call> inside(Expression expression, String... names) {
        Search search = new Search(names);
        search.expression(expression);
        return search.found.stream().findFirst();
    }

    /** The calls of one of the names in the body of a method, in the order of the text; without names all calls. */
    public static List<Expression.Call> in(MethodDeclaration method, String... names) {
        Search search = new Search(names);
        if (method != null) {
            search.statement(method.body());
        }
        return List.copyOf(search.found);
    }

    /** The objects that the body of a method makes, in the order of the text. */
    public static List<Expression.New> creations(MethodDeclaration method) {
        List<Expression.New> made = new ArrayList<>();
        new CodeWalk() {
            @Override
            void visit(Expression part) {
                if (part instanceof Expression.New creation) {
                    made.add(creation);
                }
            }
        }.statement(method.body());
        return List.copyOf(made);
    }

    /** Whether the expression is a call of one of the names. */
    public static boolean isCall(Expression expression, String... names) {
        return expression instanceof Expression.Call call && List.of(names).contains(call.name());
    }

    private static final class Search extends CodeWalk {

        private final Set<String> names;
        private final List<Expression.Call> found = new ArrayList<>();

        Search(String... names) {
            this.names = Set.of(names);
        }

        @Override
        void visit(Expression part) {
            if (part instanceof Expression.Call call && (names.isEmpty() || names.contains(call.name()))) {
                found.add(call);
            }
        }
    }
}
