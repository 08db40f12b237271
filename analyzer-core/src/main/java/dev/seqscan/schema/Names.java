package dev.seqscan.schema;

import java.util.Locale;

/** Identifiers of tables and columns, made comparable. */
public final class Names {

    private Names() {
    }

    /**
     * The comparable form of an identifier: without quotes ({@code "x"}, {@code `x`}, {@code [x]}), without schema or
     * catalogue, in lower case. Products differ in how they fold case; names that differ in case only are rare enough
     * to be taken as one.
     */
    public static String normalise(String identifier) {
        String text = identifier.strip();
        int dot = lastDotOutsideQuotes(text);
        if (dot >= 0) {
            text = text.substring(dot + 1).strip();
        }
        if (text.length() >= 2 && isQuote(text.charAt(0), text.charAt(text.length() - 1))) {
            text = text.substring(1, text.length() - 1);
        }
        return text.toLowerCase(Locale.ROOT);
    }

    private static boolean isQuote(char first, char last) {
        return first == '"' && last == '"' || first == '`' && last == '`' || first == '[' && last == ']';
    }

    private static int lastDotOutsideQuotes(String text) {
        int dot = -1;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '`') {
                quote = c;
            } else if (c == '[') {
                quote = ']';
            } else if (c == '.') {
                dot = i;
            }
        }
        return dot;
    }
}
