package dev.seqscan.query.jdbi;

import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryContext;
import dev.seqscan.query.QueryShape;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Text;
import dev.seqscan.query.TextShapes;
import dev.seqscan.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the query of a call out of its text. */
final class JdbiStatement {

    private static final Query.Advice READS = new Query.Advice("", "one statement with in (<ids>) and @BindList",
            "a condition on the sort key of the last row");
    private static final Query.Advice WRITES = new Query.Advice("", "@SqlBatch, or a PreparedBatch", "");

    private static final Pattern ARRAY = Pattern.compile("(?i)\\bunnest\\s*\\(|=\\s*any\\s*\\(");

    private JdbiStatement() {
    }

    /**
     * The query of a text.
     *
     * @param command what is done where the text does not tell
     */
    static Query query(String label, Optional<Text> sql, Command command, Place place, Rows rows, boolean many,
            QueryContext context) {
        QueryShape read = sql.map(text -> TextShapes.sql(text, context))
                .orElseGet(() -> QueryShape.unknown("the text is made elsewhere"));
        boolean open = read.command() == Command.OTHER && !read.unknown().isEmpty();
        QueryShape shape = open ? new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE,
                QueryShape.Projection.NONE, false, false, List.of(), read.unknown()) : read;
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        return new Query(label, Query.Kind.SQL, sql.map(Text::full).orElse(Text.HOLE), shape, place, "", atMost,
                Query.Paging.of(shape.limit()), many || shape.takesList() || takesArray(sql), shapeWrites(shape) ? WRITES : READS);
    }

    /** PostgreSQL takes whole columns of rows as arrays. */
    private static boolean takesArray(Optional<Text> sql) {
        return sql.filter(text -> ARRAY.matcher(text.full()).find()).isPresent();
    }

    private static boolean shapeWrites(QueryShape shape) {
        return shape.command() != Command.SELECT && shape.command() != Command.OTHER;
    }
}
