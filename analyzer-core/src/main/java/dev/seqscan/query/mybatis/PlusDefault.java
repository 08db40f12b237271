package dev.seqscan.query.mybatis;

import dev.seqscan.program.Module;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A call of a default method that a generic mapper of the program adds, {@code selectOne(Order::getNo, no)}: it sends one
 * statement, of which only the call knows the table and the columns.
 */
final class PlusDefault {

    private static final int DEEPEST = 4;

    private PlusDefault() {
    }

    /** Empty where the method sends several statements, or none that is inherited. */
    static Optional<Query> bind(CallSite call, Mappers mappers, QueryContext context) {
        Module module = call.body().owner().module();
        Optional<DeclaredMethod> method = DeclaredMethod.of(call.target(), context.program(), module)
                .filter(each -> each.declaration().body() != null && each.owner().declaration().isInterface()
                        && !each.owner().declaration().typeParameters().isEmpty());
        boolean concrete = method.isPresent() && call.expression() instanceof Expression.Call
                && !call.receiverType().className().equals(method.get().owner().name())
                && PlusTypes.isMapper(call.receiverType(), mappers, module);
        return !concrete ? Optional.empty() : sent(new CodePlace(method.get().owner(), method.get().declaration(),
                Optional.of(new CallChain.Entry((Expression.Call) call.expression(), call.body().owner(), call.body().method(),
                        Optional.empty()))), 0).flatMap(each -> PlusMethods.find(each.call().name())
                .map(known -> query(call, each, known, mappers, context)));
    }

    /** A call of an inherited method and where it stands. */
    private record Sent(Expression.Call call, CodePlace place) {
    }

    /** The one call that sends something, through other default methods of the mapper. */
    private static Optional<Sent> sent(CodePlace place, int depth) {
        List<Expression.Call> sending = Calls.in(place.method()).stream()
                .filter(each -> PlusMethods.isName(each.name()) || place.own(each).isPresent()).toList();
        if (sending.size() != 1 || depth > DEEPEST) {
            return Optional.empty();
        }
        Expression.Call only = sending.get(0);
        boolean own = only.target() == null || only.target() instanceof Expression.This;
        Optional<CodePlace> further = place.own(only);
        return further.isPresent() ? sent(further.get(), depth + 1)
                : own && isByWrapper(only) ? Optional.of(new Sent(only, place)) : Optional.empty();
    }

    private static boolean isByWrapper(Expression.Call call) {
        return !call.name().endsWith("ByMap") && PlusMethods.find(call.name()).filter(each -> each.by() == By.CONDITIONS)
                .isPresent();
    }

    private static Query query(CallSite call, Sent sent, PlusMethod method, Mappers mappers, QueryContext context) {
        Optional<PlusTable> table = PlusTypes.entity(call.receiverType(), call.target().owner(), mappers,
                call.body().owner().module()).flatMap(each -> PlusTable.of(each, context));
        List<Expression> arguments = sent.call().arguments();
        PlusShape shapes = new PlusShape(method, table, context);
        QueryShape shape = arguments.isEmpty() ? shapes.of(false)
                : shapes.of(arguments.get(arguments.size() - 1), sent.place());
        String receiver = call.receiverType().className();
        boolean first = method.rows() == Rows.MANY && ReturnedRows.of(call.target().returns()) == Rows.ONE
                || method.rows() == Rows.MANY && shape.limit().rows() == 1;
        return new Query(receiver.substring(receiver.lastIndexOf('.') + 1) + "." + call.target().name(), Query.Kind.CRUD,
                call.target().name(), shape, call.place(), "", first ? Rows.ONE : method.rows(),
                MapperQuery.paging(call, shape, mappers), shape.takesList(), new PlusAdvice(call, method, mappers).advice())
                .with(MapperQuery.writing(call, false));
    }
}
