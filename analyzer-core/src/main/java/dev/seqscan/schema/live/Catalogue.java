package dev.seqscan.schema.live;

import dev.seqscan.schema.SchemaReplay;
import java.sql.SQLException;
import java.util.Map;

/** What a database tells of its own tables. */
interface Catalogue {

    /**
     * Tells all of it.
     *
     * @param replay takes statements that would make the tables
     * @param rows takes the number of rows of tables, by normalised names
     */
    void read(SchemaReplay replay, Map<String, Long> rows) throws SQLException;
}
