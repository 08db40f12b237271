package dev.seqscan.run;

import dev.seqscan.schema.live.DatabaseAccess;
import java.util.Map;
import java.util.Optional;

/** Reads the parameter {@code jdbcUrl}. */
public final class JdbcUrl {

    /** User and password for a database where nothing else tells them. */
    private static final String USER = "SEQSCAN_JDBC_USER";
    private static final String PASSWORD = "SEQSCAN_JDBC_PASSWORD";

    private JdbcUrl() {
    }

    /**
     * The way to the database; empty where none is named.
     *
     * @param url empty or absent without one
     * @param environment where user and password stand
     * @throws WrongParameter if it is no URL for JDBC
     */
    public static Optional<DatabaseAccess> access(String url, Map<String, String> environment) throws WrongParameter {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (!url.strip().startsWith("jdbc:")) {
            // It may be a password that stands in the wrong place.
            throw new WrongParameter("jdbcUrl", "***", "allowed is a URL for JDBC, as jdbc:postgresql://localhost/shop");
        }
        return Optional.of(new DatabaseAccess(url.strip(), environment.getOrDefault(USER, ""),
                environment.getOrDefault(PASSWORD, "")));
    }
}
