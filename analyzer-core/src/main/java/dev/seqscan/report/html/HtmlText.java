package dev.seqscan.report.html;

import java.util.Locale;
import java.util.PrimitiveIterator;

/**
 * Makes any text harmless in HTML, the only place that does so. Characters that are not seen but change what is seen, as
 * marks of writing direction, and those that HTML cannot hold, as NUL, are shown by their number (Unicode Technical
 * Standard 55, section 5.1, tells why).
 */
final class HtmlText {

    /** Of longer texts the rest is left out. */
    static final int MOST_CHARACTERS = 8_000;

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
        int written = 0;
        PrimitiveIterator.OfInt points = text.codePoints().iterator();
        while (points.hasNext() && written < MOST_CHARACTERS) {
            int point = points.nextInt();
            written += Character.charCount(point);
            if (isOdd(point)) {
                out.append(before).append(String.format(Locale.ROOT, "U+%04X", point)).append(after);
            } else {
                append(out, point);
            }
        }
        if (written < text.length()) {
            out.append(" [").append(text.length() - written).append(" more characters]");
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
