package dev.seqscan.plans;

import java.sql.SQLException;
import java.util.List;

/** A database that holds the tables of all pairs, filled and analysed, and tells its plans. Closing ends it. */
interface Plans extends AutoCloseable {

    /** Runs statements one after the other, in the order given. */
    void run(List<String> statements) throws SQLException;

    /** Fills a table so that an index pays where one helps, and gathers statistics. */
    void fill(Rows rows) throws SQLException;

    /** The plan of a statement, which is not run. */
    Plan explain(String sql) throws SQLException;

    /** The plan that the statement would have if there were these indexes too. */
    Plan explainWith(List<String> indexes, String sql) throws SQLException;

    @Override
    void close() throws SQLException;
}
