package dev.seqscan.rules.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Breaks texts and bytes in the ways in which files break: cut, doubled, shuffled by a merge, written in another encoding, or
 * written to do harm. The same seed breaks the same input in the same way.
 */
final class Mutations {

    private static final List<String> INSERTS = List.of("(", ")", "{", "}", "[", "]", "<", ">", "\"", "'", "`", "\"\"\"", "\\", "\\u",
            "\\u000", "\\uD800", "\0", "\uFEFF", "\uD83D", "\uDE00", "\u2028", "\u0085", "\r", "\r\n", "\n", "\t", "\f", "\u001A", "/*",
            "*/", "//", "--", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE x [", "<?", "&", "&#x0;", "&#55296;", "&gone;", "${", "#{",
            "$$", "$a$", ";", ";;", ",", ":", "::", "->", "=", "@", "#", "*", "&a", "*a", "? ", "- ", "%", "!!java.net.URL [x]", "|", ">-",
            "0x", "9".repeat(400), "-1", "1e999999", ".", "..", "null", "yield ", "select ", "from ", "class ", "case ", "end ", "not ",
            "begin ", "DELIMITER ", "create table ", "<if test='", "<include refid='a'/>", "extends ", "@Query(\"", "\u00e4\u6f22");
    private static final List<String> OPENERS = List.of("(", "{", "[", "<", "<a>", "((", "case when ", "not ", "- ", "!", "a(", "a[",
            "new int[]{", "() -> ", "a ? ", "List<", "@A(", "if(a)", "${", "/*", "<if test=\"a\">", "? ", "${a:", "begin ", "select (");
    private static final int MOST_REPEATED = 3_000;
    private static final int LONGEST = 1_000_000;

    private final Random random;
    private final List<UnaryOperator<String>> ways = List.of(this::cut, this::cutHead, this::without, this::doubled, this::swapped,
            this::inserted, this::inserted, this::insertedOften, this::nested, this::longLine, this::withoutLine, this::doubledLine,
            this::movedLine, this::otherLineEnds, this::changedCharacter, this::changedWord, this::repeatedWord, this::reversedLines);

    Mutations(long seed) {
        this.random = new Random(seed);
    }

    /** A number below a bound, from the same sequence. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** A text that is broken in one to three ways. */
    String broken(String text) {
        String result = text;
        for (int i = random.nextInt(3); i >= 0 && result.length() < LONGEST; i--) {
            result = ways.get(random.nextInt(ways.size())).apply(result);
        }
        return result;
    }

    /** Bytes of which some are changed, lost or doubled. */
    byte[] broken(byte[] bytes) {
        byte[] result = bytes.clone();
        for (int i = random.nextInt(8); i >= 0 && result.length > 0; i--) {
            result = brokenOnce(result);
        }
        return result;
    }

    private byte[] brokenOnce(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(8)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                int length = random.nextInt(Math.min(64, bytes.length - at) + 1);
                byte[] result = Arrays.copyOf(bytes, bytes.length - length);
                System.arraycopy(bytes, at + length, result, at, bytes.length - at - length);
                return result;
            }
            case 2 -> bytes[at] = (byte) 0xFF;
            case 3 -> bytes[at] = 0;
            default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        }
        return bytes;
    }

    private int place(String text) {
        return random.nextInt(text.length() + 1);
    }

    private int end(String text, int start, int longest) {
        return Math.min(text.length(), start + 1 + random.nextInt(longest));
    }

    private String cut(String text) {
        return text.substring(0, place(text));
    }

    private String cutHead(String text) {
        return text.substring(Math.min(place(text), place(text)));
    }

    private String without(String text) {
        int start = place(text);
        return text.substring(0, start) + text.substring(end(text, start, 200));
    }

    private String doubled(String text) {
        int start = place(text);
        int end = end(text, start, 2_000);
        return text.substring(0, end) + text.substring(start);
    }

    private String swapped(String text) {
        int first = place(text);
        int second = first + random.nextInt(text.length() - first + 1);
        int third = second + random.nextInt(text.length() - second + 1);
        return text.substring(0, first) + text.substring(second, third) + text.substring(first, second) + text.substring(third);
    }

    private String inserted(String text) {
        return inserted(text, INSERTS.get(random.nextInt(INSERTS.size())));
    }

    private String insertedOften(String text) {
        return inserted(text, INSERTS.get(random.nextInt(INSERTS.size())).repeat(1 + random.nextInt(50)));
    }

    private String nested(String text) {
        return inserted(text, OPENERS.get(random.nextInt(OPENERS.size())).repeat(1 + random.nextInt(MOST_REPEATED)));
    }

    private String longLine(String text) {
        return inserted(text, "x".repeat(20_000 + random.nextInt(20_000)));
    }

    private String inserted(String text, String what) {
        int at = place(text);
        return text.substring(0, at) + what + text.substring(at);
    }

    private String changedCharacter(String text) {
        if (text.isEmpty()) {
            return text;
        }
        int at = random.nextInt(text.length());
        return text.substring(0, at) + (char) random.nextInt(random.nextBoolean() ? 128 : 0x10000) + text.substring(at + 1);
    }

    private String changedWord(String text) {
        int start = place(text);
        int end = wordEnd(text, start);
        return text.substring(0, start) + INSERTS.get(random.nextInt(INSERTS.size())) + text.substring(end);
    }

    private String repeatedWord(String text) {
        int start = place(text);
        int end = Math.min(wordEnd(text, start) + 1 + random.nextInt(10), text.length());
        int times = 1 + random.nextInt(Math.min(MOST_REPEATED, LONGEST / (end - start + 1)));
        return text.substring(0, start) + text.substring(start, end).repeat(times) + text.substring(end);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private List<String> lines(String text) {
        return new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    }

    private String withoutLine(String text) {
        List<String> lines = lines(text);
        lines.remove(random.nextInt(lines.size()));
        return String.join("\n", lines);
    }

    private String doubledLine(String text) {
        List<String> lines = lines(text);
        int line = random.nextInt(lines.size());
        lines.add(line, lines.get(line));
        return String.join("\n", lines);
    }

    private String movedLine(String text) {
        List<String> lines = lines(text);
        String line = lines.remove(random.nextInt(lines.size()));
        lines.add(random.nextInt(lines.size() + 1), line);
        return String.join("\n", lines);
    }

    private String reversedLines(String text) {
        List<String> lines = lines(text);
        int start = random.nextInt(lines.size());
        java.util.Collections.reverse(lines.subList(start, Math.min(lines.size(), start + 1 + random.nextInt(20))));
        return String.join("\n", lines);
    }

    private String otherLineEnds(String text) {
        StringBuilder result = new StringBuilder();
        List<String> ends = List.of("\n", "\r", "\r\n", "\n\r", "");
        for (String line : lines(text)) {
            result.append(line).append(ends.get(random.nextInt(ends.size())));
        }
        return result.toString();
    }
}
