package dev.seqscan.source.java;

/** Walks through Java text to tell its literals from its comments (JLS 3.7, 3.10.4 to 3.10.6). */
final class Literals {

    private static final String TEXT_BLOCK = "\"\"\"";

    private Literals() {
    }

    /** The same text with blanks for what strings, text blocks and characters hold; lines and columns stay. */
    static String blanked(String text) {
        StringBuilder left = new StringBuilder(text);
        int at = 0;
        while (at < text.length()) {
            char first = text.charAt(at);
            if (text.startsWith("//", at)) {
                at = lineEnd(text, at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                at = end < 0 ? text.length() : end + 2;
            } else if (first == '"' || first == '\'') {
                int end = end(text, at, text.startsWith(TEXT_BLOCK, at) ? TEXT_BLOCK : String.valueOf(first));
                blank(left, at + 1, end);
                at = end + 1;
            } else {
                at++;
            }
        }
        return left.toString();
    }

    /** Where a literal ends; one that is never closed ends with its line, or with the text. */
    private static int end(String text, int start, String quote) {
        boolean block = quote.equals(TEXT_BLOCK);
        int last = block ? text.length() : lineEnd(text, start);
        int at = start + quote.length();
        while (at < last && !text.startsWith(quote, at)) {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + quote.length() - 1, Math.max(last - 1, start));
    }

    private static int lineEnd(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
            at++;
        }
        return at;
    }

    private static void blank(StringBuilder text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '\n' && text.charAt(i) != '\r') {
                text.setCharAt(i, ' ');
            }
        }
    }
}
