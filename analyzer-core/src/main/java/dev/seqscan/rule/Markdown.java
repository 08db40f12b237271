package dev.seqscan.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a Markdown text into headings, fenced blocks and other lines. Knows of CommonMark what pages of rules use: ATX
 * headings (section 4.2) and fenced code blocks (section 4.5).
 */
public final class Markdown {

    private static final Pattern HEADING = Pattern.compile(" {0,3}(#{1,6})\\s+(.*?)(?:\\s+#+)?\\s*");
    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,}|~{3,})\\s*([^`]*?)\\s*");

    /** A part of the text. Its line is that of its first character, counted from 1. */
    public sealed interface Part {

        /** The number of the line it starts on. */
        int line();
    }

    /** A heading; the level is the number of its hash signs. */
    public record Heading(int level, String title, int line) implements Part {
    }

    /** A fenced block: what stands after the opening fence, and the lines between the fences, each with its LF. */
    public record Fence(String info, String text, int line) implements Part {
    }

    /** Any other line, without its end. */
    public record Line(String text, int line) implements Part {
    }

    private final String page;
    private final List<String> lines;
    private final List<Part> parts = new ArrayList<>();

    private Markdown(String page, String text) {
        this.page = page;
        this.lines = text.lines().toList();
    }

    /**
     * The parts in the order of the text.
     *
     * @param page the name for error messages
     * @throws RulePageException if a fenced block is never closed
     */
    public static List<Part> parts(String page, String text) {
        Markdown markdown = new Markdown(page, text);
        int index = 0;
        while (index < markdown.lines.size()) {
            index = markdown.part(index);
        }
        return List.copyOf(markdown.parts);
    }

    /** The text below the first heading of that title, up to the next heading of its level or above. */
    public static Optional<String> section(String text, String title) {
        int start = 0;
        int level = 0;
        List<String> lines = text.lines().toList();
        for (Part part : parts(title, text)) {
            if (!(part instanceof Heading heading)) {
                continue;
            }
            if (start > 0 && heading.level() <= level) {
                return Optional.of(String.join("\n", lines.subList(start, heading.line() - 1)).strip());
            }
            if (start == 0 && heading.title().equals(title)) {
                start = heading.line();
                level = heading.level();
            }
        }
        return start == 0 ? Optional.empty() : Optional.of(String.join("\n", lines.subList(start, lines.size())).strip());
    }

    private int part(int index) {
        String line = lines.get(index);
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            return fence(index, fence.group(1), fence.group(2));
        }
        Matcher heading = HEADING.matcher(line);
        parts.add(heading.matches()
                ? new Heading(heading.group(1).length(), heading.group(2), index + 1)
                : new Line(line, index + 1));
        return index + 1;
    }

    private int fence(int opening, String marks, String info) {
        StringBuilder text = new StringBuilder();
        for (int index = opening + 1; index < lines.size(); index++) {
            if (closes(lines.get(index).strip(), marks)) {
                parts.add(new Fence(info, text.toString(), opening + 1));
                return index + 1;
            }
            text.append(lines.get(index)).append('\n');
        }
        throw new RulePageException(page, opening + 1, "the fenced block is never closed");
    }

    private static boolean closes(String line, String marks) {
        return line.startsWith(marks) && line.chars().allMatch(character -> character == marks.charAt(0));
    }
}
