package dev.seqscan.source.stringtemplate;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads group files of StringTemplate 3 and 4 ("Group file syntax"); what it does not know is passed over by line. */
public final class GroupReader {

    private static final Pattern BLANK = Pattern.compile("(?:\\s|//[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+\\*/)++");
    private static final Pattern GROUP = Pattern.compile("group\\s+[\\w.]+\\s*(?::\\s*([\\w.]+))?[^;\"]*;");
    private static final Pattern IMPORT = Pattern.compile("import\\s+\"([^\"]*)\"\\s*;?");
    private static final Pattern DELIMITERS = Pattern.compile("delimiters\\s+\"(.)\"\\s*,\\s*\"(.)\"\\s*;?");
    private static final Pattern TEMPLATE = Pattern.compile("@?([A-Za-z_][\\w.]*)\\s*(?:\\(([^()]*+)\\))?\\s*::=\\s*");
    private static final Pattern ALIAS = Pattern.compile("([A-Za-z_]\\w*)(?=\\s|$)");

    private final String text;
    private final List<String> inherited = new ArrayList<>();
    private final Map<String, Template> templates = new TreeMap<>();
    private char open = '<';
    private char close = '>';
    private int position;

    private GroupReader(TextFile file) {
        this.text = file.text();
    }

    /** The templates of a file. */
    public static GroupFile read(TextFile file, Notices notices) {
        GroupReader reader = new GroupReader(file);
        int passedOver = 0;
        while (reader.skipBlank()) {
            if (!reader.header() && !reader.template()) {
                passedOver = passedOver == 0 ? reader.line(reader.position) : passedOver;
                reader.skipLine();
            }
        }
        if (passedOver > 0) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, file.path(), passedOver, "a part of the template group is not understood");
        }
        return new GroupFile(file.path(), reader.inherited, reader.templates);
    }

    private boolean skipBlank() {
        Matcher blank = BLANK.matcher(text).region(position, text.length());
        position = blank.lookingAt() ? blank.end() : position;
        return position < text.length();
    }

    private void skipLine() {
        int end = text.indexOf('\n', position);
        position = end < 0 ? text.length() : end + 1;
    }

    private boolean header() {
        Matcher group = at(GROUP);
        Matcher imported = at(IMPORT);
        Matcher delimiters = at(DELIMITERS);
        if (group.lookingAt()) {
            position = group.end();
            inherited.addAll(group.group(1) == null ? List.of() : List.of(group.group(1)));
        } else if (imported.lookingAt()) {
            position = imported.end();
            inherited.add(imported.group(1));
        } else if (delimiters.lookingAt()) {
            position = delimiters.end();
            open = delimiters.group(1).charAt(0);
            close = delimiters.group(2).charAt(0);
        } else {
            return false;
        }
        return true;
    }

    private Matcher at(Pattern pattern) {
        return pattern.matcher(text).region(position, text.length());
    }

    private boolean template() {
        Matcher head = at(TEMPLATE);
        if (!head.lookingAt()) {
            return false;
        }
        position = head.end();
        String name = head.group(1);
        Span span = span(head.start(1), head.end(1));
        if (text.startsWith("[", position)) {
            position = Math.min(text.length(), ExpressionParser.end(text, position) + 1);
            return true;
        }
        Matcher alias = at(ALIAS);
        if (alias.lookingAt()) {
            position = alias.end();
            TemplateNode call = new TemplateNode.Call(alias.group(1), List.of());
            templates.put(name, new Template(name, List.of(), span, "", line(position), List.of(call)));
            return true;
        }
        return body(name, parameters(head.group(2)), span);
    }

    /** {@code ".."}, {@code <<..>>} or {@code <%..%>}. */
    private boolean body(String name, List<Template.Parameter> parameters, Span span) {
        int start = position + (text.startsWith("\"", position) ? 1 : 2);
        int end = text.startsWith("\"", position) ? ExpressionParser.end(text, position)
                : text.startsWith("<<", position) ? endOf(">>", start) : text.startsWith("<%", position) ? endOf("%>", start) : -1;
        if (end < start || end >= text.length()) {
            return false;
        }
        boolean quoted = start == position + 1;
        String written = text.substring(start, end);
        position = end + (quoted ? 1 : 2);
        String body = quoted ? written.replace("\\\"", "\"") : written.replaceFirst("^\\r?\\n", "").replaceFirst("\\r?\\n$", "");
        int bodyLine = line(start) + (!quoted && written.matches("(?s)\\r?\\n.*") ? 1 : 0);
        templates.put(name, new Template(name, parameters, span, body, bodyLine, new BodyParser(body, open, close).parse()));
        return true;
    }

    /** Of {@code <x>>>} the last two signs end the text. */
    private int endOf(String mark, int start) {
        int end = text.indexOf(mark, start);
        while (end > start && text.charAt(end - 1) == '\\') {
            end = text.indexOf(mark, end + 1);
        }
        return end < 0 ? -1 : mark.equals(">>") && text.startsWith(">", end + 2) ? end + 1 : end;
    }

    private static List<Template.Parameter> parameters(String text) {
        List<Template.Parameter> parameters = new ArrayList<>();
        for (String each : text == null || text.isBlank() ? List.<String>of() : ExpressionParser.split(text, ',')) {
            List<String> parts = ExpressionParser.split(each, '=');
            parameters.add(new Template.Parameter(parts.get(0).strip(),
                    parts.size() > 1 ? ExpressionParser.parse(parts.get(1)) : null));
        }
        return List.copyOf(parameters);
    }

    private int line(int offset) {
        return 1 + (int) text.substring(0, Math.min(offset, text.length())).chars().filter(c -> c == '\n').count();
    }

    private Span span(int start, int end) {
        int column = start - text.lastIndexOf('\n', Math.max(0, start - 1));
        int line = line(start);
        return new Span(line, start == 0 ? 1 : column, line, (start == 0 ? 1 : column) + end - start);
    }
}
