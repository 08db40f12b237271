package dev.seqscan.query.mybatis;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.program.Module;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import java.util.Optional;

/** A call of a method that a mapper interface of the program declares. */
final class MapperCall {

    private static final String ANNOTATIONS = "org.apache.ibatis.annotations.";

    private MapperCall() {
    }

    static Optional<Query> bind(CallSite call, Mappers mappers, QueryContext context) {
        Module module = call.body().owner().module();
        Optional<DeclaredMethod> method = DeclaredMethod.withoutBody(call.target(), context.program(), module)
                .filter(each -> each.owner().declaration().isInterface());
        if (method.isEmpty()) {
            return PlusDefault.bind(call, mappers, context);
        }
        Optional<Query> query = query(call, method.get(), mappers, context);
        boolean kept = query.isPresent() && mappers.caches().keeps(method.get(), module, context.settings());
        return kept ? query.map(Query::withCachedResult) : query;
    }

    private static Optional<Query> query(CallSite call, DeclaredMethod method, Mappers mappers, QueryContext context) {
        Module module = call.body().owner().module();
        String name = call.target().name();
        String mapper = interfaceOf(call, method);
        Optional<MappedStatement> statement = AnnotatedMethod.statement(method, context.program(), mappers.files())
                .or(() -> mappers.statement(mapper, name, module, context.schema()));
        if (statement.filter(MappedStatement::definition).isPresent()) {
            return Optional.empty();
        }
        if (statement.isPresent()) {
            return Optional.of(MapperQuery.of(call, simple(mapper) + "." + name, statement.get(), rows(call, method),
                    mappers, context));
        }
        Optional<Query> inherited = PlusCall.bind(call, mappers, context);
        MappedStatement unknown = unknown(method);
        return inherited.isPresent() ? inherited : isMapper(method.owner(), mappers)
                ? Optional.of(MapperQuery.of(call, simple(mapper) + "." + name, unknown, rows(call, method),
                mappers, context)) : Optional.empty();
    }

    /** The receiver's class, unless it is a type variable or a class that has the method by other means. */
    private static String interfaceOf(CallSite call, DeclaredMethod method) {
        String receiver = call.receiverType().className();
        return receiver.isEmpty() ? method.owner().name() : receiver;
    }

    private static boolean isMapper(DeclaredClass type, Mappers mappers) {
        return type.annotation(ANNOTATIONS + "Mapper").isPresent() || mappers.isScanned(type);
    }

    private static MappedStatement unknown(DeclaredMethod method) {
        return new MappedStatement(Command.OTHER, Optional.empty(), false, method.place());
    }

    /** {@code @MapKey} makes a map of many rows; a handler takes them one by one. */
    private static Rows rows(CallSite call, DeclaredMethod method) {
        boolean handled = call.target().parameters().stream().map(JavaType::className)
                .anyMatch("org.apache.ibatis.session.ResultHandler"::equals);
        return handled || method.annotation(ANNOTATIONS + "MapKey").isPresent() ? Rows.MANY
                : ReturnedRows.of(call.target().returns());
    }

    private static String simple(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
