package dev.seqscan.source.config;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads properties as {@link java.util.Properties#load(java.io.Reader)} describes them, and keeps their lines. A comment
 * {@code #---} or {@code !---} starts a new document (Spring Boot reference, "Working With Multi-Document Files").
 */
final class PropertiesReader {

    private final TextFile file;
    private final Notices notices;
    private final List<String> lines;
    private final List<ConfigFile.Document> documents = new ArrayList<>();
    private List<ConfigFile.Entry> entries = new ArrayList<>();

    PropertiesReader(TextFile file, Notices notices) {
        this.file = file;
        this.notices = notices;
        String text = file.text();
        this.lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    }

    ConfigFile read() {
        int line = 0;
        while (line < lines.size()) {
            String text = lines.get(line);
            String start = text.stripLeading();
            if (isSeparator(text)) {
                endDocument();
                line++;
            } else if (start.isEmpty() || start.charAt(0) == '#' || start.charAt(0) == '!') {
                line++;
            } else {
                line = readEntry(line);
            }
        }
        endDocument();
        return new ConfigFile(file.path(), List.copyOf(documents));
    }

    private static boolean isSeparator(String line) {
        String text = line.stripTrailing();
        return text.equals("#---") || text.equals("!---");
    }

    private void endDocument() {
        documents.add(new ConfigFile.Document(List.copyOf(entries)));
        entries = new ArrayList<>();
    }

    /** Reads the logical line that starts at a line, and gives the number of the line after it. */
    private int readEntry(int first) {
        StringBuilder logical = new StringBuilder();
        int line = first;
        boolean continued = true;
        while (continued && line < lines.size()) {
            String text = line == first ? lines.get(line) : lines.get(line).stripLeading();
            continued = endsWithOpenBackslash(text);
            logical.append(text, 0, text.length() - (continued ? 1 : 0));
            line++;
        }
        String text = logical.toString();
        int start = text.length() - text.stripLeading().length();
        int keyEnd = keyEnd(text, start);
        int valueStart = valueStart(text, keyEnd);
        boolean oneLine = line == first + 1;
        int end = oneLine ? text.stripTrailing().length() : Math.min(keyEnd, lines.get(first).length());
        Place place = new Place(file.path(), new Span(first + 1, start + 1, first + 1, end + 1));
        entries.add(new ConfigFile.Entry(unescape(text.substring(start, keyEnd), first + 1),
                unescape(text.substring(valueStart), first + 1), place));
        return line;
    }

    private static boolean endsWithOpenBackslash(String text) {
        int backslashes = 0;
        while (backslashes < text.length() && text.charAt(text.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static int keyEnd(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '=' || c == ':' || isBlank(c)) {
                return i;
            }
        }
        return text.length();
    }

    private static int valueStart(String text, int keyEnd) {
        int start = skipBlanks(text, keyEnd);
        if (start < text.length() && (text.charAt(start) == '=' || text.charAt(start) == ':')) {
            start = skipBlanks(text, start + 1);
        }
        return start;
    }

    private static int skipBlanks(String text, int from) {
        int i = from;
        while (i < text.length() && isBlank(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f';
    }

    private String unescape(String text, int line) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\' || i + 1 == text.length()) {
                result.append(c);
            } else if (text.charAt(++i) == 'u') {
                i += unicode(text, i + 1, line, result);
            } else {
                result.append(escaped(text.charAt(i)));
            }
        }
        return result.toString();
    }

    private static char escaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> c;
        };
    }

    /** Appends the character of four hexadecimal digits, and gives how many characters that took. */
    private int unicode(String text, int start, int line, StringBuilder result) {
        int end = Math.min(start + 4, text.length());
        String digits = text.substring(start, end);
        if (digits.length() == 4 && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            result.append((char) Integer.parseInt(digits, 16));
            return 4;
        }
        notices.add(Notice.Kind.NOT_UNDERSTOOD, file.path(), line, "malformed \\u escape");
        result.append("\\u");
        return 0;
    }
}
