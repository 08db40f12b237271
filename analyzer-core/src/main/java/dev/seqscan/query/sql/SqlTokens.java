package dev.seqscan.query.sql;

/**
 * Walks once over plain SQL, token by token: a word or number, a quoted text, or a single symbol. It keeps no token, so any
 * text takes time in proportion to its length.
 */
final class SqlTokens {

    private final String sql;
    private final boolean backslashes;
    private int start;
    private int end;
    private boolean quoted;

    /** Takes whether a backslash in a string escapes what follows it. */
    SqlTokens(String sql, boolean backslashes) {
        this.sql = sql;
        this.backslashes = backslashes;
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        start = end;
        while (start < sql.length() && Character.isWhitespace(sql.charAt(start))) {
            start++;
        }
        if (start >= sql.length()) {
            end = start;
            return false;
        }
        char c = sql.charAt(start);
        quoted = c == '\'' || c == '"' || c == '`';
        end = quoted ? endOfQuote(c) : Character.isJavaIdentifierPart(c) ? endOfWord() : start + 1;
        return true;
    }

    /** Where the token starts. */
    int start() {
        return start;
    }

    /** Where the text behind the token starts. */
    int end() {
        return end;
    }

    /** The word or number; empty for other tokens. */
    String word() {
        return symbol() == 0 && !quoted ? sql.substring(start, end) : "";
    }

    /** The symbol; 0 for other tokens. */
    char symbol() {
        char c = sql.charAt(start);
        return quoted || Character.isJavaIdentifierPart(c) ? 0 : c;
    }

    /** Whether it is a number or a text in single quotes. */
    boolean isLiteral() {
        char c = sql.charAt(start);
        return c == '\'' || c >= '0' && c <= '9';
    }

    private int endOfWord() {
        int i = start;
        while (i < sql.length() && Character.isJavaIdentifierPart(sql.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfQuote(char quote) {
        int i = start + 1;
        while (i < sql.length() && sql.charAt(i) != quote) {
            i += backslashes && sql.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i + 1, sql.length());
    }
}
