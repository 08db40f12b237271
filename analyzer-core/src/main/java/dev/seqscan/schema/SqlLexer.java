package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;

/**
 * Walks once over the text of a script, token by token, and makes no object for a token unless it is asked for. Where
 * products read the same characters differently (comments with {@code #}, backslashes in strings, brackets around
 * names), it goes by the product.
 */
final class SqlLexer {

    /** Each tag that is never closed costs a walk to the end of the text, so only so many are looked for. */
    private static final int MOST_OPEN_TAGS = 20;

    private final String text;
    private final LexerRules rules;
    private String delimiter = ";";
    private int position;
    private int line;
    private int lineStart;
    private Kind kind = Kind.NOTHING;
    private int start;
    private int contentStart;
    private int contentEnd;
    private int tokenLine;
    private int tokenColumn;
    private int lastLine;
    private boolean firstOnLine;
    private boolean commentsNest;
    private int openTags;

    /** Reads a text whose first line has that number in its file. */
    SqlLexer(String text, Product product, int firstLine) {
        this.text = text;
        this.rules = LexerRules.of(product);
        this.line = firstLine;
        this.lastLine = firstLine - 1;
        this.commentsNest = rules.nestedComments();
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        skipBlanks();
        if (position >= text.length()) {
            kind = Kind.NOTHING;
            return false;
        }
        start = position;
        contentStart = position;
        tokenLine = line;
        tokenColumn = position - lineStart + 1;
        firstOnLine = tokenLine > lastLine;
        kind = scan();
        lastLine = line;
        return true;
    }

    Kind kind() {
        return kind;
    }

    /** Where in the text the token starts, in characters. */
    int start() {
        return start;
    }

    int line() {
        return tokenLine;
    }

    boolean firstOnLine() {
        return firstOnLine;
    }

    boolean isDelimiterChanged() {
        return !delimiter.equals(";");
    }

    /** Whether the token is that keyword. */
    boolean is(String keyword) {
        return kind == Kind.WORD && contentEnd - contentStart == keyword.length()
                && text.regionMatches(true, contentStart, keyword, 0, keyword.length());
    }

    /** The token as an object, its text cut after that many characters. */
    SqlToken token(int longest) {
        int end = Math.min(contentEnd, contentStart + longest);
        return new SqlToken(kind, text.substring(contentStart, end), tokenLine, tokenColumn, firstOnLine);
    }

    char symbol() {
        return kind == Kind.SYMBOL ? text.charAt(start) : 0;
    }

    /** Whether the token after this one is one of those keywords. */
    boolean isFollowedBy(String... keywords) {
        int at = position;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        for (String keyword : keywords) {
            int end = at + keyword.length();
            if (text.regionMatches(true, at, keyword, 0, keyword.length())
                    && (end >= text.length() || !LexerRules.isWordPart(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }

    /** Takes the rest of the line as the delimiter of statements from here on, as MySQL's client does. */
    void changeDelimiter() {
        String rest = restOfLine().strip();
        changeDelimiter(rest);
        skipLine();
    }

    /** Takes another delimiter of statements from here on; an empty one stands for the usual. */
    void changeDelimiter(String other) {
        delimiter = other.isEmpty() ? ";" : other;
    }

    /** Skips the rest of the line. */
    void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end;
    }

    /** Skips the lines of data after {@code COPY .. FROM stdin}, up to the line {@code \.} that ends them. */
    void skipCopyData() {
        skipLine();
        while (position < text.length()) {
            newLine(position++);
            if (text.startsWith("\\.", position)) {
                position += 2;
                return;
            }
            skipLine();
        }
    }

    private String restOfLine() {
        int end = text.indexOf('\n', position);
        return text.substring(position, end < 0 ? text.length() : end);
    }

    private void skipBlanks() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c == '\n') {
                newLine(position++);
            } else if (c <= ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B') {
                position++;
            } else if (c == '-' && next(1) == '-' || c == '#' && isHashComment()) {
                skipLine();
            } else if (c == '/' && next(1) == '*') {
                skipComment();
            } else {
                return;
            }
        }
    }

    private boolean isHashComment() {
        return rules.hashComments() || line > lastLine && (next(1) == ' ' || next(1) == '#' || next(1) == '\n');
    }

    /** Where a nested comment is never closed, comments of this script do not nest. */
    private void skipComment() {
        int end = commentsNest ? endOfNestedComment() : -1;
        if (end < 0) {
            commentsNest = false;
            int close = text.indexOf("*/", position + 2);
            end = close < 0 ? text.length() : close + 2;
        }
        moveTo(end);
    }

