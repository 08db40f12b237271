package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.query.CallSite;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The wrapper by which a call says which rows it means: an argument, or a chain whose last call sends the statement. */
final class PlusWrapper {

    private static final String WRAPPER = PlusTypes.PACKAGE + "core.conditions.Wrapper";

    private PlusWrapper() {
    }

    /** Empty for method references, for conditions that are given otherwise, and for the wrappers that join tables. */
    static Optional<Expression> of(CallSite call) {
        if (call.target().owner().contains(".conditions.")) {
            return Optional.ofNullable(call.receiver()).filter(each -> call.expression() instanceof Expression.Call);
        }
        List<JavaType> parameters = call.target().parameters();
        return call.target().name().contains("Join") ? Optional.empty() : IntStream.range(0, Math.min(parameters.size(),
                call.arguments().size())).filter(each -> isWrapper(parameters.get(each).className()))
                .mapToObj(call.arguments()::get).findFirst();
    }

    private static boolean isWrapper(String className) {
        return className.startsWith(PlusTypes.PACKAGE + "core.conditions.") && className.endsWith("Wrapper");
    }

    /** The class whose rows the type of the wrapper says it is for, as in {@code Db.list(wrapper)}. */
    static Optional<JavaType> rows(CallSite call, Mappers mappers) {
        return of(call).flatMap(each -> mappers.asSuper(call.body().type(each), call.body().owner().module(), Stream.of(WRAPPER)))
                .map(ClassType::arguments).filter(each -> each.size() == 1).map(each -> each.get(0));
    }
}
