package dev.seqscan.schema.liquibase;

import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads scripts with Liquibase's comments (Liquibase documentation, "SQL format"), and plain ones, which are one change set.
 * What undoes a change set stands in comments, so it is never taken for a statement.
 */
final class FormattedSql {

    private static final Pattern HEADER = Pattern.compile("(?i)\\s*--+\\s*liquibase\\s+formatted\\s+sql\\b.*");
    private static final Pattern CHANGE_SET = Pattern.compile(
            "(?i)\\s*--+\\s*changeset\\s+(\"[^\"]*\"|[^:]*):\\s*(\"[^\"]*\"|\\S+)(.*)");
    private static final Pattern PROPERTY = Pattern.compile("(?i)\\s*--+\\s*property\\s+(.*)");
    private static final Pattern INCLUDE = Pattern.compile("(?i)\\s*--+\\s*(include(?:All)?)\\s+(.*)");
    private static final Pattern IGNORED = Pattern.compile("(?i)\\s*--+\\s*ignoreLines:(\\d+|start|end)\\b.*");
    private static final Pattern ATTRIBUTE = Pattern.compile("(\\w+):(?:\"([^\"]*)\"|(\\S+))");
    private static final int FIRST_LINES = 20;

    private final List<Node> parts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private Map<String, String> attributes;
    private int start = 1;
    private int ignored;

    private FormattedSql(boolean formatted) {
        attributes = formatted ? null : new LinkedHashMap<>(Map.of("id", "raw", "author", "includeAll"));
    }

    /** Whether the script says that it is a changelog, near its beginning. */
    static boolean isFormatted(TextFile script) {
        return script.text().contains("iquibase") && script.text().lines().limit(FIRST_LINES)
                .anyMatch(line -> HEADER.matcher(line).matches());
    }

    /** The script as a changelog. */
    static Changelog read(TextFile script) {
        boolean formatted = isFormatted(script);
        FormattedSql reader = new FormattedSql(formatted);
        if (formatted) {
            int number = 0;
            for (String line : script.text().split("\n", -1)) {
                reader.line(line, ++number);
            }
        } else {
            reader.text.append(script.text());
        }
        reader.end();
        return new Changelog(script.path(), new Node("databaseChangeLog", Map.of(), List.copyOf(reader.parts), "", 0, Span.ofLine(1)));
    }

    private void line(String line, int number) {
        Matcher changeSet = CHANGE_SET.matcher(line);
        if (!line.stripLeading().startsWith("--")) {
            text.append(ignored > 0 ? "" : line).append('\n');
            ignored -= ignored > 0 && ignored < Integer.MAX_VALUE ? 1 : 0;
        } else if (changeSet.matches()) {
            end();
            attributes = attributes(changeSet.group(3));
            attributes.put("author", changeSet.group(1).strip());
            attributes.put("id", changeSet.group(2));
            start = number + 1;
        } else {
            command(line, number);
            text.append('\n');
        }
    }

    private void command(String line, int number) {
        Matcher property = PROPERTY.matcher(line);
        Matcher include = INCLUDE.matcher(line);
        Matcher lines = IGNORED.matcher(line);
        if (property.matches()) {
            parts.add(node("property", attributes(property.group(1)), List.of(), "", number));
        } else if (include.matches() && attributes == null) {
            parts.add(node(include.group(1).equalsIgnoreCase("include") ? "include" : "includeAll",
                    attributes(include.group(2)), List.of(), "", number));
        } else if (lines.matches()) {
            String count = lines.group(1);
            ignored = count.equalsIgnoreCase("start") ? Integer.MAX_VALUE
                    : count.equalsIgnoreCase("end") || count.length() > 6 ? 0 : Integer.parseInt(count);
        }
    }

    private void end() {
        if (attributes != null) {
            Map<String, String> ofSql = new LinkedHashMap<>();
            attributes.computeIfPresent("endDelimiter", (name, value) -> ofSql.merge(name, value, (a, b) -> b));
            Node sql = node("sql", ofSql, List.of(), text.toString(), start);
            parts.add(node("changeSet", attributes, List.of(sql), "", Math.max(1, start - 1)));
        }
        text.setLength(0);
    }

    private static Node node(String name, Map<String, String> attributes, List<Node> children, String text, int line) {
        return new Node(name, attributes, children, text, line, Span.ofLine(line));
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(attribute.group(1), attribute.group(2) == null ? attribute.group(3) : attribute.group(2));
        }
        return attributes;
    }
}