    private int endOfNestedComment() {
        int depth = 0;
        for (int i = position; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '/' && text.charAt(i + 1) == '*') {
                depth++;
                i++;
            } else if (c == '*' && text.charAt(i + 1) == '/') {
                depth--;
                i++;
            }
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private Kind scan() {
        char c = text.charAt(position);
        if (text.startsWith(delimiter, position)) {
            return take(Kind.DELIMITER, delimiter.length());
        }
        if (c == '\'') {
            return string(rules.backslashEscapes());
        }
        if (c == '"' || c == '`') {
            return quoted(c);
        }
        if (c == '[' && isBracketName()) {
            return quoted(']');
        }
        if (c == '$') {
            return body();
        }
        if (LexerRules.isWordStart(c)) {
            return word();
        }
        if (c >= '0' && c <= '9') {
            return number();
        }
        return symbol(c);
    }

    private Kind symbol(char c) {
        if (c == ':' && next(1) == ':') {
            return take(Kind.SYMBOL, 2);
        }
        boolean alone = c == '/' && firstOnLine && isRestBlank(position + 1, false);
        return take(alone ? Kind.BATCH_END : Kind.SYMBOL, 1);
    }

    private Kind take(Kind taken, int length) {
        position += length;
        contentEnd = position;
        return taken;
    }

    private Kind word() {
        while (position < text.length() && LexerRules.isWordPart(text.charAt(position)) && !isWordBroken()) {
            position++;
        }
        contentEnd = position;
        if (next(0) == '\'' && position - start <= 2) {
            return prefixedString();
        }
        boolean go = firstOnLine && contentEnd - contentStart == 2 && text.regionMatches(true, start, "GO", 0, 2)
                && isRestBlank(position, true);
        return go ? Kind.BATCH_END : Kind.WORD;
    }

    /** A dollar body or a changed delimiter may follow a word without a blank. */
    private boolean isWordBroken() {
        return text.charAt(position) == '$' && next(1) == '$'
                || isDelimiterChanged() && text.startsWith(delimiter, position);
    }

    /** {@code E'..'}, {@code N'..'}, {@code X'..'} and Oracle's {@code q'[..]'}. */
    private Kind prefixedString() {
        char last = Character.toLowerCase(text.charAt(position - 1));
        if (last == 'q') {
            return oracleString();
        }
        return string(last == 'e' || rules.backslashEscapes());
    }

    private Kind oracleString() {
        char open = next(1);
        int pair = "([{<".indexOf(open);
        String close = (pair >= 0 ? ")]}>".charAt(pair) : open) + "'";
        contentStart = Math.min(position + 2, text.length());
        int end = text.indexOf(close, contentStart);
        contentEnd = end < 0 ? text.length() : end;
        moveTo(end < 0 ? text.length() : end + 2);
        return Kind.STRING;
    }

    private Kind string(boolean escapes) {
        contentStart = position + 1;
        int end = endOfQuote('\'', contentStart, escapes);
        contentEnd = end;
        moveTo(Math.min(end + 1, text.length()));
        return Kind.STRING;
    }

    private Kind quoted(char close) {
        int end = endOfQuote(close, position + 1, close == '"' && rules.backslashEscapes());
        moveTo(Math.min(end + 1, text.length()));
        contentEnd = position;
        return Kind.QUOTED;
    }

    private int endOfQuote(char quote, int from, boolean escapes) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == quote) {
                if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i;
                }
            } else if (c == '\\' && escapes) {
                i++;
            }
            i++;
        }
        return text.length();
    }

    private Kind body() {
        int tagEnd = position + 1;
        while (tagEnd < text.length() && Character.isLetterOrDigit(text.charAt(tagEnd)) || next(tagEnd - position) == '_') {
            tagEnd++;
        }
        if (tagEnd >= text.length() || text.charAt(tagEnd) != '$') {
            return take(Kind.SYMBOL, 1);
        }
        String tag = text.substring(position, tagEnd + 1);
        int end = openTags < MOST_OPEN_TAGS ? text.indexOf(tag, tagEnd + 1) : -1;
        if (end < 0) {
            openTags++;
            return take(Kind.SYMBOL, tag.length());
        }
        contentStart = tagEnd + 1;
        contentEnd = end;
        moveTo(end + tag.length());
        return Kind.BODY;
    }

    private Kind number() {
        while (position < text.length() && (LexerRules.isWordPart(text.charAt(position)) || next(0) == '.')) {
            position++;
        }
        contentEnd = position;
        return Kind.NUMBER;
    }

    private boolean isBracketName() {
        char before = position == 0 ? ' ' : text.charAt(position - 1);
        return rules.bracketNames() && LexerRules.isWordStart(next(1)) && !LexerRules.isWordPart(before)
                && before != ')' && before != ']';
    }

    private boolean isRestBlank(int from, boolean count) {
        for (int i = from; i < text.length() && text.charAt(i) != '\n'; i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !(count && Character.isDigit(c)) && c != ';') {
                return false;
            }
        }
        return true;
    }

    private char next(int offset) {
        int at = position + offset;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void moveTo(int end) {
        for (int i = position; i < end; i++) {
            if (text.charAt(i) == '\n') {
                newLine(i);
            }
        }
        position = end;
    }

    private void newLine(int at) {
        line++;
        lineStart = at + 1;
    }
}
