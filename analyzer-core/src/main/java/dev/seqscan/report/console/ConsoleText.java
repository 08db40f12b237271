package dev.seqscan.report.console;

import dev.seqscan.finding.Finding;
import dev.seqscan.finding.Level;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text as a terminal may be given it: in lines of bearable length, and without characters that steer it. */
public final class ConsoleText {

    private static final int WIDTH = 100;
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})");

    private static final Pattern NOT_JUDGED = Pattern.compile("\\bnot\\b");

    private ConsoleText() {
    }

    /** Control and format characters, as escapes and right-to-left marks, become question marks; line ends blanks. */
    public static String harmless(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().map(ConsoleText::harmless).forEach(result::appendCodePoint);
        return result.toString();
    }

    private static int harmless(int codePoint) {
        if (codePoint == '\n' || codePoint == '\r' || codePoint == '\t') {
            return ' ';
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> '?';
            default -> codePoint;
        };
    }

    /**
     * Appends the words of a text to a start of line, breaking before the width is passed. A word is never broken.
     *
     * @param used columns that the start takes; escapes of colours take none
     * @param indent columns before each further line
     */
    static String wrap(String start, int used, String text, int indent) {
        StringBuilder result = new StringBuilder(start);
        int column = used;
        for (String word : harmless(text).strip().split("\\s+")) {
            if (column > indent && column + 1 + word.length() > WIDTH) {
                result.append('\n').append(" ".repeat(indent)).append(word);
                column = indent + word.length();
            } else {
                result.append(' ').append(word);
                column += 1 + word.length();
            }
        }
        return result.append('\n').toString();
    }

    static String wrap(String start, String text, int indent) {
        return wrap(start, start.length(), text, indent);
    }

    /** Up to the first full stop that a capital letter follows. */
    public static String firstSentence(String message) {
        Matcher end = SENTENCE_END.matcher(message);
        return end.find() ? message.substring(0, end.start()) : message;
    }

    /** What follows the first sentence; may be empty. */
    public static String furtherSentences(String message) {
        return message.substring(firstSentence(message).length()).strip();
    }

    /** {@code 1 error, 2 warnings}, the worst first. */
    static String levels(Collection<Finding> findings) {
        Map<Level, Long> counts = new TreeMap<>(Comparator.reverseOrder());
        findings.forEach(finding -> counts.merge(finding.level(), 1L, Long::sum));
        return counts.entrySet().stream().map(entry -> count(entry.getValue(), entry.getKey().id()))
                .collect(Collectors.joining(", "));
    }

    /** Whether the name of a count is that of something which was not judged. */
    public static boolean isNotJudged(String name) {
        return NOT_JUDGED.matcher(name).find();
    }

    /** A number with its noun, in the plural where it is not one. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** A number with its noun, which has a plural of its own. */
    public static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
