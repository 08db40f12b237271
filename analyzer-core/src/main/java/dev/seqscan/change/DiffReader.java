package dev.seqscan.change;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads which lines of the new files a diff without context speaks of, in the form of {@code git diff -U0} (see "Generating
 * patch text with -p" in the manual of git-diff).
 */
final class DiffReader {

    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@.*",
            Pattern.DOTALL);
    private static final String NEW_FILE = "+++ ";
    /** The one line that stands for a submodule, whose files the diff does not name. In a file it does no harm. */
    private static final String SUBMODULE = "+Subproject commit ";
    /** What is longer is a line of content, of which only the first character counts. */
    private static final int LONGEST_HEADER = 16_384;

    private final ChangedLines changed;
    private String file = "";
    private int contentLeft;

    private DiffReader(ChangedLines changed) {
        this.changed = changed;
    }

    static void read(InputStream diff, ChangedLines changed) throws IOException {
        DiffReader reader = new DiffReader(changed);
        InputStream bytes = new BufferedInputStream(diff);
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = bytes.read(); next >= 0; next = bytes.read()) {
            if (next == '\n') {
                reader.line(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (line.size() < LONGEST_HEADER) {
                line.write(next);
            }
        }
        reader.line(line.toString(StandardCharsets.UTF_8));
    }

    /** Lines of content are counted, as one of them may look like a header. */
    private void line(String line) {
        if (contentLeft > 0 && (line.startsWith("+") || line.startsWith("-"))) {
            contentLeft--;
            if (line.startsWith(SUBMODULE) && !file.isEmpty()) {
                changed.addFolder(file + "/");
            }
        } else if (line.startsWith("diff --git ")) {
            file = "";
        } else if (line.startsWith(NEW_FILE)) {
            file = name(line.substring(NEW_FILE.length()));
        } else {
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                hunk(number(hunk.group(1), 1), Integer.parseInt(hunk.group(2)), number(hunk.group(3), 1));
            }
        }
    }

    /** Where lines were only removed, the lines around the gap have changed: what stood there may have spoken of them. */
    private void hunk(int removed, int first, int added) {
        contentLeft = removed + added;
        if (!file.isEmpty()) {
            changed.add(file, added == 0 ? Math.max(1, first) : first, added == 0 ? first + 1 : first + added - 1);
        }
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    /** A name stands behind the prefix b/; with unusual characters in quotes, with a blank before a tab. */
    private static String name(String text) {
        String name = text.endsWith("\t") ? text.substring(0, text.length() - 1) : text;
        name = name.startsWith("\"") ? unquoted(name.substring(1, name.length() - 1)) : name;
        return name.startsWith("b/") ? name.substring(2) : "";
    }

    /** The escapes of C, of which octal numbers are bytes of UTF-8. */
    private static String unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] quoted = text.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < quoted.length; at++) {
            if (quoted[at] != '\\' || at + 1 == quoted.length) {
                bytes.write(quoted[at]);
            } else if (quoted[at + 1] >= '0' && quoted[at + 1] <= '3' && at + 3 < quoted.length) {
                bytes.write((quoted[at + 1] - '0') * 64 + (quoted[at + 2] - '0') * 8 + quoted[at + 3] - '0');
                at += 3;
            } else {
                bytes.write(escape(quoted[++at]));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int escape(byte letter) {
        int which = "abtnvfr".indexOf(letter);
        return which < 0 ? letter : 7 + which;
    }
}
