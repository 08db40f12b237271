package dev.seqscan.baseline;

import java.util.ArrayList;
import java.util.List;

/** Writes and reads one line of a baseline: fields between bars. What a reviewer could not see is written as an escape. */
final class BaselineText {

    private static final String BAR = " | ";

    private BaselineText() {
    }

    static String line(BaselineEntry entry, int count) {
        String line = escaped(entry.rule()) + BAR + escaped(entry.subject()) + BAR + escaped(entry.file()) + BAR
                + escaped(entry.enclosing());
        return (count > 1 ? line + BAR + count : line).stripTrailing();
    }

    /** The fields of a line without the blanks around them. */
    static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int at = 0; at < line.length(); at++) {
            char character = line.charAt(at);
            if (character == '|') {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else if (character == '\\') {
                at = unescape(line, at + 1, field);
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    private static int unescape(String line, int at, StringBuilder field) {
        if (at + 4 < line.length() && line.charAt(at) == 'u') {
            try {
                field.append((char) Integer.parseInt(line, at + 1, at + 5, 16));
                return at + 4;
            } catch (NumberFormatException plain) {
                // No number follows, so the letter stands for itself.
            }
        }
        if (at < line.length()) {
            field.append(line.charAt(at));
        }
        return at;
    }

    private static String escaped(String field) {
        StringBuilder text = new StringBuilder();
        for (char character : field.toCharArray()) {
            if (character == '|' || character == '\\') {
                text.append('\\').append(character);
            } else if (isSeen(character)) {
                text.append(character);
            } else {
                text.append(String.format("\\u%04x", (int) character));
            }
        }
        return text.toString();
    }

    /** Line ends would break the file, and marks of direction or of no width would hide from a reviewer. */
    private static boolean isSeen(char character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
