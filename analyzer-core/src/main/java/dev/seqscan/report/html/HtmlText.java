package dev.seqscan.report.html;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Makes any text harmless in HTML, the only place that does so. Characters that are not seen but change what is seen, as
 * marks of writing direction, and those that HTML cannot hold, as NUL, are shown by their number (Unicode Technical
 * Standard 55, section 5.1, tells why).
 */
final class HtmlText {

    /** When so many characters are written of a text, the rest of it is left out. */
    static final int MOST_CHARACTERS = 10_000;

    private HtmlText() {
    }

    /** Appends the content of an element. */
    static void appendText(StringBuilder out, String text) {
        append(out, text, "<span class=\"odd\">", "</span>");
    }

    /** Appends the value of an attribute, which stands in double quotes. */
    static void appendValue(StringBuilder out, String text) {
        append(out, text, "[", "]");
    }

    private static void append(StringBuilder out, String text, String before, String after) {
        int read = 0;
        int end = out.length() + MOST_CHARACTERS;
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        while (points.hasNext() && out.length() < end) {
            int point = points.nextInt();
            read += Character.charCount(point);
            if (isOdd(point)) {
                out.append(before).append(String.format(Locale.ROOT, "U+%04X", point)).append(after);
            } else {
                append(out, point);
            }
        }
        if (read < text.length()) {
            out.append(" [").append(text.length() - read).append(" more characters]");
        }
    }

    private static void append(StringBuilder out, int point) {
        switch (point) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(point);
        }
    }

    private static boolean isOdd(int point) {
        if (point == '\n' || point == '\t') {
            return false;
        }
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR, Character.PRIVATE_USE -> true;
            default -> (point & 0xFFFE) == 0xFFFE;
        };
    }
}
