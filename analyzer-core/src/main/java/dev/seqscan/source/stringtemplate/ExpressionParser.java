package dev.seqscan.source.stringtemplate;

import dev.seqscan.source.stringtemplate.TemplateNode.Argument;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands between the delimiters of an expression. */
final class ExpressionParser {

    private static final Pattern CALL = Pattern.compile("([A-Za-z_/][\\w/]*)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");
    private static final Pattern NAMED = Pattern.compile("([A-Za-z_]\\w*)\\s*=(?!=)\\s*(.*)", Pattern.DOTALL);
    private static final int MAX_DEPTH = 20;

    private ExpressionParser() {
    }

    /** The part of a template that an expression is; its options, as {@code ; separator=", "}, tell nothing. */
    static TemplateNode parse(String expression) {
        return parse(split(expression, ';').get(0), 0);
    }

    private static TemplateNode parse(String expression, int depth) {
        String text = expression.strip();
        if (depth > MAX_DEPTH || text.isEmpty()) {
            return new TemplateNode.Open();
        }
        if (NAME.matcher(text).matches()) {
            return new TemplateNode.Attribute(text);
        }
        if (text.charAt(0) == '"' && end(text, 0) == text.length() - 1) {
            return new TemplateNode.Literal(unescaped(text.substring(1, text.length() - 1)));
        }
        if (text.charAt(0) == '(' && end(text, 0) == text.length() - 1) {
            return parse(text.substring(1, text.length() - 1), depth + 1);
        }
        Matcher call = CALL.matcher(text);
        return call.matches() && end(text, call.end(1) + text.substring(call.end(1)).indexOf('(')) == text.length() - 1
                ? call(call.group(1), call.group(2), depth) : new TemplateNode.Open();
    }

    private static TemplateNode call(String name, String given, int depth) {
        List<Argument> arguments = new ArrayList<>();
        for (String each : given.isBlank() ? List.<String>of() : split(given, ',')) {
            Matcher named = NAMED.matcher(each.strip());
            arguments.add(named.matches() ? new Argument(named.group(1), parse(named.group(2), depth + 1))
                    : new Argument("", parse(each, depth + 1)));
        }
        return new TemplateNode.Call(name.substring(name.lastIndexOf('/') + 1), List.copyOf(arguments));
    }

    /** The parts between separators that stand in no string, brackets or braces. */
    static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == separator) {
                parts.add(text.substring(start, i));
                start = i + 1;
            } else if ("\"({[".indexOf(c) >= 0) {
                i = end(text, i);
            }
        }
        parts.add(text.substring(start));
        return parts;
    }

    /** Where the string or bracket ends that begins at a place; the end of the text where it does not. */
    static int end(String text, int start) {
        if (text.charAt(start) == '"') {
            int i = start + 1;
            while (i < text.length() && text.charAt(i) != '"') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            return Math.min(i, text.length());
        }
        int depth = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "({[".indexOf(c) >= 0 ? 1 : ")}]".indexOf(c) >= 0 ? -1 : 0;
            if (depth == 0) {
                return i;
            }
            i = c == '"' ? end(text, i) : i;
        }
        return text.length();
    }

    /** A text without the backslashes that keep a character from its meaning. */
    static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
