package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;

/** Makes the query of a call out of the statement that it sends. */
final class MapperQuery {

    private static final Set<String> PAGES = Set.of("org.apache.ibatis.session.RowBounds",
            "com.baomidou.mybatisplus.core.metadata.IPage", "com.baomidou.mybatisplus.extension.plugins.pagination.Page");

    private MapperQuery() {
    }

    /** Takes the shape of the statement, as far as it is understood. */
    static Query of(CallSite call, String label, MappedStatement statement, Rows returned, QueryShape read) {
        QueryShape shape = read.command() == Command.OTHER ? unread(statement.command(), read.unknown()) : read;
        boolean reads = statement.command() == Command.SELECT || statement.command() == Command.OTHER;
        Rows rows = !reads ? Rows.NONE : returned == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : returned;
        return new Query(label, Query.Kind.SQL, statement.text(), shape, statement.place(),
                "", rows, paging(call, shape), statement.list() || shape.takesList(), advice(statement.command()))
                .with(writing(call, false)).filteredAt(statement.filter());
    }

    /** A statement of which only the command is known. */
    static QueryShape unread(Command command, List<String> reasons) {
        return new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE, QueryShape.Projection.NONE,
                false, false, List.of(), reasons);
    }

    static Query.Paging paging(CallSite call, QueryShape shape) {
        List<JavaType> parameters = call.target().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (PAGES.contains(parameters.get(i).className())) {
                return new Query.Paging(Query.Paging.Form.OFFSET, i, !parameters.get(i).className().endsWith("RowBounds"));
            }
        }
        return Query.Paging.of(shape.limit());
    }

    /** A session that was opened with {@code ExecutorType.BATCH} holds writes back and sends them together. */
    static Query.Writing writing(CallSite call, boolean asksFirst) {
        Query.Delivery delivery = isBatched(call) ? Query.Delivery.BATCHED : Query.Delivery.AT_ONCE;
        return new Query.Writing(delivery, delivery, asksFirst, false, false);
    }

    private static boolean isBatched(CallSite call) {
        return call.receiver() != null && CallChain.of(call.receiver(), call.body().owner(), call.body().method(),
                each -> Calls.isCall(each, "openSession")).filter(chain -> ((Expression.Call) chain.origin()).arguments().stream()
                .anyMatch(MapperQuery::isBatch)).isPresent();
    }

    private static boolean isBatch(Expression argument) {
        return argument instanceof Expression.Select select && select.name().equals("BATCH")
                || argument instanceof Expression.Name name && name.name().equals("BATCH");
    }

    private static Query.Advice advice(Command command) {
        String many = switch (command) {
            case INSERT -> "one insert with <foreach> over the rows, or a session with ExecutorType.BATCH";
            case UPDATE, DELETE -> "one statement with in (..) and <foreach>, or a session with ExecutorType.BATCH";
            default -> "one statement with in (..) and <foreach>";
        };
        return new Query.Advice("", many, "a condition on the sort key of the last row");
    }
}
