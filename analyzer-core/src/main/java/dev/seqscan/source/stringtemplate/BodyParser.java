package dev.seqscan.source.stringtemplate;

import dev.seqscan.source.stringtemplate.TemplateNode.Branch;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of a template into its parts. A delimiter that begins no expression, as in {@code a < 1}, is text. */
final class BodyParser {

    private static final Pattern IF = Pattern.compile("(if|elseif)\\s*\\((.*)\\)", Pattern.DOTALL);
    private static final int MAX_DEPTH = 20;

    private final String body;
    private final char open;
    private final char close;
    private int position;
    private String ended = "";

    /** Takes the text and the characters around its expressions, mostly {@code <} and {@code >}. */
    BodyParser(String body, char open, char close) {
        this.body = body;
        this.open = open;
        this.close = close;
    }

    List<TemplateNode> parse() {
        List<TemplateNode> nodes = new ArrayList<>();
        while (position < body.length()) {
            nodes.addAll(block(0));
        }
        return List.copyOf(nodes);
    }

    /** What stands before the end of the text, or before a word that ends a branch. */
    private List<TemplateNode> block(int depth) {
        List<TemplateNode> nodes = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        ended = "";
        while (position < body.length() && ended.isEmpty()) {
            char c = body.charAt(position);
            if (c == '\\' && position + 1 < body.length() && isEscaped(body.charAt(position + 1))) {
                text.append(body.charAt(position + 1));
                position += 2;
            } else if (c == open && beginsExpression()) {
                take(text, nodes);
                expression(nodes, depth);
            } else {
                text.append(c);
                position++;
            }
        }
        take(text, nodes);
        return List.copyOf(nodes);
    }

    private static void take(StringBuilder text, List<TemplateNode> nodes) {
        if (text.length() > 0) {
            nodes.add(new TemplateNode.Literal(text.toString()));
            text.setLength(0);
        }
    }

    private boolean isEscaped(char c) {
        return c == open || c == close || c == '\\';
    }

    private boolean beginsExpression() {
        char next = position + 1 < body.length() ? body.charAt(position + 1) : ' ';
        return (Character.isLetter(next) || "_!\\@(\"[{/^".indexOf(next) >= 0) && end() < body.length();
    }

    /** Where the expression ends that begins here; the length of the body where it does not. */
    private int end() {
        if (body.startsWith("!", position + 1)) {
            int end = body.indexOf("!" + close, position + 2);
            return end < 0 ? body.length() : end + 1;
        }
        int i = position + 1;
        while (i < body.length() && body.charAt(i) != close) {
            char c = body.charAt(i);
            i = c == '"' || c == '{' || c == '(' ? ExpressionParser.end(body, i) + 1 : i + 1;
        }
        return Math.min(i, body.length());
    }

    private void expression(List<TemplateNode> nodes, int depth) {
        int end = end();
        String text = body.substring(position + 1, end).strip();
        position = end + 1;
        Matcher condition = IF.matcher(text);
        if (text.startsWith("!")) {
            return;
        }
        if (text.startsWith("\\")) {
            nodes.add(new TemplateNode.Literal(" "));
        } else if (text.matches("else|endif|@end") || condition.matches() && condition.group(1).equals("elseif")) {
            ended = text;
        } else if (condition.matches() && depth < MAX_DEPTH) {
            nodes.add(conditional(condition.group(2), depth + 1));
        } else if (!text.startsWith("@")) {
            nodes.add(ExpressionParser.parse(text));
        }
    }

    private TemplateNode conditional(String first, int depth) {
        List<Branch> branches = new ArrayList<>();
        branches.add(branch(first, depth));
        while (!ended.isEmpty() && !ended.equals("endif")) {
            Matcher next = IF.matcher(ended);
            branches.add(next.matches() ? branch(next.group(2), depth)
                    : new Branch(new TemplateNode.Open(), false, block(depth)));
        }
        ended = "";
        return new TemplateNode.Conditional(List.copyOf(branches));
    }

    private Branch branch(String condition, int depth) {
        boolean negated = condition.startsWith("!");
        return new Branch(ExpressionParser.parse(negated ? condition.substring(1) : condition), negated, block(depth));
    }
}
