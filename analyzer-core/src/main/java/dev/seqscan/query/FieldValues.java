package dev.seqscan.query;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.FieldDeclaration;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the class that declares a field assigns to it.
 *
 * @param all the initialiser and every assignment, in the order of the text
 * @param method the method of the last assignment; null where there is the initialiser only
 */
record FieldValues(List<Expression> all, MethodDeclaration method) {

    /** The values of a field of the class itself; none where it has no such field. */
    static FieldValues of(String field, DeclaredClass owner) {
        Optional<FieldDeclaration> declared =
                owner.declaration().fields().stream().filter(each -> each.name().equals(field)).findFirst();
        if (declared.isEmpty()) {
            return new FieldValues(List.of(), null);
        }
        Search search = new Search(field);
        if (declared.get().initializer() != null) {
            search.values.add(declared.get().initializer());
        }
        for (MethodDeclaration method : owner.declaration().methods()) {
            search.method = method;
            search.statement(method.body());
        }
        return new FieldValues(List.copyOf(search.values), search.last);
    }

    private static final class Search extends CodeWalk {

        private final String field;
        private final List<Expression> values = new ArrayList<>();
        private MethodDeclaration method;
        private MethodDeclaration last;

        Search(String field) {
            this.field = field;
        }

        @Override
        void visit(Expression expression) {
            if (expression instanceof Expression.Assign assign && isField(assign.target())) {
                values.add(assign.value());
                last = method;
            }
        }

        private boolean isField(Expression target) {
            return target instanceof Expression.Name name && name.name().equals(field)
                    || target instanceof Expression.Select select && select.name().equals(field);
        }
    }
}
