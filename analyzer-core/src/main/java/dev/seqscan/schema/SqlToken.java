package dev.seqscan.schema;

import java.util.Locale;

/**
 * A token of a SQL script.
 *
 * @param text as written; quoted names keep their quotes, strings and bodies do not
 * @param line counted from 1
 * @param column counted from 1
 * @param firstOnLine whether no other token stands before it on its line
 */
record SqlToken(Kind kind, String text, int line, int column, boolean firstOnLine) {

    /** Sorts of tokens. */
    enum Kind {
        WORD, QUOTED, STRING, NUMBER, SYMBOL,
        /** The text between two equal dollar tags of PostgreSQL. */
        BODY,
        /** The delimiter of statements, {@code ;} unless the script sets another one. */
        DELIMITER,
        /** {@code GO} or {@code /} alone on a line. */
        BATCH_END,
        /** Stands for what comes after the last token. */
        NOTHING
    }

    /** What a reader sees after the last token. */
    static final SqlToken NOTHING = new SqlToken(Kind.NOTHING, "", 0, 0, false);

    /** Whether this is that keyword, which a quoted name never is. */
    boolean is(String keyword) {
        return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
    }

    /** Whether this is that single character outside of strings. */
    boolean isSymbol(char symbol) {
        return (kind == Kind.SYMBOL || kind == Kind.DELIMITER) && text.length() == 1 && text.charAt(0) == symbol;
    }

    /** Whether this may be an identifier. */
    boolean isName() {
        return kind == Kind.WORD || kind == Kind.QUOTED;
    }

    /** As it stands in a statement; the text of a string is kept with its escapes. */
    String written() {
        return kind == Kind.STRING ? "'" + text + "'" : text;
    }

    /** A keyword in upper case, or an empty text for all other tokens. */
    String keyword() {
        return kind == Kind.WORD ? text.toUpperCase(Locale.ROOT) : "";
    }
}
