package dev.seqscan.query.querydsl;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.LinkedBody;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.QueryContext;
import dev.seqscan.source.code.Expression;
import java.util.Optional;
import java.util.Set;

/** Finds where the query or clause of a call begins: at a constructor, or at a call of a factory. */
final class QueryOrigin {

    private static final Set<String> OF_FACTORY = Set.of("selectFrom", "selectDistinct", "selectOne", "selectZero", "query",
            "update", "delete", "insert");
    private static final Set<String> OF_BOTH = Set.of("select", "from");

    private final LinkedBody body;

    private QueryOrigin(LinkedBody body) {
        this.body = body;
    }

    /** Everything that is called on the query before it is sent; empty where its beginning is not in sight. */
    static Optional<CallChain> chain(CallSite call, QueryContext context) {
        QueryOrigin origin = new QueryOrigin(call.body());
        return call.receiver() == null ? Optional.empty()
                : CallChain.of(call.receiver(), call.body(), context.program(), origin::begins, QueryOrigin::handedBack);
    }

    /** Spring Data's {@code Querydsl} changes the query that it is given and returns it. */
    private static Optional<Expression> handedBack(Expression.Call call) {
        boolean changes = call.name().equals("applyPagination") || call.name().equals("applySorting");
        return changes && call.arguments().size() == 2 ? Optional.of(call.arguments().get(1)) : Optional.empty();
    }

    private boolean begins(Expression expression) {
        if (expression instanceof Expression.New creation) {
            return QuerydslTypes.isStatement(creation.type());
        }
        return expression instanceof Expression.Call call
                && (OF_FACTORY.contains(call.name()) && ofFactory(call) || OF_BOTH.contains(call.name()) && ofFactory(call));
    }

    private boolean ofFactory(Expression.Call call) {
        if (call.target() == null || call.target() instanceof Expression.This || call.target() instanceof Expression.Super) {
            return body.target(call).map(target -> target.owner().startsWith("org.springframework.data."))
                    .orElse(!declares(call.name()));
        }
        JavaType type = body.type(call.target());
        if (type.isKnown()) {
            return !QuerydslTypes.isStatement(type);
        }
        return !isQuery(call.target()) && (OF_FACTORY.contains(call.name()) || isFactoryField(call.target())
                || call.target() instanceof Expression.Call || call.target() instanceof Expression.New);
    }

    private boolean declares(String method) {
        return body.owner().declaration().methods().stream().anyMatch(each -> each.name().equals(method));
    }

    /** A query that is being built already, in a method that is not linked. */
    private static boolean isQuery(Expression target) {
        return target instanceof Expression.New creation && QuerydslTypes.isStatement(creation.type())
                || target instanceof Expression.Call call && (OF_FACTORY.contains(call.name()) || OF_BOTH.contains(call.name()));
    }

    private boolean isFactoryField(Expression target) {
        String name = target instanceof Expression.Name simple ? simple.name()
                : target instanceof Expression.Select select ? select.name() : "";
        DeclaredClass owner = body.owner();
        return owner.declaration().fields().stream().anyMatch(each -> each.name().equals(name)
                && each.type().simpleName().endsWith("Factory")) || name.endsWith("actory");
    }
}
