package dev.seqscan.query.sql;

import dev.seqscan.query.GivenNumbers;
import dev.seqscan.schema.Product;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Turns the parameters of all frameworks into {@code ?}, and leaves out what only a framework understands, so that the
 * parser sees plain SQL: {@code ?1}, {@code $1}, {@code :name}, {@code :#{spel}}, {@code #{mybatis}}, {@code ${text}},
 * {@code {h-schema}}, JDBC escapes, comments.
 */
final class ParameterText {

    /** With this begins the identifier in place of a part that is filled in at run time. */
    static final String FILLED_IN = "placeholder_";

    /** Hints of SQL Server behind a table ("Table Hints"); they change neither tables nor rows. */
    private static final Pattern TABLE_HINTS = Pattern.compile("(?i)\\bWITH\\s*+\\((?:\\s*+(?:NOLOCK|READPAST|UPDLOCK|XLOCK"
            + "|ROWLOCK|HOLDLOCK|TABLOCKX?|PAGLOCK|FORCESEEK|FORCESCAN|READUNCOMMITTED|READCOMMITTED|SERIALIZABLE"
            + "|REPEATABLEREAD|SNAPSHOT|NOWAIT|NOEXPAND)\\s*+,?+)++\\)");

    /** A parameter as the escape character; the parser would take all that follows for a part of it. */
    private static final Pattern OPEN_ESCAPE = Pattern.compile("(?i)\\bESCAPE\\s+\\?");

    private final String sql;
    private final boolean mySql;
    private final StringBuilder out;
    private final List<String> filledIn = new ArrayList<>();
    private int position;
    private int escapes;

    private ParameterText(String sql, Product product) {
        this.sql = sql;
        this.mySql = product == Product.MYSQL || product == Product.MARIADB;
        this.out = new StringBuilder(sql.length());
    }

    /**
     * Plain SQL.
     *
     * @param filledIn parts of the text that are known at run time only
     */
    record Plain(String sql, List<String> filledIn) {
    }

    static Plain of(String sql, Product product) {
        ParameterText text = new ParameterText(sql, product);
        while (text.position < sql.length()) {
            text.step();
        }
        String hinted = OPEN_ESCAPE.matcher(text.out).replaceAll("ESCAPE '!'");
        String plain = TABLE_HINTS.matcher(hinted).replaceAll("").strip();
        return new Plain(withoutEnd(plain), List.copyOf(text.filledIn));
    }

    private static String withoutEnd(String sql) {
        int end = sql.length();
        while (end > 0 && (sql.charAt(end - 1) == ';' || Character.isWhitespace(sql.charAt(end - 1)))) {
            end--;
        }
        return sql.substring(0, end);
    }

    private void step() {
        char c = at(0);
        switch (c) {
            case '\'', '"', '`' -> quoted(c);
            case '-' -> lineComment(at(1) == '-');
            case '#' -> hash();
            case '/' -> blockComment();
            case '?' -> question();
            case ':' -> colon();
            case '$' -> dollar();
            case '{' -> brace();
            case '}' -> closeBrace();
            case '\n' -> lineEnd();
            default -> copy(1);
        }
    }

    /** The parser takes two empty lines for the end of a statement. */
    private void lineEnd() {
        copy(1);
        while (Character.isWhitespace(at(0))) {
            position++;
        }
    }

    private void quoted(char quote) {
        int i = position + 1;
        while (i < sql.length()) {
            char c = sql.charAt(i);
            if (c == '\\' && mySql) {
                i++;
            } else if (c == quote) {
                if (i + 1 >= sql.length() || sql.charAt(i + 1) != quote) {
                    break;
                }
                i++;
            }
            i++;
        }
        copy(Math.min(i + 1, sql.length()) - position);
    }

    private void lineComment(boolean comment) {
        if (!comment) {
            copy(1);
            return;
        }
        int end = sql.indexOf('\n', position);
        position = end < 0 ? sql.length() : end;
    }

    private void blockComment() {
        if (at(1) != '*') {
            copy(1);
            return;
        }
        int end = sql.indexOf("*/", position + 2);
        position = end < 0 ? sql.length() : end + 2;
        out.append(' ');
    }

    /** {@code #{#entityName}} of Spring Data is a name, {@code #{id}} of MyBatis a parameter. */
    private void hash() {
        if (at(1) == '{') {
            boolean name = at(2) == '#';
            String inner = takeBraces(1);
            if (name) {
                fillIn(inner);
            } else {
                out.append(" ? ");
            }
        } else {
            lineCommentOrCopy();
        }
    }

    private void lineCommentOrCopy() {
        if (mySql) {
            lineComment(true);
        } else {
            copy(1);
        }
    }

    private void question() {
        if (at(1) == '#' && at(2) == '{') {
            takeBraces(2);
            out.append('?');
            return;
        }
        copy(1);
        while (Character.isDigit(at(0))) {
            position++;
        }
    }

    private void colon() {
        char before = position == 0 ? ' ' : sql.charAt(position - 1);
        if (at(1) == '#' && at(2) == '{') {
            takeBraces(2);
            out.append('?');
        } else if (before != ':' && !Character.isLetterOrDigit(before) && Character.isJavaIdentifierStart(at(1))
                && at(1) != '$') {
            int start = position++;
            while (Character.isJavaIdentifierPart(at(0)) && at(0) != 0 || at(0) == '.' && Character.isLetter(at(1))) {
                position++;
            }
            String parameter = sql.substring(start, position);
            out.append(parameter.equals(":" + GivenNumbers.MARK) ? parameter : "?");
        } else {
            copy(at(1) == ':' ? 2 : 1);
        }
    }

    private void dollar() {
        if (at(1) == '{') {
            fillIn(takeBraces(1));
        } else if (Character.isDigit(at(1)) && (position == 0 || !Character.isJavaIdentifierPart(sql.charAt(position - 1)))) {
            position++;
            while (Character.isDigit(at(0))) {
                position++;
            }
            out.append('?');
        } else {
            copy(1);
        }
    }

    private void fillIn(String name) {
        String identifier = name.replaceAll("\\W", "_").toLowerCase(Locale.ROOT);
        out.append(FILLED_IN).append(identifier);
        filledIn.add("a part of the text is filled in at run time: " + name);
    }

    /** Hibernate's {@code {h-schema}} and {@code {o.*}}, JDBC's {@code {fn now()}} and {@code {d '2026-01-31'}}. */
    private void brace() {
        int end = sql.indexOf('}', position);
        String inner = end < 0 ? "" : sql.substring(position + 1, end);
        if (inner.startsWith("h-")) {
            position = end + 1;
            return;
        }
        position++;
        int word = 0;
        while (Character.isLetter(at(word))) {
            word++;
        }
        String keyword = sql.substring(position, position + word).toLowerCase(Locale.ROOT);
        if (List.of("fn", "d", "t", "ts", "oj", "escape").contains(keyword)) {
            position += keyword.equals("escape") ? 0 : word;
        }
        escapes++;
    }

    private void closeBrace() {
        if (escapes > 0) {
            escapes--;
            position++;
        } else {
            copy(1);
        }
    }

    /** Takes a text in balanced braces that open after that many characters, and gives it without them. */
    private String takeBraces(int before) {
        int start = position + before + 1;
        int depth = 1;
        int i = start;
        while (i < sql.length() && depth > 0) {
            depth += sql.charAt(i) == '{' ? 1 : sql.charAt(i) == '}' ? -1 : 0;
            i++;
        }
        position = i;
        return sql.substring(Math.min(start, sql.length()), Math.max(Math.min(start, sql.length()), depth == 0 ? i - 1 : i));
    }

    private void copy(int length) {
        out.append(sql, position, position + length);
        position += length;
    }

    private char at(int offset) {
        int at = position + offset;
        return at < sql.length() ? sql.charAt(at) : 0;
    }
}
