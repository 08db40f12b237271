package dev.seqscan.report.sarif;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Text in the forms that SARIF and its readers ask for. */
final class SarifText {

    /** What RFC 3986 section 3.3 allows in a path as it stands; not the colon, which would make a scheme of a folder. */
    private static final String PATH_CHARACTERS = "-._~!$&'()*+,;=@/";

    private static final String ELLIPSIS = "...";

    private SarifText() {
    }

    /** A relative path as a URI reference, percent-encoded as UTF-8. */
    static String uri(String path) {
        StringBuilder uri = new StringBuilder();
        for (byte octet : wellFormed(path).getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (isAsciiLetterOrDigit(character) || PATH_CHARACTERS.indexOf(character) >= 0) {
                uri.append(character);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) character));
            }
        }
        return uri.toString();
    }

    /**
     * A text without an accidental link: by section 3.11.6 {@code [text](1)} is one, so the brackets are parted. Braces
     * stay as they are, though section 3.11.5 wants them doubled: readers leave them so where a message has no arguments.
     */
    static String withoutLinks(String text) {
        return text.replace("](", "] (");
    }

    /** A link to the related location with that id, section 3.11.6. */
    static String link(String text, int id) {
        return "[" + text.replace('[', '(').replace(']', ')') + "](" + id + ")";
    }

    /** At most that many UTF-16 units, cut at a blank where there is one in the second half. */
    static String limit(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int end = most - ELLIPSIS.length();
        int blank = text.lastIndexOf(' ', end);
        String cut = text.substring(0, blank > most / 2 ? blank : end);
        boolean halfAPair = Character.isHighSurrogate(cut.charAt(cut.length() - 1));
        return (halfAPair ? cut.substring(0, cut.length() - 1) : cut) + ELLIPSIS;
    }

    /** A kebab-case name in Pascal case: {@code query-in-loop} as {@code QueryInLoop}. */
    static String pascalCase(String name) {
        StringBuilder result = new StringBuilder();
        for (String word : name.split("-")) {
            if (!word.isEmpty()) {
                result.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return result.toString();
    }

    private static boolean isAsciiLetterOrDigit(char character) {
        return character < 0x80 && Character.isLetterOrDigit(character);
    }

    private static String wellFormed(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(point -> result.appendCodePoint(isSurrogate(point) ? 0xFFFD : point));
        return result.toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
