package dev.seqscan.overview;

import dev.seqscan.overview.Overview.Statement;
import dev.seqscan.query.Query;
import java.util.Locale;

/** Words for parts of the model. */
final class Statements {

    /** Of longer texts a reader sees the beginning. */
    private static final int MOST_CHARACTERS = 400;

    private Statements() {
    }

    static Statement of(Query query) {
        return new Statement(query.label(), shortened(query.text().strip().replaceAll("\\s+", " ")), query.place());
    }

    /** The name of a constant as words. */
    static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String shortened(String text) {
        if (text.length() <= MOST_CHARACTERS) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
        return text.substring(0, end) + "...";
    }
}
