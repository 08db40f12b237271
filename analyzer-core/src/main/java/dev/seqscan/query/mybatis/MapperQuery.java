package dev.seqscan.query.mybatis;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Set;

/** Makes the query of a call out of the statement that it sends. */
final class MapperQuery {

    private static final String ROW_BOUNDS = "org.apache.ibatis.session.RowBounds";
    private static final Set<String> PAGES = Set.of("com.baomidou.mybatisplus.core.metadata.IPage",
            "com.baomidou.mybatisplus.extension.plugins.pagination.Page");

    private MapperQuery() {
    }

    static Query of(CallSite call, String label, MappedStatement statement, Rows returned, Mappers mappers,
            QueryContext context) {
        MappedStatement sent = statement.with(call, context);
        QueryShape read = mappers.shape(sent.bound(call, context), statement, context);
        QueryShape shape = read.command() == Command.OTHER ? unread(statement.command(), read.unknown()) : read;
        boolean reads = statement.command() == Command.SELECT || statement.command() == Command.OTHER;
        Rows rows = !reads ? Rows.NONE : returned == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : returned;
        return new Query(label, Query.Kind.SQL, sent.text(), shape, statement.place(),
                "", rows, paging(call, shape, mappers), statement.list() || shape.takesList(), advice(statement.command()))
                .with(writing(call, false)).filteredAt(statement.filter()).with(statement.nested());
    }

    /** The query of a statement that no call is known to send. */
    static Query declared(String name, MappedStatement statement, Mappers mappers, QueryContext context) {
        QueryShape read = mappers.shape(statement, context);
        QueryShape shape = read.command() == Command.OTHER && !statement.definition()
                ? unread(statement.command(), read.unknown()) : read;
        Rows rows = statement.command() == Command.SELECT ? Rows.MANY : Rows.NONE;
        String[] names = name.split("\\.");
        String label = names.length < 2 ? name : names[names.length - 2] + "." + names[names.length - 1];
        return new Query(label, Query.Kind.SQL, statement.text(), shape, statement.place(), "", rows,
                Query.Paging.of(shape.limit()), statement.list() || shape.takesList(), advice(statement.command()))
                .filteredAt(statement.filter()).with(statement.nested());
    }

    /** A statement of which only the command is known. */
    static QueryShape unread(Command command, List<String> reasons) {
        return new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE, QueryShape.Projection.NONE,
                false, false, List.of(), reasons);
    }

    static Query.Paging paging(CallSite call, QueryShape shape, Mappers mappers) {
        List<JavaType> parameters = call.target().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            String type = parameters.get(i).className();
            if (type.equals(ROW_BOUNDS) && isNoPage(call, i)) {
                return Query.Paging.of(shape.limit());
            }
            if (type.equals(ROW_BOUNDS) && !mappers.configuration().takesRowBoundsOver()) {
                return new Query.Paging(Query.Paging.Form.SKIPPED, i, false);
            }
            if (type.equals(ROW_BOUNDS) || PAGES.contains(type)) {
                return new Query.Paging(Query.Paging.Form.OFFSET, i, !type.equals(ROW_BOUNDS));
            }
        }
        return Query.Paging.of(shape.limit());
    }

    /** {@code RowBounds.DEFAULT} and {@code new RowBounds()} mean all rows. */
    private static boolean isNoPage(CallSite call, int argument) {
        Expression given = argument < call.arguments().size() ? call.arguments().get(argument) : null;
        return given instanceof Expression.Select select && select.name().equals("DEFAULT")
                || given instanceof Expression.New made && made.arguments().isEmpty();
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
        return new Query.Advice(command == Command.SELECT ? "a join and a nested result map" : "", many,
                "a condition on the sort key of the last row");
    }
}
