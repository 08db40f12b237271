package dev.seqscan.query.jdbi;

import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.Query;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.query.Text;
import dev.seqscan.query.jdbi.JdbiStatement.Form;
import dev.seqscan.source.code.AnnotationUse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A call of a method of an interface or abstract class with {@code @SqlQuery} and its like ("SQL Objects" in the developer
 * guide of jdbi 3). Methods with a body are code, and those with {@code @CreateSqlObject} send nothing.
 */
final class SqlObjectCall {

    private static final String V2 = "org.skife.jdbi.v2.sqlobject.";
    private static final List<String> PACKAGES =
            List.of("org.jdbi.v3.sqlobject.statement.", V2);
    private static final Map<String, Command> COMMANDS = Map.of("SqlQuery", Command.SELECT, "SqlUpdate", Command.UPDATE,
            "SqlBatch", Command.UPDATE, "SqlCall", Command.OTHER, "SqlScript", Command.OTHER);
    /** {@code in (<ids>)} with {@code @BindList}. */
    private static final Pattern LIST = Pattern.compile("<(\\w+)>");

    private SqlObjectCall() {
    }

    static Optional<Query> bind(CallSite call, QueryContext context) {
        Optional<DeclaredMethod> method = DeclaredMethod.withoutBody(call.target(), context.program(), call.body().owner().module())
                .filter(each -> !each.declaration().annotations().isEmpty());
        if (method.isEmpty()) {
            return Optional.empty();
        }
        for (AnnotationUse use : method.get().declaration().annotations()) {
            if (COMMANDS.containsKey(use.simpleName()) && isOfJdbi(method.get().owner().annotationType(use))) {
                return Optional.of(query(call, method.get(), use, context));
            }
        }
        return Optional.empty();
    }

    private static boolean isOfJdbi(String annotation) {
        return PACKAGES.stream().anyMatch(annotation::startsWith);
    }

    private static Query query(CallSite call, DeclaredMethod method, AnnotationUse use, QueryContext context) {
        Command command = COMMANDS.get(use.simpleName());
        boolean reads = command == Command.SELECT;
        String receiver = call.receiverType().className().isEmpty() ? call.target().owner() : call.receiverType().className();
        Optional<LocatedStatement> located = located(method, use, receiver, context);
        Optional<Text> sql = located.map(LocatedStatement::text).or(() -> sql(method, use, context));
        Rows rows = reads ? ReturnedRows.of(call.target().returns()) : Rows.NONE;
        boolean many = use.simpleName().equals("SqlBatch") || method.hasParameterWith("BindList", "BindBeanList",
                "BindMethodsList", "BindIn");
        String label = receiver.substring(receiver.lastIndexOf('.') + 1) + "." + call.target().name();
        Form form = method.owner().annotationType(use).startsWith(V2) ? Form.OBJECT_OF_2 : Form.OBJECT;
        return JdbiStatement.query(form, label, sql, command, located.map(LocatedStatement::place).orElseGet(method::place),
                reads && rows == Rows.NONE ? Rows.MANY : rows, many, context)
                .filteredAt(located.map(LocatedStatement::filter).orElseGet(method::place));
    }

    /** No text, or one without a space, is the name of one that lies in a file. */
    private static Optional<LocatedStatement> located(DeclaredMethod method, AnnotationUse use, String receiver,
            QueryContext context) {
        Optional<String> text = method.text(use, "value", context.program()).constant().map(String::strip);
        return text.filter(each -> each.matches("[\\w./]*"))
                .flatMap(each -> LocatedStatement.find(each.isEmpty() ? method.declaration().name() : each, receiver, method, context));
    }

    /** A name of a text that was not found tells nothing; templates other than lists are left open. */
    private static Optional<Text> sql(DeclaredMethod method, AnnotationUse use, QueryContext context) {
        Text text = method.text(use, "value", context.program());
        Optional<String> constant = text.constant().map(each -> withoutLists(each, method)).map(String::strip);
        if (constant.isEmpty()) {
            return Optional.empty();
        }
        boolean open = !constant.get().contains(" ") || LIST.matcher(constant.get()).find()
                || constant.get().contains("<#") || constant.get().contains("<if") || constant.get().contains("${");
        return open ? Optional.empty() : Optional.of(Text.of(constant.get()));
    }

    private static String withoutLists(String sql, DeclaredMethod method) {
        return method.hasParameterWith("BindList", "BindIn") ? LIST.matcher(sql).replaceAll(":$1") : sql;
    }
}
