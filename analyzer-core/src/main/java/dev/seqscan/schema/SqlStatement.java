package dev.seqscan.schema;

import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One statement of a script.
 *
 * @param file the script, relative to the scanned root
 * @param tokens without the delimiter; of statements that insert data only the first ones
 * @param whole false where tokens were left out
 */
record SqlStatement(String file, List<SqlToken> tokens, boolean whole) {

    /** The line of the first token, counted from 1. */
    int line() {
        return tokens.get(0).line();
    }

    /** Where a token of this statement stands. */
    Place place(SqlToken token) {
        int width = Math.max(1, token.text().length());
        return new Place(file, new Span(token.line(), token.column(), token.line(), token.column() + width));
    }

    /** Tells it from the other statements of all scripts. */
    Object beginning() {
        return List.of(file, line(), tokens.get(0).column(), tokens.stream().limit(4).map(SqlToken::text).toList());
    }

    /** The first words, for a notice. */
    String firstWords() {
        String words = tokens.stream().limit(8).map(SqlToken::text).collect(Collectors.joining(" "));
        String text = words.replaceAll("\\s+", " ");
        return text.length() > 80 ? text.substring(0, 80) + ".." : text;
    }
}
