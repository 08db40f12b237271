package dev.seqscan.query.jpa;

import dev.seqscan.program.JavaType;
import dev.seqscan.program.JavaType.ClassType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.query.Texts;
import java.util.Optional;

/**
 * Calls of Spring's {@code HibernateTemplate}: those of a session by the same names, and queries whose text is an argument
 * (Spring Framework, Javadoc of {@code HibernateOperations}).
 */
final class HibernateTemplateCalls {

    private static final String PACKAGE = "org.springframework.orm.hibernate";
    private static final Query.Advice READ = new Query.Advice("join fetch", "one query with in :values",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITE = new Query.Advice("", "one statement with in :values", "");

    private final CallSite call;
    private final QueryContext context;

    HibernateTemplateCalls(CallSite call, QueryContext context) {
        this.call = call;
        this.context = context;
    }

    static boolean isCalled(CallSite call) {
        String owner = call.target().owner();
        return owner.startsWith(PACKAGE) && (owner.endsWith(".HibernateTemplate") || owner.endsWith(".HibernateOperations"));
    }

    /** Empty for calls that send nothing, and for those that run a function, whose statements are its own. */
    Optional<Query> query() {
        return switch (call.target().name()) {
            case "get", "save", "update", "saveOrUpdate", "persist", "merge", "delete", "refresh", "lock" ->
                    new EntityOperation(call, context).query();
            case "find", "findByNamedParam", "bulkUpdate" -> call.arguments().isEmpty() ? Optional.empty() : Optional.of(stated());
            case "loadAll" -> Optional.of(all());
            default -> Optional.empty();
        };
    }

    private Query stated() {
        boolean changes = call.target().name().equals("bulkUpdate");
        Text text = Texts.text(call.arguments().get(0), call.body(), context.program());
        QueryShape read = TextShapes.jpql(text, context);
        QueryShape shape = changes && read.command() == Command.OTHER ? read.withCommand(Command.UPDATE) : read;
        String changed = shape.roots().isEmpty() ? "" : shape.roots().get(0).entity();
        return new Query(label(), Query.Kind.JPQL, text.full(), shape, call.body().owner().place(call.arguments().get(0).span()),
                changes ? changed : shape.yields(), changes ? Rows.NONE : Rows.MANY, Query.Paging.NONE, shape.takesList(), changes ? WRITE : READ);
    }

    private Query all() {
        JavaType asked = call.arguments().isEmpty() ? ClassType.OBJECT : call.body().type(call.arguments().get(0));
        String entity = PersistenceTypes.entity(PersistenceTypes.argument(asked), context);
        return new Query(label(), Query.Kind.CRUD, call.target().name(),
                new EntityStatements(context.entities()).whole(Command.SELECT, entity), call.place(), entity, Rows.MANY,
                Query.Paging.NONE, false, READ);
    }

    private String label() {
        return "HibernateTemplate." + call.target().name();
    }
}
