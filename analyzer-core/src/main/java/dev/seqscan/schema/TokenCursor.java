package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/** Goes through the tokens of a statement or of a part of it. */
final class TokenCursor {

    private final SqlStatement statement;
    private final List<SqlToken> tokens;
    private int position;

    TokenCursor(SqlStatement statement) {
        this(statement, statement.tokens());
    }

    private TokenCursor(SqlStatement statement, List<SqlToken> tokens) {
        this.statement = statement;
        this.tokens = tokens;
    }

    /** The statement this goes through. */
    SqlStatement statement() {
        return statement;
    }

    boolean atEnd() {
        return position >= tokens.size();
    }

    SqlToken peek() {
        return peek(0);
    }

    SqlToken peek(int offset) {
        int at = position + offset;
        return at >= 0 && at < tokens.size() ? tokens.get(at) : SqlToken.NOTHING;
    }

    SqlToken next() {
        SqlToken token = peek();
        position++;
        return token;
    }

    /** Whether the next tokens are those keywords. */
    boolean at(String... keywords) {
        for (int i = 0; i < keywords.length; i++) {
            if (!peek(i).is(keywords[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next token is one of those keywords. */
    boolean atAny(String... keywords) {
        for (String keyword : keywords) {
            if (peek().is(keyword)) {
                return true;
            }
        }
        return false;
    }

    /** Takes those keywords if they come next. */
    boolean accept(String... keywords) {
        boolean found = at(keywords);
        if (found) {
            position += keywords.length;
        }
        return found;
    }

    /** Takes one of those keywords if it comes next. */
    boolean acceptAny(String... keywords) {
        boolean found = atAny(keywords);
        if (found) {
            position++;
        }
        return found;
    }

    boolean atSymbol(char symbol) {
        return peek().isSymbol(symbol);
    }

    boolean acceptSymbol(char symbol) {
        boolean found = atSymbol(symbol);
        if (found) {
            position++;
        }
        return found;
    }

    /** Goes to the next of those keywords outside of parentheses, and takes it; false, and at the end, without one. */
    boolean skipPast(String... keywords) {
        while (!atEnd()) {
            if (acceptAny(keywords)) {
                return true;
            }
            skip();
        }
        return false;
    }

    /** Takes a token, or a whole group in parentheses. */
    void skip() {
        if (atSymbol('(')) {
            group();
        } else {
            position++;
        }
    }

    void skipAll() {
        position = tokens.size();
    }

    /** The normalised last part of a name that may be qualified. */
    String name() {
        String name = simpleName();
        while (atSymbol('.')) {
            while (acceptSymbol('.')) {
                // SQL Server leaves the schema out as in shop..orders
            }
            name = simpleName();
        }
        return name;
    }

    private String simpleName() {
        SqlToken token = next();
        if (token.isName()) {
            return Names.normalise(token.text());
        }
        boolean stringAsName = token.kind() == Kind.STRING && !token.text().isBlank();
        if (stringAsName) {
            return Names.normalise(token.text());
        }
        throw new NotUnderstood("expected a name" + (token.text().isEmpty() ? "" : ", found '" + token.text() + "'"));
    }

    /** The tokens of the group in parentheses that starts here, without its parentheses. */
    TokenCursor group() {
        if (!acceptSymbol('(')) {
            throw new NotUnderstood("expected '('" + (atEnd() ? "" : ", found '" + peek().text() + "'"));
        }
        int start = position;
        int depth = 1;
        while (!atEnd()) {
            SqlToken token = next();
            depth += token.isSymbol('(') ? 1 : token.isSymbol(')') ? -1 : 0;
            if (depth == 0) {
                return new TokenCursor(statement, tokens.subList(start, position - 1));
            }
        }
        throw new NotUnderstood("a parenthesis is not closed");
    }

    /** What is left, cut at the commas outside of parentheses. */
    List<TokenCursor> items() {
        List<TokenCursor> items = new ArrayList<>();
        int start = position;
        while (!atEnd()) {
            if (atSymbol(',')) {
                items.add(new TokenCursor(statement, tokens.subList(start, position)));
                position++;
                start = position;
            } else {
                skip();
            }
        }
        if (start < position) {
            items.add(new TokenCursor(statement, tokens.subList(start, Math.min(position, tokens.size()))));
        }
        return items;
    }

    /** What stands before that keyword outside of parentheses, or all that is left. */
    TokenCursor upTo(String keyword) {
        int start = position;
        while (!atEnd() && !at(keyword)) {
            skip();
        }
        position = Math.min(position, tokens.size());
        return new TokenCursor(statement, tokens.subList(start, position));
    }

    /** Another cursor at the same place. */
    TokenCursor copy() {
        return new TokenCursor(statement, rest());
    }

    /** The names in a group {@code (a, b)}; what follows a name, as its order, is left out. */
    List<String> namesInGroup() {
        return group().items().stream().map(TokenCursor::name).toList();
    }

    /** What is left, as a list. */
    List<SqlToken> rest() {
        return tokens.subList(Math.min(position, tokens.size()), tokens.size());
    }
}
