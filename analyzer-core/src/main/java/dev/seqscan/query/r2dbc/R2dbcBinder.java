package dev.seqscan.query.r2dbc;

import com.google.auto.service.AutoService;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Calls;
import dev.seqscan.query.GivenText;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Paging;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryBinder;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.SettingText;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import java.util.Map;
import java.util.Optional;

/**
 * Statements sent through R2DBC: the call that asks for rows sends the text that was given to {@code sql(..)} or
 * {@code createStatement(..)} (Spring Framework reference, "Using DatabaseClient"; R2DBC specification, "Statements").
 */
@AutoService(QueryBinder.class)
public final class R2dbcBinder implements QueryBinder {

    private static final String SPRING = "org.springframework.r2dbc.core.";
    private static final Map<String,
            Rows> FETCHED = Map.of("all", Rows.MANY, "one", Rows.ONE, "first", Rows.ONE, "rowsUpdated", Rows.NONE,
            "then", Rows.NONE, "flatMap", Rows.MANY);
    private static final Query.Advice READS = new Query.Advice("", "one statement with in (..)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITES = new Query.Advice("", "several bindings of one statement (add())", "");

    @Override
    public Optional<Query> bind(CallSite call, QueryContext context) {
        String owner = call.target().owner();
        boolean sends = owner.startsWith(SPRING) && isSpring(owner.substring(SPRING.length()))
                || owner.equals("io.r2dbc.spi.Statement") && call.target().name().equals("execute");
        Rows rows = owner.startsWith(SPRING) ? FETCHED.get(call.target().name()) : Rows.MANY;
        return sends && rows != null ? Optional.of(query(call, rows, context)) : Optional.empty();
    }

    private static boolean isSpring(String type) {
        return type.equals("RowsFetchSpec") || type.equals("UpdatedRowsFetchSpec") || type.equals("FetchSpec")
                || type.endsWith("GenericExecuteSpec");
    }

    private static Query query(CallSite call, Rows rows, QueryContext context) {
        Optional<CallChain> chain = call.receiver() == null ? Optional.empty() : CallChain.of(call.receiver(), call.body(),
                context.program(), R2dbcBinder::states);
        Optional<Expression> sql = chain.map(each -> ((Expression.Call) each.origin()).arguments().get(0));
        Text text = sql.map(each -> Texts.text(each, chain.get(), context.program())).orElse(Text.hole());
        Optional<SettingText> setting = sql.filter(each -> text.full().equals(Text.HOLE)).flatMap(each ->
                SettingText.of(each, chain.get().owner(), chain.get().method(), context));
        return setting.isPresent() ? query(call, rows, setting.get().text(), setting.get().place(), context)
                : query(call, rows, text, sql.map(each -> chain.get().owner().place(each.span())).orElseGet(call::place), context)
                        .givenAs(sql.flatMap(each -> GivenText.of(call, each, chain.get())));
    }

    private static Query query(CallSite call, Rows rows, Text text, Place place, QueryContext context) {
        QueryShape shape = written(TextShapes.sql(text, context), rows);
        return new Query("DatabaseClient." + call.target().name(), Query.Kind.SQL, text.full(), shape, place, "",
                atMost(shape, rows),
                Paging.of(shape.limit()), shape.takesList(), shape.command() == Command.SELECT ? READS : WRITES);
    }

    private static boolean states(Expression expression) {
        return Calls.isCall(expression, "sql", "createStatement") && !((Expression.Call) expression).arguments().isEmpty();
    }

    /** An unknown text that is sent for the number of changed rows changes something. */
    private static QueryShape written(QueryShape shape, Rows rows) {
        return rows == Rows.NONE && shape.command() == Command.OTHER ? shape.withCommand(Command.UPDATE) : shape;
    }

    private static Rows atMost(QueryShape shape, Rows rows) {
        boolean single = shape.limit().rows() == 1 || !shape.grouped() && switch (shape.projection()) {
            case COUNT, EXISTS, AGGREGATE -> true;
            default -> false;
        };
        return rows == Rows.MANY && single ? Rows.ONE : rows;
    }
}
