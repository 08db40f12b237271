package dev.seqscan.query.jooq;

import dev.seqscan.program.DeclaredClass;
import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.CodePlace;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/** A call of a DAO ("DAOs" in the manual). What the generator writes for each column calls these methods itself. */
final class DaoCall {

    private final CallSite call;
    private final QueryContext context;
    private final QueryCall queries;

    DaoCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.queries = new QueryCall(call, context);
    }

    /** Empty for calls that send nothing. */
    Optional<Query> query() {
        String table = table().map(JooqTable::from).orElse(Text.HOLE);
        return switch (call.target().name()) {
            case "insert" -> Optional.of(written("insert into " + table, Command.INSERT));
            case "update", "merge" -> Optional.of(written("update " + table, Command.UPDATE));
            case "delete", "deleteById" -> Optional.of(written("delete from " + table, Command.DELETE));
            default -> found(table);
        };
    }

    private Optional<Query> found(String table) {
        return switch (call.target().name()) {
            case "findById", "findOptionalById" -> Optional.of(byId("select * from " + table, Projection.ALL_COLUMNS));
            case "existsById", "exists" -> Optional.of(byId("select 1 from " + table, Projection.EXISTS));
            case "count" -> Optional.of(read("select count(*) from " + table, Rows.ONE));
            case "findAll" -> Optional.of(read("select * from " + table, Rows.MANY));
            case "fetch" -> Optional.of(read("select * from " + table + where(" in (?)"), Rows.MANY));
            case "fetchRange" -> Optional.of(read("select * from " + table + where(" between ? and ?"), Rows.MANY));
            case "fetchOne", "fetchOptional" -> Optional.of(read("select * from " + table + where(" = ?"), Rows.ONE));
            default -> Optional.empty();
        };
    }

    private String where(String comparison) {
        Optional<String> column = call.arguments().isEmpty() ? Optional.empty()
                : queries.reader().columns().read(call.arguments().get(0), queries.place(), 0);
        return column.map(each -> " where " + each + comparison).orElse(" where " + Text.HOLE);
    }

    private Query read(String text, Rows rows) {
        return queries.query(Sql.shown(text), TextShapes.sql(Sql.text(text), context), call.place(), rows);
    }

    /** The row of a key, whose columns are not in sight. */
    private Query byId(String text, Projection projection) {
        Query read = read(text + " where " + Text.HOLE, Rows.ONE);
        return read.amended(read.shape().withProjection(projection), Rows.ONE, false, false);
    }

    private Query written(String text, Command command) {
        QueryShape shape = TextShapes.sql(Sql.text(text + (command == Command.INSERT ? " values (?)" : command == Command.UPDATE
                ? " set " + Text.HOLE : "")), context).withCommand(command);
        return queries.query(Sql.shown(text), shape, call.place(), Rows.NONE).amended(shape, Rows.NONE, takesMany(), false);
    }

    private boolean takesMany() {
        List<JavaType> parameters = call.target().parameters();
        return call.target().varArgs() || !parameters.isEmpty() && parameters.get(0).className().equals("java.util.Collection");
    }

    /** The table that the DAO's class hands to the constructor above. */
    private Optional<JooqTable> table() {
        Optional<DeclaredClass> type = context.program().declared(call.receiverType().className(), call.body().owner().module());
        Optional<Expression> handed = type.flatMap(GeneratedClasses::handedAbove);
        return handed.flatMap(each -> queries.reader().tables().read(each, new CodePlace(type.get(), null, Optional.empty()), 0));
    }
}
