package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import java.util.List;
import java.util.Optional;

/**
 * The text of a statement that is put together of constants, and of the name of a schema that is known at run time only:
 * {@code 'ALTER TABLE ' || quote_ident(s) || '.orders ADD ..'}. The schema is left out, as everywhere.
 */
final class JoinedText {

    private final List<SqlToken> tokens;
    private final StringBuilder text = new StringBuilder();
    private int at;

    private JoinedText(List<SqlToken> tokens) {
        this.tokens = tokens;
    }

    /**
     * Takes what stands behind {@code EXECUTE}, beginning with a text.
     *
     * @return the whole text; empty where a part is not known
     */
    static Optional<String> of(List<SqlToken> tokens) {
        JoinedText joined = new JoinedText(tokens);
        return joined.read() ? Optional.of(joined.text.toString()) : Optional.empty();
    }

    private boolean read() {
        constant();
        while (!ends()) {
            if (!join()) {
                return false;
            }
            if (!isConstant()) {
                skip();
                if (!join() || !isConstant() || !tokens.get(at).text().startsWith(".")) {
                    return false;
                }
            }
            constant();
        }
        return true;
    }

    private boolean ends() {
        return at >= tokens.size() || tokens.get(at).isSymbol(')') || tokens.get(at).is("USING") || tokens.get(at).is("INTO");
    }

    private boolean isJoin() {
        return at + 1 < tokens.size() && tokens.get(at).isSymbol('|') && tokens.get(at + 1).isSymbol('|');
    }

    private boolean join() {
        boolean joined = isJoin();
        at += joined ? 2 : 0;
        return joined;
    }

    private boolean isConstant() {
        return at < tokens.size() && (tokens.get(at).kind() == Kind.STRING || tokens.get(at).kind() == Kind.BODY);
    }

    /** Of what follows a schema the dot is left out. */
    private void constant() {
        SqlToken token = tokens.get(at++);
        String part = token.kind() == Kind.BODY ? token.text() : token.text().replace("''", "'");
        text.append(text.length() > 0 && part.startsWith(".") ? " " + part.substring(1) : part);
    }

    /** Passes over an expression up to the next join. */
    private void skip() {
        int open = 0;
        while (at < tokens.size() && (open > 0 || !isJoin())) {
            open += tokens.get(at).isSymbol('(') ? 1 : tokens.get(at).isSymbol(')') ? -1 : 0;
            at++;
        }
    }
}
