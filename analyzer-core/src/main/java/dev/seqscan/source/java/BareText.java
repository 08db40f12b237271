package dev.seqscan.source.java;

import java.util.Arrays;
import java.util.Optional;

/**
 * The text of a file without what only costs the parser time, which makes a token of each single blank and walks through
 * comments letter by letter: lines lose their indentation, and comments their words. Lines keep their numbers; how many
 * characters the start of each has lost tells the columns of the file itself.
 */
final class BareText {

    private static final int SHORT_LINE = 20;

    private final String file;
    /** Of the file, since each is looked at several times. */
    private final char[] letters;
    private final StringBuilder bare;
    private final JavaBounds bounds = new JavaBounds();
    /** By line, the first of which is 1. */
    private int[] lost;
    private int line = 1;
    /** What stands before in the file was copied or left out. */
    private int done;

    private BareText(String file) {
        this.file = file;
        this.letters = file.toCharArray();
        this.bare = new StringBuilder(file.length());
        this.lost = new int[file.length() / SHORT_LINE + 2];
    }

    static BareText of(String file) {
        BareText text = new BareText(file);
        int at = 0;
        while (at < text.letters.length) {
            at = text.line(text.indentation(at));
        }
        text.copyTo(file.length());
        return text;
    }

    /** All of a file, for the parser to tell what is wrong with it. */
    static BareText whole(String file) {
        BareText text = new BareText(file);
        text.copyTo(file.length());
        return text;
    }

    /** Why the parser is not to read it, if so. */
    Optional<String> outOfBounds() {
        return bounds.broken();
    }

    /** What the parser is to read. */
    String text() {
        return bare.toString();
    }

    /** How many columns a place in the text lies before the same place in the file. */
    int lost(int ofLine) {
        return ofLine < lost.length ? lost[ofLine] : 0;
    }

    /** Leaves out the blanks and the closed comments at the start of a line. */
    private int indentation(int start) {
        int at = start;
        while (at < letters.length) {
            int end = letters[at] == '/' && file.startsWith("/*", at) ? file.indexOf("*/", at + 2) : -1;
            if (end >= 0 && lineEnd(at) > end) {
                at = end + 2;
            } else if (letters[at] == ' ' || letters[at] == '\t') {
                at++;
            } else {
                break;
            }
        }
        leaveOut(start, at);
        lose(at - start);
        return at;
    }

    /** Walks to the start of the next line. */
    private int line(int start) {
        int at = start;
        while (at < letters.length) {
            char next = letters[at];
            if (next == '"' || next == '\'') {
                at = literal(at, next);
            } else if (next == '/') {
                at = slash(at);
            } else if (isLineEnd(at)) {
                line++;
                return at + 1;
            } else {
                bounds.add(next);
                at++;
            }
        }
        return at;
    }

    private int slash(int start) {
        if (file.startsWith("//", start)) {
            int end = lineEnd(start);
            leaveOut(start, end);
            return end;
        }
        return file.startsWith("/*", start) ? comment(start) : start + 1;
    }

    /** Of a comment of several lines their ends are kept; its last line begins with the end of the comment. */
    private int comment(int start) {
        int end = file.indexOf("*/", start + 2);
        if (end < 0) {
            return file.length();
        }
        if (lineEnd(start) < end) {
            leaveOut(start, end);
            bare.append("/*");
            int from = start;
            for (int to = lineEnd(start); to < end; to = lineEnd(from)) {
                bare.append('\n');
                line++;
                from = to + (file.startsWith("\r\n", to) ? 2 : 1);
            }
            lose(end - from);
        }
        return end + 2;
    }

    /** A literal ends with its line at the latest, unless it is a text block, whose indentation has a meaning. */
    private int literal(int start, char quote) {
        boolean block = file.startsWith("\"\"\"", start);
        int at = start + (block ? 3 : 1);
        while (at < letters.length && (block ? !file.startsWith("\"\"\"", at) : letters[at] != quote)) {
            if (isLineEnd(at)) {
                if (!block) {
                    return at;
                }
                line++;
            }
            at += isEscape(at) ? 2 : 1;
        }
        return Math.min(file.length(), at + (block ? 3 : 1));
    }

    private boolean isEscape(int at) {
        return letters[at] == '\\' && at + 1 < letters.length && letters[at + 1] != '\n' && letters[at + 1] != '\r';
    }

    private void lose(int characters) {
        if (line >= lost.length) {
            lost = Arrays.copyOf(lost, line * 2);
        }
        lost[line] = characters;
    }

    private void leaveOut(int from, int to) {
        copyTo(from);
        done = to;
    }

    private void copyTo(int end) {
        bare.append(file, done, end);
        done = end;
    }

    /** Whether a line ends with this character; of a carriage return and a line feed it is the second one. */
    private boolean isLineEnd(int at) {
        char next = letters[at];
        return next == '\n' || next == '\r' && !(at + 1 < letters.length && letters[at + 1] == '\n');
    }

    /** Where the line ends on which a place lies, without the characters that end it. */
    private int lineEnd(int start) {
        int at = start;
        while (at < letters.length && letters[at] != '\n' && letters[at] != '\r') {
            at++;
        }
        return at;
    }
}
