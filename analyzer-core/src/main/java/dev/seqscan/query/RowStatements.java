package dev.seqscan.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells SQL statements about the rows of an application from those that define tables, set up the session, or read the
 * catalogue of the database, of which a handful is sent at most and none can stand for several.
 */
public final class RowStatements {

    private static final String BLANK = "^(?:\\s|--[^\\n]*+\\n|/\\*(?:[^*]|\\*(?!/))*+\\*/)*+";
    private static final Pattern DEFINITION = Pattern.compile(BLANK + "(?:alter|create|drop|truncate|rename|detach|vacuum|analyze"
            + "|reindex|refresh|grant|revoke|comment|set|reset|lock|use|pragma|show|describe|desc|explain)\\s", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUESTION = Pattern.compile(BLANK + "(?:select|with)\\s", Pattern.CASE_INSENSITIVE);
    /** What a table stands behind; {@code extract(year from day)} looks the same. */
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+([\\w.\"`\\[\\]$?!]+)", Pattern.CASE_INSENSITIVE);
    /** System views of PostgreSQL, MySQL, SQL Server, DB2, SQLite and Oracle. */
    private static final Pattern CATALOGUE = Pattern.compile("(?:information_schema|pg_catalog|sys|syscat|sysibm|performance_schema)\\..+"
            + "|pg_\\w+|sqlite_(?:master|schema)|sys(?:objects|columns|indexes)"
            + "|(?:user|all|dba)_(?:tables|tab_columns|constraints|cons_columns|indexes|ind_columns|sequences|objects|triggers)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TABLE = Pattern.compile("(?:sys\\.|sysibm\\.)?(?:dual|sysdummy1)", Pattern.CASE_INSENSITIVE);
    /** A call of a function, a subquery, or the next number of a sequence. */
    private static final Pattern WORK = Pattern.compile("\\(|\\bnextval\\b|\\bnext\\s+value\\b", Pattern.CASE_INSENSITIVE);

    private RowStatements() {
    }

    /** Whether a text, as far as its beginning is known, defines a table or a right, takes a lock or sets up the session. */
    public static boolean isDefinition(String sql) {
        return DEFINITION.matcher(sql).find();
    }

    /** Whether a statement, as far as its text is known, asks for or changes rows of the application. */
    static boolean isOne(String sql) {
        return !isDefinition(sql) && !(QUESTION.matcher(sql).find() && readsCatalogueOnly(sql));
    }

    private static boolean readsCatalogueOnly(String sql) {
        boolean found = false;
        for (Matcher table = TABLE.matcher(sql); table.find(); found = true) {
            String name = table.group(1).replaceAll("[\"`\\[\\]]", "");
            boolean nothing = NO_TABLE.matcher(name).matches() && !WORK.matcher(sql).find();
            if (!nothing && !CATALOGUE.matcher(name).matches()) {
                return false;
            }
        }
        return found;
    }
}
