package dev.seqscan.statements;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of an embedded H2. */
public final class EmbeddedTables {

    private static final String NAMES = "select table_name from information_schema.tables where table_schema = 'public'";

    private EmbeddedTables() {
    }

    /** Empties all tables but some. */
    public static void empty(JdbcTemplate jdbc, Set<String> kept) {
        List<String> tables = jdbc.queryForList(NAMES, String.class);
        jdbc.execute("set referential_integrity false");
        tables.stream().filter(each -> !kept.contains(each)).forEach(each -> jdbc.execute("truncate table \"" + each + "\""));
        jdbc.execute("set referential_integrity true");
    }
}
