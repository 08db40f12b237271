package dev.seqscan.schema;

/**
 * How a product reads characters that others read differently.
 *
 * @param hashComments {@code #} starts a comment anywhere (MySQL manual, "Comments")
 * @param backslashEscapes a backslash escapes the next character of a string (MySQL manual, "String Literals")
 * @param bracketNames {@code [name]} is a quoted name (SQL Server, "Delimited identifiers"; SQLite, "SQLite Keywords")
 * @param nestedComments comments may hold comments (PostgreSQL 4.1.5; SQL Server, "Slash star comment")
 */
record LexerRules(boolean hashComments, boolean backslashEscapes, boolean bracketNames, boolean nestedComments) {

    static LexerRules of(Product product) {
        return switch (product) {
            case MYSQL, MARIADB -> new LexerRules(true, true, false, false);
            case POSTGRESQL -> new LexerRules(false, false, false, true);
            case SQLSERVER -> new LexerRules(false, false, true, true);
            case SQLITE -> new LexerRules(false, false, true, false);
            case UNKNOWN -> new LexerRules(false, false, true, true);
            default -> new LexerRules(false, false, false, product == Product.H2 || product == Product.DB2);
        };
    }

    static boolean isWordStart(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '@' || c == '#'
                || c > 127 && Character.isLetter(c);
    }

    static boolean isWordPart(char c) {
        return isWordStart(c) || c >= '0' && c <= '9' || c == '$';
    }
}
