package dev.seqscan.schema.live;

import dev.seqscan.schema.Product;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * How many rows tables have, as their product estimates it: H2 (its documentation, "INFORMATION_SCHEMA.TABLES") and MySQL with
 * MariaDB ("The INFORMATION_SCHEMA TABLES Table").
 */
final class RowCounts {

    private static final int SECONDS = 60;

    private final Connection connection;
    private final Product product;

    RowCounts(Connection connection, Product product) {
        this.connection = connection;
        this.product = product;
    }

    /** The numbers by name; empty for the other products. */
    Map<String, Long> of(String schema) throws SQLException {
        return switch (product) {
            case H2 -> counts("select TABLE_NAME, ROW_COUNT_ESTIMATE from INFORMATION_SCHEMA.TABLES"
                    + " where TABLE_SCHEMA = ?", schema);
            case MYSQL, MARIADB -> counts("select TABLE_NAME, TABLE_ROWS from INFORMATION_SCHEMA.TABLES"
                    + " where TABLE_TYPE = 'BASE TABLE' and TABLE_SCHEMA = ?", connection.getCatalog());
            default -> Map.of();
        };
    }

    private Map<String, Long> counts(String sql, String schema) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout(SECONDS);
            statement.setString(1, schema);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return counts;
    }
}
