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
import dev.seqscan.query.QueryShape.Limit;
import dev.seqscan.query.QueryShape.Projection;
import dev.seqscan.query.Text;
import dev.seqscan.query.VariableHistory;
import dev.seqscan.schema.Names;
import dev.seqscan.source.code.Expression;
import java.util.List;
import java.util.Optional;

/**
 * A call of a record that writes or reads its row ("CRUD with UpdatableRecords" in the manual): each call is one statement.
 */
final class RecordCall {

    private final CallSite call;
    private final QueryContext context;
    private final QueryCall queries;

    RecordCall(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
        this.queries = new QueryCall(call, context);
    }

    /** Empty for calls that change the record only. */
    Optional<Query> query() {
        Expression row = call.receiver();
        return switch (call.target().name()) {
            case "store", "insert", "update", "delete", "merge" -> Optional.of(changed(row, call.target().name()));
            case "refresh" -> Optional.of(statement(row, Command.SELECT, Rows.ONE));
            case "fetchParent" -> Optional.of(queries.elsewhere("the key of the parent is given", Rows.ONE));
            case "fetchChild" -> Optional.of(queries.elsewhere("the key of the child is given", Rows.ONE));
            case "fetchChildren" -> Optional.of(queries.elsewhere("the key of the children is given", Rows.MANY));
            default -> Optional.empty();
        };
    }

    /** The statement that writes the row of a record. */
    Query changed(Expression row, String method) {
        String what = method.toLowerCase(java.util.Locale.ROOT);
        return statement(row, what.contains("delete") ? Command.DELETE
                : what.contains("insert") || isNew(row) && what.equals("store")
                ? Command.INSERT : Command.UPDATE, Rows.NONE);
    }

    /** Whether the record was made in sight, so that it is stored for the first time. */
    private boolean isNew(Expression row) {
        return origin(row).filter(each -> each.name().equals("newRecord")).isPresent() || row instanceof Expression.New
                || row instanceof Expression.Name name && queries.place().variable(name).map(VariableHistory::values)
                .filter(each -> each.size() == 1 && each.get(0) instanceof Expression.New).isPresent();
    }

    private Optional<Expression.Call> origin(Expression row) {
        return row instanceof Expression.Name name ? queries.place().variable(name).map(VariableHistory::values)
                .filter(each -> each.size() == 1 && each.get(0) instanceof Expression.Call)
                .map(each -> (Expression.Call) each.get(0)) : Optional.empty();
    }

    private Query statement(Expression row, Command command, Rows rows) {
        return statement(row == null ? Optional.empty() : table(row), command, rows);
    }

    private Query statement(Optional<JooqTable> table, Command command, Rows rows) {
        String name = table.map(each -> each.source().replace("\"", "")).orElse("");
        QueryShape.Root root = new QueryShape.Root("", Names.normalise(name), "", "", false);
        QueryShape shape = new QueryShape(command, List.of(root), List.of(), List.of(), Limit.NONE,
                command == Command.SELECT ? Projection.ALL_COLUMNS : Projection.NONE, false, false, List.of(),
                name.isEmpty() ? List.of("the table is that of the record") : List.of());
        String shown = name.isEmpty() ? Text.HOLE : name;
        String text = switch (command) {
            case INSERT -> "insert into " + shown;
            case DELETE -> "delete from " + shown;
            case SELECT -> "select * from " + shown;
            default -> "update " + shown;
        };
        return queries.query(text, shape, call.place(), rows);
    }

    /** The statement of a batch that writes the rows of several records, which are of one table as far as their types tell. */
    Query batch(Expression.Call made) {
        Command command = switch (made.name()) {
            case "batchInsert" -> Command.INSERT;
            case "batchDelete" -> Command.DELETE;
            default -> Command.UPDATE;
        };
        Optional<JooqTable> table = made.arguments().isEmpty() ? Optional.empty() : ofElements(made.arguments().get(0));
        return statement(table, command, Rows.NONE);
    }

    private Optional<JooqTable> ofElements(Expression rows) {
        JavaType type = call.body().type(rows);
        JavaType element = type instanceof JavaType.ArrayType array ? array.element()
                : type instanceof JavaType.ClassType named && named.arguments().size() == 1 ? named.arguments().get(0) : type;
        return ofRecord(element instanceof JavaType.Wildcard wildcard ? wildcard.bound() : element);
    }

    /** The table by the class of the record, or by what the record was made for. */
    private Optional<JooqTable> table(Expression row) {
        return ofRecord(call.body().type(row)).or(() -> origin(row).filter(each -> !each.arguments().isEmpty())
                .filter(each -> List.of("newRecord", "fetchOne", "fetchSingle", "fetchAny").contains(each.name()))
                .flatMap(each -> queries.reader().tables().read(each.arguments().get(0), queries.place(), 0)));
    }

    private Optional<JooqTable> ofRecord(JavaType type) {
        Optional<DeclaredClass> declared = context.program().declared(type.className(), call.body().owner().module());
        return declared.isPresent()
                ? declared.flatMap(each -> GeneratedClasses.handedAbove(each).flatMap(table -> read(table, each)))
                : GeneratedClasses.ofRecord(type.className());
    }

    private Optional<JooqTable> read(Expression handed, DeclaredClass type) {
        return queries.reader().tables().read(handed, new CodePlace(type, null, Optional.empty()), 0);
    }
}
