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

    private static final String KEYSET = "a condition on the sort key of the last row";

    /** The way a statement is sent: jdbi 2 has annotations of its own, and a handle has none ("Statements" in the guides). */
    enum Form {
        /** A method of an SQL object of jdbi 2. */
        OBJECT_OF_2("one statement with in (<ids>) and @BindIn", "@SqlBatch"),
        /** A method of an SQL object of jdbi 3. */
        OBJECT("one statement with in (<ids>) and @BindList", "@SqlBatch"),
        /** A statement that a handle of jdbi 2 makes. */
        HANDLE_OF_2("one statement with in (..)", "a PreparedBatch"),
        /** A statement that a handle of jdbi 3 makes. */
        HANDLE("one statement with in (<ids>) and bindList(..)", "a PreparedBatch");

        private final String reading;
        private final String writing;

        Form(String reading, String writing) {
            this.reading = reading;
            this.writing = writing;
        }

        private Query.Advice advice(boolean writes) {
            return writes ? new Query.Advice("", writing, "") : new Query.Advice("", reading, KEYSET);
        }
    }

    private static final Pattern ARRAY = Pattern.compile("(?i)\\bunnest\\s*\\(|=\\s*any\\s*\\(");

    private JdbiStatement() {
    }

    /**
     * The query of a text.
     *
     * @param form the way it is sent, which decides what takes many
     * @param command what is done where the text does not tell
     */
    static Query query(Form form, String label, Optional<Text> sql, Command command, Place place, Rows rows, boolean many,
            QueryContext context) {
        QueryShape read = sql.map(text -> TextShapes.sql(text, context))
                .orElseGet(() -> QueryShape.unknown("the text is made elsewhere"));
        boolean open = read.command() == Command.OTHER && !read.unknown().isEmpty();
        QueryShape shape = open ? new QueryShape(command, List.of(), List.of(), List.of(), QueryShape.Limit.NONE,
                QueryShape.Projection.NONE, false, false, List.of(), read.unknown()) : read;
        Rows atMost = rows == Rows.MANY && shape.limit().rows() == 1 ? Rows.ONE : rows;
        return new Query(label, Query.Kind.SQL, sql.map(Text::full).orElse(Text.HOLE), shape, place, "", atMost,
                Query.Paging.of(shape.limit()), many || shape.takesList() || takesArray(sql), form.advice(shapeWrites(shape)));
    }

    /** PostgreSQL takes whole columns of rows as arrays. */
    private static boolean takesArray(Optional<Text> sql) {
        return sql.filter(text -> ARRAY.matcher(text.full()).find()).isPresent();
    }

    private static boolean shapeWrites(QueryShape shape) {
        return shape.command() != Command.SELECT && shape.command() != Command.OTHER;
    }
}
