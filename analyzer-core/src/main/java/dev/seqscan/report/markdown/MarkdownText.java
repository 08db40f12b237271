package dev.seqscan.report.markdown;

import dev.seqscan.report.console.ConsoleText;
import java.util.regex.Pattern;

/**
 * Text in GitHub Flavored Markdown that shows as it is: no markup, no HTML, no link, and nobody is mentioned, as the
 * annotation {@code @Entity} would do. Escapes do not help against mentions, but within code nothing is read.
 */
final class MarkdownText {

    /** A word that no renderer reads anything into. */
    private static final Pattern PLAIN = Pattern.compile(
            "[+=]|\\(?(?!(?i)www\\.)[\\p{L}\\p{N}]+(?:[.'-][\\p{L}\\p{N}]+)*(?:\\(\\))?\\)?[.,;:!?]*");

    private static final Pattern TRAILING = Pattern.compile("[.,;:]+$");

    private MarkdownText() {
    }

    /** Running text on one line, not at its start, in which words that could be more than words are code. */
    static String plain(String text) {
        StringBuilder result = new StringBuilder();
        StringBuilder code = new StringBuilder();
        for (String word : ConsoleText.harmless(text).strip().split("\\s+")) {
            if (PLAIN.matcher(word).matches()) {
                flush(code, result);
                append(result, word);
            } else {
                append(code, word);
            }
        }
        flush(code, result);
        return result.toString();
    }

    /** A text on one line as code, within marks that are longer than any in it (CommonMark 0.31, section 6.1). */
    static String code(String text) {
        String line = ConsoleText.harmless(text).strip();
        if (line.isEmpty()) {
            return "";
        }
        String marks = "`";
        while (line.contains(marks)) {
            marks += "`";
        }
        String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
        return marks + space + line + space + marks;
    }

    /** Code in a cell of a table, where a bar would end the cell even so. */
    static String cell(String text) {
        return code(text).replace("|", "\\|");
    }

    private static void flush(StringBuilder code, StringBuilder result) {
        if (!code.isEmpty()) {
            String text = code.toString();
            String end = trailing(text);
            append(result, code(text.substring(0, text.length() - end.length())) + end);
            code.setLength(0);
        }
    }

    /** The marks that end a sentence belong to it, not to the code, unless there is nothing else. */
    private static String trailing(String text) {
        var end = TRAILING.matcher(text);
        return end.find() && end.start() > 0 ? end.group() : "";
    }

    private static void append(StringBuilder line, String word) {
        line.append(line.isEmpty() ? "" : " ").append(word);
    }
}
