package dev.seqscan.plans;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An H2 in memory. Its plans name for each table what is read of it in a comment (H2, "Performance", "EXPLAIN"). */
final class H2Plans implements Plans {

    private static final Pattern NAME = Pattern.compile("(?i)create index (\\w+)");

    private final Connection connection;

    H2Plans() throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:h2:mem:plans;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
    }

    private record H2Plan(String text) implements Plan {

        @Override
        public boolean findsByIndex(String table) {
            Matcher access = Pattern.compile("\"" + table + "\"(?: \"\\w+\")?\\s*/\\*(.*?)\\*/", Pattern.DOTALL).matcher(text);
            boolean found = false;
            while (access.find()) {
                if (!access.group(1).contains(": ")) {
                    return false;
                }
                found = true;
            }
            return found;
        }

        /** H2 does so in the order of an index only. */
        @Override
        public boolean readsWholeIndex(String table) {
            return false;
        }

        @Override
        public boolean sorts() {
            return text.contains("ORDER BY") && !text.contains("/* index sorted */");
        }

        @Override
        public double cost() {
            return 0;
        }
    }

    @Override
    public void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void fill(Rows rows) throws SQLException {
        run(List.of("set referential_integrity false",
                rows.insert("(select \"X\" as i from system_range(1, " + Rows.COUNT + ")) r"), "analyze table " + rows.table()));
    }

    @Override
    public Plan explain(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet plan = statement.executeQuery("explain " + sql)) {
            plan.next();
            return new H2Plan(plan.getString(1));
        }
    }

    @Override
    public Plan explainWith(List<String> indexes, String sql) throws SQLException {
        List<String> drops = new ArrayList<>();
        for (String each : indexes) {
            Matcher name = NAME.matcher(each);
            if (name.find()) {
                drops.add("drop index " + name.group(1));
            }
        }
        run(indexes);
        try {
            return explain(sql);
        } finally {
            run(drops);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
