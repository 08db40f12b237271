package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.Primitive;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.query.mybatis.PlusMethods.By;
import dev.seqscan.query.mybatis.PlusMethods.PlusMethod;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** A call of a method that MyBatis-Plus or the common Mapper gives to mappers, services, active records and wrappers. */
final class PlusCall {

    private static final String EXAMPLES = "tk.mybatis.mapper.";

    private PlusCall() {
    }

    static Optional<Query> bind(CallSite call, Mappers mappers, QueryContext context) {
        String owner = call.target().owner();
        boolean ofLibrary = PlusTypes.isOfLibrary(owner);
        if (ofLibrary && !PlusTypes.sends(owner) || startsChain(call) || ofLibrary && isOverridden(call, mappers)) {
            return Optional.empty();
        }
        return PlusTypes.method(call, mappers).map(method -> query(call, method, mappers, context));
    }

    /** {@code update()} of a service and {@code Db.update(Order.class)} begin a chain, which {@code update()} ends. */
    private static boolean startsChain(CallSite call) {
        return call.target().returns().className().contains("ChainWrapper");
    }

    private static boolean isOverridden(CallSite call, Mappers mappers) {
        JavaType receiver = call.receiverType();
        return !(call.receiver() instanceof Expression.Super) && !PlusTypes.isOfLibrary(receiver.className())
                && mappers.isOverriddenBelow(receiver, call.target().name(), call.target().parameters().size());
    }

    private static Query query(CallSite call, PlusMethod method, Mappers mappers, QueryContext context) {
        Module module = call.body().owner().module();
        Optional<JavaType> entity = PlusTypes.entity(receiver(call), call.target().owner(), mappers, module)
                .or(() -> PlusWrapper.rows(call, mappers));
        Optional<PlusTable> table = entity.flatMap(each -> PlusTable.of(each, context));
        boolean many = method.many() || takesContainer(call);
        QueryShape shape = shape(method, table, many, call, context);
        shape = ofExample(new PlusShape(method, table, context), entity, call).orElse(shape);
        return new Query(simple(named(call)) + "." + call.target().name(), Query.Kind.CRUD,
                call.target().name(), shape, call.place(), "", rows(call, method, shape),
                MapperQuery.paging(call, shape, mappers), many || shape.takesList(), new PlusAdvice(call, method, mappers)
                .advice())
                .with(MapperQuery.writing(call, call.target().name().endsWith("OrUpdate")));
    }

    /** A handler takes rows one by one. */
    private static Rows rows(CallSite call, PlusMethod method, QueryShape shape) {
        boolean handled = method.command() == Command.SELECT && call.target().returns().equals(Primitive.VOID);
        return handled ? Rows.MANY : method.rows() == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : method.rows();
    }

    /** Of a mapper of which only the bound is known it is told which class asks. */
    private static String named(CallSite call) {
        if (call.receiverType() instanceof JavaType.TypeVariable) {
            return call.body().owner().name();
        }
        String receiver = receiver(call).className();
        return receiver.isEmpty() ? call.target().owner() : receiver;
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static JavaType receiver(CallSite call) {
        return call.receiver() instanceof Expression.Super ? JavaType.of(call.body().owner().name()) : call.receiverType();
    }

    /** Since 3.5.7 mappers take lists under the names for one row. */
    private static boolean takesContainer(CallSite call) {
        List<JavaType> parameters = call.target().parameters();
        return !parameters.isEmpty() && ReturnedRows.of(parameters.get(0)) == Rows.MANY
                && !parameters.get(0).className().endsWith("Page");
    }

    private static QueryShape shape(PlusMethod method, Optional<PlusTable> table, boolean many, CallSite call,
            QueryContext context) {
        PlusShape shape = new PlusShape(method, table, context);
        if (method.by() != By.CONDITIONS || !takesConditions(call)) {
            return shape.of(many);
        }
        return PlusWrapper.of(call).map(each -> shape.of(each, place(call))).orElseGet(shape::open);
    }

    /** What an example of tk.mybatis says; empty where none is given, or not by a type of its own. */
    private static Optional<QueryShape> ofExample(PlusShape shape, Optional<JavaType> entity, CallSite call) {
        Optional<DeclaredClass> type = shape.method().by() != By.CONDITIONS ? Optional.empty()
                : entity.flatMap(each -> shape.context().program().declared(each.className(), call.body().owner().module()));
        return type.flatMap(each -> call.arguments().stream()
                .filter(given -> call.body().type(given).className().startsWith(EXAMPLES)).findFirst()
                .map(given -> shape.ofExample(given, place(call), each)));
    }

    private static CodePlace place(CallSite call) {
        return new CodePlace(call.body().owner(), call.body().method(), Optional.empty());
    }

    /** {@code list()} of a service reads the whole table; that of a chain what was said before. */
    private static boolean takesConditions(CallSite call) {
        return call.target().owner().contains(".conditions.") || !call.target().parameters().stream()
                .allMatch(each -> each.className().endsWith("IPage"));
    }
}
