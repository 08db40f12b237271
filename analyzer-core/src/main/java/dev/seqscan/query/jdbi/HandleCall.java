package dev.seqscan.query.jdbi;

import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.GivenText;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.query.Texts;
import dev.seqscan.query.jdbi.JdbiStatement.Form;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Calls of handles and of what they make: a statement is sent by the last call of its chain ("Statements" in the developer
 * guide of jdbi 3).
 */
final class HandleCall {

    private static final String V3 = "org.jdbi.v3.core.";
    private static final String V2 = "org.skife.jdbi.v2.";
    private static final String[] ORIGINS = {"createQuery", "createUpdate", "createCall", "createScript", "prepareBatch",
            "createBatch", "select", "createStatement"};
    private static final Map<String, Rows> RESULTS = Map.ofEntries(Map.entry("list", Rows.MANY),
            Map.entry("set", Rows.MANY), Map.entry("stream", Rows.MANY), Map.entry("iterator", Rows.MANY),
            Map.entry("forEach", Rows.MANY), Map.entry("forEachWithCount", Rows.MANY), Map.entry("collect", Rows.MANY),
            Map.entry("collectToMap", Rows.MANY), Map.entry("toCollection", Rows.MANY), Map.entry("collectInto", Rows.MANY),
            Map.entry("collectIntoList", Rows.MANY), Map.entry("collectIntoSet", Rows.MANY),
            Map.entry("collectRows", Rows.MANY), Map.entry("reduce", Rows.MANY), Map.entry("reduceRows", Rows.MANY),
            Map.entry("reduceResultSet", Rows.MANY), Map.entry("scanResultSet", Rows.MANY), Map.entry("fold", Rows.MANY),
            Map.entry("useStream", Rows.MANY), Map.entry("withStream", Rows.MANY), Map.entry("useIterator", Rows.MANY),
            Map.entry("withIterator", Rows.MANY), Map.entry("one", Rows.ONE), Map.entry("findOne", Rows.ONE),
            Map.entry("findOnly", Rows.ONE), Map.entry("first", Rows.ONE), Map.entry("findFirst", Rows.ONE));
    private static final List<String> EXECUTED = List.of("execute", "executeLarge", "executeAndGetModCount", "invoke",
            "executeAsSeparateStatements", "executePreparedBatch", "one");

    private HandleCall() {
    }

    static boolean isOfJdbi(String owner) {
        return owner.startsWith(V3) || owner.startsWith(V2) && !owner.startsWith(V2 + "sqlobject.");
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        String type = owner.substring(owner.lastIndexOf('.') + 1);
        return switch (type) {
            case "Handle" -> ofHandle(call, owner.startsWith(V2), context);
            case "ResultIterable", "ResultBearing", "Query", "BatchResultBearing" ->
                    Optional.ofNullable(RESULTS.get(call.target().name())).map(rows -> ofChain(call, rows, context));
            case "Update", "PreparedBatch", "Batch", "Script", "Call" -> EXECUTED.contains(call.target().name())
                    ? Optional.of(ofChain(call, Rows.NONE, context)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** {@code execute(sql, ..)}, and in jdbi 2 {@code insert}, {@code update} and {@code select} too. */
    private static Optional<Query> ofHandle(CallSite call, boolean second, QueryContext context) {
        String name = call.target().name();
        boolean select = second && name.equals("select");
        if (call.arguments().isEmpty() || !(name.equals("execute") || select || second && List.of("insert", "update").contains(name))) {
            return Optional.empty();
        }
        Text sql = Texts.text(call.arguments().get(0), call.body(), context.program());
        return Optional.of(JdbiStatement.query(form(call), label(call),
                Optional.of(sql), select ? Command.SELECT : Command.OTHER, call.place(), select ? Rows.MANY : Rows.NONE, false,
                context).givenAs(GivenText.of(call, call.arguments().get(0))));
    }

    private static Query ofChain(CallSite call, Rows rows, QueryContext context) {
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(),
                call.body().owner(), call.body().method(), each -> Calls.isCall(each, ORIGINS));
        Optional<Expression.Call> origin = chain.map(each -> (Expression.Call) each.origin());
        boolean writes = rows == Rows.NONE || origin.filter(each -> !List.of("createQuery", "select").contains(each.name()))
                .isPresent();
        Optional<Text> sql = origin.filter(each -> !each.arguments().isEmpty()).map(each -> Texts.text(
                each.arguments().get(0), chain.get().owner(), chain.get().method(), context.program()));
        boolean batch = call.target().owner().endsWith("Batch")
                || origin.filter(each -> each.name().endsWith("Batch")).isPresent();
        return JdbiStatement.query(form(call), label(call), sql, writes ? Command.UPDATE : Command.SELECT,
                sql.isEmpty() ? call.place() : chain.get().owner().place(origin.get().arguments().get(0).span()),
                writes ? Rows.NONE : rows, batch, context)
                .givenAs(sql.flatMap(text -> GivenText.of(call, origin.get().arguments().get(0), chain.get())));
    }

    private static Form form(CallSite call) {
        return call.target().owner().startsWith(V2) ? Form.HANDLE_OF_2 : Form.HANDLE;
    }

    /** All handles send through the same few classes, so what tells statements apart is the method that puts them together. */
    private static String label(CallSite call) {
        return call.body().owner().simpleName() + "." + call.body().method().name();
    }
}
