package dev.seqscan.query;

import java.util.regex.Pattern;

/**
 * Texts that define tables and rights, take locks or set up the session. They touch no rows, and a list of them is neither
 * one statement nor a batch of one.
 */
public final class DataDefinition {

    private static final Pattern BEGINNING = Pattern.compile(
            "(?i)^\\s*(?:alter|create|drop|set|lock|truncate|analyze|vacuum|comment|grant|revoke)\\s");

    private DataDefinition() {
    }

    /** Whether a text, as far as its beginning is known, is one of them. */
    public static boolean is(Text sql) {
        return BEGINNING.matcher(sql.full()).find();
    }
}
