package dev.seqscan.query;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import dev.seqscan.source.code.TypeDeclaration;
import java.util.ArrayList;
import java.util.List;

/** The methods of anonymous and local classes within a body, where variables have a life of their own. */
final class InnerMethods {

    private InnerMethods() {
    }

    /** The methods whose variables a point of a method may name, the innermost first, the method itself last. */
    static List<MethodDeclaration> around(MethodDeclaration method, Span point) {
        List<MethodDeclaration> around = new ArrayList<>(List.of(method));
        MethodDeclaration inner = method;
        while (inner != null) {
            Search search = new Search(point);
            search.statement(inner.body());
            inner = search.found;
            if (inner != null) {
                around.add(0, inner);
            }
        }
        return around;
    }

    private static final class Search extends CodeWalk {

        private final Span point;
        private MethodDeclaration found;

        Search(Span point) {
            this.point = point;
        }

        @Override
        void visit(Expression expression) {
            if (expression instanceof Expression.New made && made.body() != null) {
                local(made.body());
            }
        }

        @Override
        void local(TypeDeclaration type) {
            type.methods().stream().filter(each -> each.body() != null && each.body().span().contains(point)).findFirst()
                    .ifPresent(each -> found = each);
        }
    }
}
