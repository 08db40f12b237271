package dev.seqscan.query.sql;

import dev.seqscan.query.QueryShape;
import dev.seqscan.schema.Schema;
import dev.seqscan.source.Steps;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells the shape of SQL statements, whatever framework sends them. Keeps the shapes of the last texts. For use by
 * several threads.
 */
public final class SqlQueries {

    private static final int KEPT = 4096;
    private static final int LONGEST = 100_000;

    private final Steps steps;

    /** Counts nothing. */
    public SqlQueries() {
        this(new Steps());
    }

    /** Counts the texts that are parsed. */
    public SqlQueries(Steps steps) {
        this.steps = steps;
    }

    private record Key(String sql, Schema schema) {
    }

    private final Map<Key, QueryShape> kept = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, QueryShape> eldest) {
            return size() > KEPT;
        }
    };

    /**
     * The shape of one statement.
     *
     * @param sql as the code sends it, with the parameters of any framework
     * @param schema tells which table an unqualified column belongs to, and by its product the dialect
     * @return a shape that holds the reason where the statement, or a part of it, was not understood
     */
    public QueryShape shape(String sql, Schema schema) {
        Key key = new Key(sql, schema);
        synchronized (kept) {
            QueryShape known = kept.get(key);
            if (known != null) {
                return known;
            }
        }
        steps.count(Steps.Step.SQL_PARSED);
        QueryShape shape = read(sql, schema);
        synchronized (kept) {
            kept.put(key, shape);
        }
        return shape;
    }

    private static QueryShape read(String sql, Schema schema) {
        if (sql.length() > LONGEST) {
            return QueryShape.unknown(QueryShape.OUT_OF_BOUNDS + "it has more than " + LONGEST + " characters");
        }
        ParameterText.Plain plain = ParameterText.of(sql, schema.product());
        if (plain.sql().isEmpty()) {
            return QueryShape.unknown("the statement is empty");
        }
        try {
            QueryShape shape = new StatementShape(schema, plain.filledIn())
                    .of(LimitedParser.parse(plain.sql(), schema.product()));
            return schema.hasViews() ? new SimpleViews(schema).through(shape) : shape;
        } catch (LimitedParser.Failure failure) {
            return QueryShape.unknown(failure.getMessage());
        } catch (StackOverflowError tooDeep) {
            return QueryShape.unknown(QueryShape.OUT_OF_BOUNDS + "it is nested too deep");
        } catch (RuntimeException fault) {
            return QueryShape.unknown("a part of the statement is of unknown form: " + fault);
        }
    }
}
