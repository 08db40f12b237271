package dev.seqscan.query.jdbc;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallChain;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.GivenNumbers;
import dev.seqscan.query.GivenPatterns;
import dev.seqscan.query.GivenText;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.SettingText;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.MethodDeclaration;
import java.util.List;
import java.util.Optional;

/** Makes the query of a call out of its SQL text. */
final class SqlStatement {

    private static final Query.Advice READS = new Query.Advice("", "one statement with in (..)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITES = new Query.Advice("", "a batch (batchUpdate, addBatch)", "");

    private SqlStatement() {
    }

    /** The query of a call whose SQL is the text of an expression beside it. */
    static Query of(CallSite call, Expression sql, Query.Rows rows, QueryContext context) {
        return of(call, sql, call.body().owner(), call.body().method(), rows, context).givenAs(GivenText.of(call, sql));
    }

    /** The query of a call on an object that was made by a call whose first argument is the SQL. */
    static Query of(CallSite call, CallChain chain, Query.Rows rows, QueryContext context) {
        Expression sql = ((Expression.Call) chain.origin()).arguments().get(0);
        return of(call, sql, chain.owner(), chain.method(), rows, context).givenAs(GivenText.of(call, sql, chain));
    }

    private static Query of(CallSite call, Expression sql, DeclaredClass owner, MethodDeclaration method, Query.Rows rows,
            QueryContext context) {
        Text text = Texts.text(sql, owner, method, context.program());
        if (text.full().equals(Text.HOLE)) {
            Optional<SettingText> setting = SettingText.of(sql, owner, method, context);
            if (setting.isPresent()) {
                return query(call, setting.get().text().full(), TextShapes.sql(setting.get().text(), context),
                        setting.get().place(), rows);
            }
        }
        Text given = GivenNumbers.inOrder(GivenPatterns.inOrder(text, call, context), call);
        return query(call, text.full(), TextShapes.sql(given, context),
                owner.place(sql.span()), rows);
    }

    /** The query of a call of whose SQL nothing is known. */
    static Query unknown(CallSite call, String reason, Query.Rows rows) {
        return query(call, Text.HOLE, QueryShape.unknown(reason), call.place(), rows);
    }

    static Query query(CallSite call, String text, QueryShape shape, Place place, Query.Rows rows) {
        QueryShape known = rows == Query.Rows.NONE ? written(shape, call.target().name()) : shape;
        boolean many = call.target().name().startsWith("batch") || call.target().name().endsWith("Batch")
                || shape.takesList();
        return new Query(label(call), Query.Kind.SQL, text, known, place, "", rows(known, rows),
                Query.Paging.of(known.limit()), many, advice(known, rows));
    }

    /** Also a change may give rows, with {@code returning}. */
    private static Query.Advice advice(QueryShape shape, Query.Rows rows) {
        return switch (shape.command()) {
            case INSERT, UPDATE, DELETE -> WRITES;
            default -> rows == Query.Rows.NONE ? WRITES : READS;
        };
    }

    /** An unknown text given to a method for changes still changes something. */
    private static QueryShape written(QueryShape shape, String method) {
        boolean isOpen = shape.command() == QueryShape.Command.OTHER && !shape.unknown().isEmpty();
        return !isOpen || method.equals("execute") ? shape : new QueryShape(QueryShape.Command.UPDATE, shape.roots(),
                shape.predicates(), shape.order(), shape.limit(), shape.projection(), false, false, List.of(),
                shape.unknown());
    }

    private static Query.Rows rows(QueryShape shape, Query.Rows rows) {
        boolean single = shape.limit().rows() == 1 || !shape.grouped() && switch (shape.projection()) {
            case COUNT, EXISTS, AGGREGATE -> true;
            default -> false;
        };
        if (rows == Query.Rows.NONE && shape.command() == QueryShape.Command.SELECT) {
            return single ? Query.Rows.ONE : Query.Rows.MANY;
        }
        return rows == Query.Rows.MANY && single ? Query.Rows.ONE : rows;
    }

    private static String label(CallSite call) {
        JavaType type = call.receiverType();
        String name = type.className().isEmpty() ? call.target().owner() : type.className();
        return name.substring(name.lastIndexOf('.') + 1) + "." + call.target().name();
    }
}
