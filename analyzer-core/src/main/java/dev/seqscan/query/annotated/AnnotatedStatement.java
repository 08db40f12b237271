package dev.seqscan.query.annotated;

import dev.seqscan.program.JavaType;
import dev.seqscan.query.CallSite;
import dev.seqscan.query.DeclaredMethod;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.ReturnedRows;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import java.util.Set;

/** Makes the query of a call out of the text that an annotation of its method holds. */
final class AnnotatedStatement {

    private static final Query.Advice READS = new Query.Advice("", "one statement with in (:values)",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITES = new Query.Advice("", "one statement for all rows, or a JDBC batch", "");
    private static final Set<String> LISTS = Set.of("java.lang.Iterable", "java.util.Collection", "java.util.List", "java.util.Set");

    private AnnotatedStatement() {
    }

    static Query query(CallSite call, DeclaredMethod method, SqlAnnotations.Use use, QueryContext context) {
        Text text = use.text();
        QueryShape jpql = TextShapes.jpql(text, context);
        boolean ofEntities = jpql.unknown().isEmpty() && !jpql.roots().isEmpty()
                && jpql.roots().stream().noneMatch(each -> each.entity().isEmpty());
        QueryShape shape = ofEntities ? jpql : TextShapes.sql(text, context);
        boolean writes = writes(shape);
        Rows given = writes ? Rows.NONE : ReturnedRows.of(call.target().returns());
        Rows rows = given == Rows.NONE && !writes ? Rows.MANY : given == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : given;
        boolean many = shape.takesList() || writes && takesList(call);
        return new Query(label(call), ofEntities ? Query.Kind.JPQL : Query.Kind.SQL, text.full(), shape, method.place(),
                ofEntities && writes ? shape.roots().get(0).entity() : shape.yields(), rows,
                Query.Paging.of(shape.limit()), many, writes ? WRITES : READS);
    }

    private static boolean writes(QueryShape shape) {
        return shape.command() == Command.INSERT || shape.command() == Command.UPDATE || shape.command() == Command.DELETE;
    }

    /** A write that is given a list is sent as a batch. */
    private static boolean takesList(CallSite call) {
        return call.target().parameters().stream().anyMatch(each -> each instanceof JavaType.ArrayType array
                && !(array.element() instanceof JavaType.Primitive) || LISTS.contains(each.className()));
    }

    private static String label(CallSite call) {
        String receiver = call.receiverType().className().isEmpty() ? call.target().owner() : call.receiverType().className();
        return receiver.substring(receiver.lastIndexOf('.') + 1) + "." + call.target().name();
    }
}
