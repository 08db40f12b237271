package dev.seqscan.schema.live;

import dev.seqscan.schema.MadeStatement;
import dev.seqscan.schema.Names;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.SchemaReplay;
import dev.seqscan.source.Span;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The catalogue of any product, as {@link DatabaseMetaData} tells it: of the schema that the connection is set to. */
final class JdbcCatalogue implements Catalogue {

    private static final Set<Integer> TEXTS = Set.of(Types.CHAR, Types.VARCHAR, Types.NCHAR, Types.NVARCHAR);
    /** Above, it is what a product says of a text for which no length is given. */
    private static final int LONGEST_SAID = 10_000_000;

    private final DatabaseMetaData data;
    private final String catalog;
    private final String schema;
    private final Product product;
    private final RowCounts counts;

    JdbcCatalogue(Connection connection, Product product) throws SQLException {
        this.data = connection.getMetaData();
        this.catalog = connection.getCatalog();
        this.schema = connection.getSchema();
        this.product = product;
        this.counts = new RowCounts(connection, product);
    }

    @Override
    public void read(SchemaReplay replay, Map<String, Long> rows) throws SQLException {
        Map<String, Boolean> tables = tables();
        for (Map.Entry<String, Boolean> table : tables.entrySet()) {
            replay.apply(table.getValue() ? view(table.getKey()) : table(table.getKey()), false);
        }
        for (Map.Entry<String, Boolean> table : tables.entrySet()) {
            if (!table.getValue()) {
                JdbcIndexes indexes = new JdbcIndexes(data.getIndexInfo(catalog, schema, table.getKey(), false, true));
                List<String> key = keyColumns(table.getKey());
                indexes.statements(key).forEach(each -> replay.apply(each.after(made(), quoted(table.getKey())), false));
                foreignKeys(table.getKey()).forEach(each -> replay.apply(each, false));
                indexes.rows().ifPresent(count -> rows.put(Names.normalise(quoted(table.getKey())), count));
            }
        }
        counts.of(schema).forEach((name, count) -> rows.put(Names.normalise(quoted(name)), count));
        rows.values().removeIf(count -> count <= 0);
    }

    /** Tables and views by name; true for a view. */
    private Map<String, Boolean> tables() throws SQLException {
        Map<String, Boolean> tables = new LinkedHashMap<>();
        try (ResultSet rows = data.getTables(catalog, schema, "%", null)) {
            while (rows.next()) {
                String type = String.valueOf(rows.getString("TABLE_TYPE")).toUpperCase(Locale.ROOT);
                boolean ours = !type.contains("SYSTEM") && !type.contains("TEMPORARY");
                if (ours && (type.endsWith("TABLE") || type.equals("VIEW"))) {
                    tables.put(rows.getString("TABLE_NAME"), type.equals("VIEW"));
                }
            }
        }
        return tables;
    }

    private MadeStatement table(String table) throws SQLException {
        MadeStatement create = made().words("CREATE TABLE").name(quoted(table)).words("(");
        boolean first = true;
        try (ResultSet columns = data.getColumns(catalog, schema, escaped(table), "%")) {
            while (columns.next()) {
                create.words(first ? "" : ",").name(quoted(columns.getString("COLUMN_NAME"))).sql(type(columns))
                        .words(columns.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls ? "NOT NULL" : "");
                first = false;
            }
        }
        List<String> key = keyColumns(table);
        return (key.isEmpty() ? create : create.words(first ? "" : ",").words("PRIMARY KEY").names(key)).words(")");
    }

    private static String type(ResultSet column) throws SQLException {
        String name = column.getString("TYPE_NAME");
        int size = column.getInt("COLUMN_SIZE");
        boolean sized = TEXTS.contains(column.getInt("DATA_TYPE")) && size > 0 && size < LONGEST_SAID && !name.contains("(");
        return sized ? name + "(" + size + ")" : name;
    }

    private MadeStatement view(String table) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet rows = data.getColumns(catalog, schema, escaped(table), "%")) {
            while (rows.next()) {
                columns.add(quoted(rows.getString("COLUMN_NAME")));
            }
        }
        return made().words("CREATE VIEW").name(quoted(table)).names(columns).words("AS").sql("SELECT 1");
    }

    private List<String> keyColumns(String table) throws SQLException {
        Map<Short, String> columns = new TreeMap<>();
        try (ResultSet rows = data.getPrimaryKeys(catalog, schema, table)) {
            while (rows.next()) {
                columns.put(rows.getShort("KEY_SEQ"), quoted(rows.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    private List<MadeStatement> foreignKeys(String table) throws SQLException {
        Map<String, JdbcForeignKey> keys = new LinkedHashMap<>();
        try (ResultSet rows = data.getImportedKeys(catalog, schema, table)) {
            int number = 0;
            while (rows.next()) {
                // The first column of a key begins it; where several keys have no name, that alone tells them apart.
                number += rows.getShort("KEY_SEQ") == 1 ? 1 : 0;
                String name = rows.getString("FK_NAME");
                String target = quoted(rows.getString("PKTABLE_NAME"));
                short rule = rows.getShort("DELETE_RULE");
                keys.computeIfAbsent(name == null ? "#" + number : name, each -> new JdbcForeignKey(name, target, rule))
                        .add(quoted(rows.getString("FKCOLUMN_NAME")), quoted(rows.getString("PKCOLUMN_NAME")));
            }
        }
        return keys.values().stream().map(key -> key.after(made().words("ALTER TABLE").name(quoted(table)))).toList();
    }

    private MadeStatement made() {
        return new MadeStatement("", Span.ofLine(1), product, Map.of());
    }

    /** The name of a table is a pattern here. */
    private String escaped(String table) throws SQLException {
        String escape = data.getSearchStringEscape();
        return escape == null || escape.isEmpty() ? table
                : table.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
