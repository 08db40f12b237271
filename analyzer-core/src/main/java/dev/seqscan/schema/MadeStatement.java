package dev.seqscan.schema;

import dev.seqscan.schema.SqlToken.Kind;
import dev.seqscan.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A statement that stands in no script, but that a migration tool makes of what it reads. Each part keeps the place of what
 * it was made of, so that tables and indexes point there.
 */
public final class MadeStatement {

    private final String file;
    private final Product product;
    private final Map<String, String> values;
    private final List<SqlToken> tokens = new ArrayList<>();
    private Span at;

    /**
     * Begins at a place of a file.
     *
     * @param values values of {@code ${name}} in names and texts
     */
    public MadeStatement(String file, Span at, Product product, Map<String, String> values) {
        this.file = file;
        this.at = at;
        this.product = product;
        this.values = values;
    }

    /** What is added from here on was made of what stands there. */
    public MadeStatement at(Span place) {
        at = place;
        return this;
    }

    /** Adds keywords and symbols, with blanks between them; none if the text is empty. */
    public MadeStatement words(String words) {
        for (String word : words.isEmpty() ? new String[0] : words.split(" ")) {
            boolean symbol = word.length() == 1 && !Character.isLetterOrDigit(word.charAt(0));
            add(symbol ? Kind.SYMBOL : Kind.WORD, word);
        }
        return this;
    }

    /** Adds a name in any spelling; it is never taken for a keyword. */
    public MadeStatement name(String name) {
        add(Kind.QUOTED, '"' + Names.normalise(Placeholders.fill(name, values)) + '"');
        return this;
    }

    /** Adds names with commas between them, in parentheses. */
    public MadeStatement names(List<String> names) {
        words("(");
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                words(",");
            }
            name(names.get(i));
        }
        return words(")");
    }

    /** Adds a text in the language of the product, as a type or an expression. */
    public MadeStatement sql(String text) {
        String filled = Placeholders.fill(text, values);
        SqlLexer lexer = new SqlLexer(filled, product, 1);
        while (lexer.next()) {
            SqlToken token = lexer.token(filled.length());
            add(token.kind(), token.text());
        }
        return this;
    }

    private void add(Kind kind, String text) {
        tokens.add(new SqlToken(kind, text, at.startLine(), at.startColumn(), tokens.isEmpty()));
    }

    SqlStatement statement() {
        return new SqlStatement(file, List.copyOf(tokens), true);
    }
}
