package dev.seqscan.query.sql;

import java.util.Locale;
import java.util.Set;

/**
 * Quotes what can only be a name, where the parser takes many words for its own: {@code sample} is a clause to it, and in most
 * databases the name of a table.
 */
final class NameQuotes {

    private static final Set<String> BEFORE_TABLES = Set.of("from", "join", "into", "update");
    private static final Set<String> NO_TABLES =
            Set.of("lateral", "only", "unnest", "table", "nowait", "skip", "of", "ignore", "true", "false");

    private NameQuotes() {
    }

    /**
     * The text with each word quoted that qualifies another, or that stands where a table must.
     *
     * @param form words that are no names wherever they stand
     */
    static String in(String sql, Set<String> form, boolean mySql) {
        char quote = mySql ? '`' : '"';
        StringBuilder text = new StringBuilder();
        SqlTokens tokens = new SqlTokens(sql, mySql);
        String before = "";
        int copied = 0;
        while (tokens.next()) {
            String word = tokens.word();
            boolean table = BEFORE_TABLES.contains(before) && !NO_TABLES.contains(word.toLowerCase(Locale.ROOT))
                    && !sql.startsWith("(", tokens.end());
            if (isName(word, form) && (table || sql.startsWith(".", tokens.end()))) {
                text.append(sql, copied, tokens.start()).append(quote).append(word).append(quote);
                copied = tokens.end();
            }
            before = word.toLowerCase(Locale.ROOT);
        }
        return text.append(sql, copied, sql.length()).toString();
    }

    private static boolean isName(String word, Set<String> form) {
        return !word.isEmpty() && Character.isJavaIdentifierStart(word.charAt(0)) && !word.startsWith(ParameterText.FILLED_IN)
                && !form.contains(word.toLowerCase(Locale.ROOT));
    }
}
