package dev.seqscan.plans;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of its own, on the loopback, in a folder that is gone at the end. As root it runs in a user namespace. */
final class PostgresPlans implements Plans {

    private final EmbeddedPostgres server;
    private final Connection connection;
    private final Set<String> partial = new HashSet<>();
    private final Map<String, String> firstParts = new HashMap<>();
    private List<String> tried = List.of();

    private PostgresPlans(EmbeddedPostgres server) throws SQLException {
        this.server = server;
        connection = server.getPostgresDatabase().getConnection();
    }

    /**
     * Starts it with a language's collation, as installations have it, and plans that do not hang on the machine. PostgreSQL
     * does not run as root: there it needs a user namespace, and where the system forbids these, the test is skipped.
     */
    static PostgresPlans start() throws IOException, SQLException, InterruptedException {
        if (System.getProperty("user.name").equals("root") && !unshares()) {
            String reason = "PostgreSQL cannot be started: it refuses root, and this system has no user namespaces";
            System.err.println("SKIPPED: " + reason + ". Run the build as another user.");
            Assumptions.abort(reason);
        }
        return new PostgresPlans(EmbeddedPostgres.builder()
                .setLocaleConfig("locale-provider", "icu").setLocaleConfig("icu-locale", "en-US")
                .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("unix_socket_directories", "")
                .setServerConfig("autovacuum", "off").setServerConfig("fsync", "off").setServerConfig("jit", "off")
                .setServerConfig("shared_buffers", "64MB").setServerConfig("max_parallel_workers_per_gather", "0")
                .setServerConfig("max_connections", "10").start());
    }

    /** For JDBC; the user needs no password. */
    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    private static boolean unshares() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void run(List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
            try (ResultSet names = statement.executeQuery(
                    "select c.relname, i.indpred is not null, pg_get_indexdef(c.oid, 1, false) from pg_index i"
                            + " join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace"
                            + " where n.nspname = 'public'")) {
                while (names.next()) {
                    firstParts.put(names.getString(1), names.getString(3));
                    if (names.getBoolean(2)) {
                        partial.add(names.getString(1));
                    }
                }
            }
        }
    }

    @Override
    public void fill(Rows rows) throws SQLException {
        run(List.of("set session_replication_role = replica", rows.insert("generate_series(1, " + Rows.COUNT + ") as r (i)"),
                "vacuum analyze " + rows.table()));
    }

    @Override
    public Plan explain(String sql) throws SQLException {
        endTrial();
        return plan(sql);
    }

    private Plan plan(String sql) throws SQLException {
        StringBuilder text = new StringBuilder();
        try (Statement statement = connection.createStatement(); ResultSet lines = statement.executeQuery("explain " + sql)) {
            while (lines.next()) {
                text.append(lines.getString(1)).append('\n');
            }
        }
        return new PostgresPlan(text.toString(), partial, firstParts);
    }

    /** Keeps the indexes until others are asked for, as many statements in a row are asked about the same. */
    @Override
    public Plan explainWith(List<String> indexes, String sql) throws SQLException {
        if (!indexes.equals(tried)) {
            endTrial();
            connection.setAutoCommit(false);
            tried = indexes;
            try (Statement statement = connection.createStatement()) {
                for (String each : indexes) {
                    statement.execute(each);
                }
            }
        }
        return plan(sql);
    }

    private void endTrial() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
            tried = List.of();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
