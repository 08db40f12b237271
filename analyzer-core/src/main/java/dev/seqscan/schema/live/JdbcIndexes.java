package dev.seqscan.schema.live;

import dev.seqscan.schema.MadeStatement;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The indexes of one table, as {@link DatabaseMetaData#getIndexInfo} tells them. */
final class JdbcIndexes {

    /** An index. A part whose column is not told is an expression that is not known. */
    record Described(String name, boolean unique, List<String> columns, List<Boolean> descending, String condition) {

        /** The statement that would make it. */
        MadeStatement after(MadeStatement made, String table) {
            made.words(unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX").name('"' + name + '"').words("ON").name(table).words("(");
            for (int i = 0; i < columns.size(); i++) {
                made.words(i == 0 ? "" : ",");
                part(columns.get(i), made).words(descending.get(i) ? "DESC" : "");
            }
            made.words(")");
            return condition.isEmpty() ? made : made.words("WHERE").sql(condition);
        }

        /** Some drivers give the text of an expression instead of a column, others nothing. */
        private static MadeStatement part(String column, MadeStatement made) {
            return column == null ? made.sql("(unknown())")
                    : column.contains("(") ? made.sql("(" + column + ")") : made.name('"' + column + '"');
        }

        private boolean isOf(List<String> key) {
            return unique && condition.isEmpty() && columns.stream().map(each -> '"' + each + '"').toList().equals(key);
        }
    }

    private final Map<String, Described> indexes = new LinkedHashMap<>();
    private OptionalLong rows = OptionalLong.empty();

    /** Takes the rows and closes them. */
    JdbcIndexes(ResultSet told) throws SQLException {
        try (told) {
            while (told.next()) {
                if (told.getShort("TYPE") == DatabaseMetaData.tableIndexStatistic) {
                    rows = OptionalLong.of(told.getLong("CARDINALITY"));
                } else if (told.getString("INDEX_NAME") != null) {
                    part(told);
                }
            }
        }
    }

    private void part(ResultSet told) throws SQLException {
        String name = told.getString("INDEX_NAME");
        boolean unique = !told.getBoolean("NON_UNIQUE");
        String condition = told.getString("FILTER_CONDITION");
        Described index = indexes.computeIfAbsent(name, key -> new Described(name, unique, new ArrayList<>(), new ArrayList<>(),
                condition == null ? "" : condition));
        index.columns().add(told.getString("COLUMN_NAME"));
        index.descending().add("D".equals(told.getString("ASC_OR_DESC")));
    }

    /**
     * All indexes but the one behind the primary key.
     *
     * @param key the columns of the primary key, each in quotes
     */
    List<Described> statements(List<String> key) {
        List<Described> all = new ArrayList<>(indexes.values());
        all.stream().filter(each -> each.isOf(key)).findFirst().ifPresent(all::remove);
        return all;
    }

    /** About how many rows the table has, where that is told. */
    OptionalLong rows() {
        return rows;
    }
}
