package dev.seqscan.source.template;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what stands between the braces of <code>${..}</code>: property paths and method calls of the Spring Expression
 * Language, as far as they start at a variable. Operators, literals and beans are passed over; what is read in their
 * operands and arguments is kept.
 */
final class PropertyPaths {

    private static final int DEEPEST = 32;
    private static final int LONGEST = 10_000;
    private static final Set<String> WORDS = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod",
            "true", "false", "null", "new", "instanceof", "matches", "between");
    /** Utility objects whose methods go over the collection that they are given first (Using Thymeleaf 3.1, appendix B). */
    private static final Set<String> OVER_COLLECTIONS = Set.of("#lists", "#sets", "#maps", "#aggregates");

    private final Located source;
    private final String text;
    private final Expression object;
    private final int depth;
    private final List<Expression> reads = new ArrayList<>();
    private int at;
    private boolean isPath;

    private PropertyPaths(Located source, Expression object, int depth) {
        this.source = source;
        this.text = source.text().length() > LONGEST ? "" : source.text();
        this.object = object;
        this.depth = depth;
    }

    /** All that is read, in the order of the text; of {@code object} unless it is null, of variables otherwise. */
    static List<Expression> reads(Located source, Expression object) {
        return new PropertyPaths(source, object, 0).read();
    }

    /** The one path that the text is; all that is read where it is more. */
    static Expression of(Located source, Expression object) {
        return of(source, object, 0);
    }

    /** Read once only, since what is within brackets may be deep. */
    private static Expression of(Located source, Expression object, int depth) {
        PropertyPaths paths = new PropertyPaths(source, object, depth);
        List<Expression> reads = depth > DEEPEST ? List.of() : paths.read();
        return paths.isPath ? reads.get(0) : new Expression.Opaque(reads, source.span());
    }

    private List<Expression> read() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '\'' || next == '"') {
                at = Brackets.afterQuoted(text, at);
            } else if (next == '#' || next == '@') {
                utility();
            } else if (Character.isDigit(next)) {
                number();
            } else if (startsName()) {
                path();
            } else {
                at++;
            }
        }
        return List.copyOf(reads);
    }

    private void path() {
        boolean first = text.substring(0, at).isBlank();
        Expression path = named();
        if (path != null) {
            reads.add(path);
            isPath = first && text.substring(at).isBlank();
        }
    }

    private void number() {
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
    }

    /** A path that starts at a variable; null for a word of the language. */
    private Expression named() {
        int start = at;
        String name = name();
        if (WORDS.contains(name)) {
            return null;
        }
        if (at < text.length() && text.charAt(at) == '(') {
            arguments();
            rest();
            return null;
        }
        Span span = source.span(start, at);
        Expression first = object == null ? new Expression.Name(name, span) : new Expression.Select(object, name, span, span);
        return members(first, start);
    }

    private Expression members(Expression first, int start) {
        Expression path = first;
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                return elements(path, start);
            }
            int dot = text.startsWith("?.", at) ? 2 : text.charAt(at) == '.' ? 1 : 0;
            if (dot == 0) {
                return path;
            }
            at += dot;
            if (!startsName()) {
                return elements(path, start);
            }
            int from = at;
            String name = name();
            Span nameSpan = source.span(from, at);
            boolean call = at < text.length() && text.charAt(at) == '(';
            List<Expression> given = call ? arguments() : List.of();
            Span span = source.span(start, at);
            path = call ? new Expression.Call(path, name, List.of(), given, nameSpan, span)
                    : new Expression.Select(path, name, nameSpan, span);
        }
        return path;
    }

    /** An index, a selection or a projection: it goes over the collection, and what it gives is not followed. */
    private Expression elements(Expression path, int start) {
        Span span = source.span(start, at);
        rest();
        return new Expression.Call(path, "size", List.of(), List.of(), span, span);
    }

    /** {@code #lists.size(order.lines)} and {@code @bean.find(order)}: what is given is read. */
    private void utility() {
        int start = at++;
        String name = text.charAt(start) + name();
        boolean root = name.equals("#vars") || name.equals("#root") || name.equals("#object");
        while (at < text.length() && !root && text.charAt(at) == '.') {
            at++;
            String method = name();
            if (at < text.length() && text.charAt(at) == '(') {
                List<Expression> given = arguments();
                boolean over = OVER_COLLECTIONS.contains(name) || name.equals("#strings") && method.endsWith("Join");
                for (int i = 0; i < given.size(); i++) {
                    given(given.get(i), i == 0 && over);
                }
            }
        }
        rest();
    }

    private void given(Expression argument, boolean goesOver) {
        if (!(argument instanceof Expression.Opaque several)) {
            reads.add(goesOver ? new Expression.Call(argument, "size", List.of(), List.of(), argument.span(), argument.span())
                    : argument);
        } else {
            reads.addAll(several.children());
        }
    }

    private List<Expression> arguments() {
        int close = Brackets.close(text, at);
        List<Expression> given = new ArrayList<>();
        for (int[] each : Brackets.split(text, at + 1, close)) {
            Located part = source.part(each[0], each[1]);
            given.add(of(part, object, depth + 1));
        }
        at = Math.min(text.length(), close + 1);
        return given;
    }

    /** Passes over what follows in a chain that is not understood. */
    private void rest() {
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == '(' || next == '[') {
                at = Math.min(text.length(), Brackets.close(text, at) + 1);
            } else if (next == '.' || next == '?' && text.startsWith("?.", at) || next == '?' && text.startsWith("?[", at)
                    || "!^$".indexOf(next) >= 0 && text.startsWith("[", at + 1) || startsName() && at > 0 && text.charAt(at - 1) == '.') {
                at = startsName() ? afterName() : at + 1;
            } else {
                return;
            }
        }
    }

    private boolean startsName() {
        return at < text.length() && Character.isJavaIdentifierStart(text.charAt(at)) && text.charAt(at) != '$';
    }

    private String name() {
        int start = at;
        at = afterName();
        return text.substring(start, at);
    }

    private int afterName() {
        int end = at;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
