package dev.seqscan.source.template;

import java.util.ArrayList;
import java.util.List;

/** Finds where brackets and quotes end, and what commas part. */
final class Brackets {

    private Brackets() {
    }

    /** The index of the bracket that closes the one at an index; the end of the text where none does. */
    static int close(String text, int open) {
        int depth = 0;
        int at = open;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"') {
                at = afterQuoted(text, at);
                continue;
            }
            depth += "([{".indexOf(next) >= 0 ? 1 : ")]}".indexOf(next) >= 0 ? -1 : 0;
            if (depth == 0) {
                return at;
            }
            at++;
        }
        return text.length();
    }

    /** The index behind the quoted text that starts at an index. */
    static int afterQuoted(String text, int open) {
        int end = text.indexOf(text.charAt(open), open + 1);
        return end < 0 ? text.length() : end + 1;
    }

    /** From where to where the parts between commas reach, without blanks around them; none of a blank text. */
    static List<int[]> split(String text, int from, int to) {
        List<int[]> parts = new ArrayList<>();
        int start = from;
        int at = from;
        while (at < to) {
            char next = text.charAt(at);
            if (next == ',') {
                add(parts, text, start, at);
                start = at + 1;
                at++;
            } else if (next == '\'' || next == '"') {
                at = afterQuoted(text, at);
            } else {
                at = "([{".indexOf(next) >= 0 ? close(text, at) + 1 : at + 1;
            }
        }
        add(parts, text, start, Math.min(to, text.length()));
        return parts;
    }

    private static void add(List<int[]> parts, String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            parts.add(new int[] {start, end});
        }
    }
}
