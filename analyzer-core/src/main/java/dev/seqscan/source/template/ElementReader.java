package dev.seqscan.source.template;

import dev.seqscan.source.Span;
import dev.seqscan.source.code.Expression;
import dev.seqscan.source.code.Statement;
import dev.seqscan.source.code.TypeName;
import dev.seqscan.source.template.TemplateFile.Fragment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Turns elements into statements in the order in which Thymeleaf heeds their attributes: iteration, condition, selected
 * object and local variables, all else, content (Using Thymeleaf 3.1, section 10, "Attribute precedence").
 */
final class ElementReader {

    private static final int DEEPEST = 400;
    private static final List<String> CONDITIONS = List.of("if", "unless", "case");
    private static final List<String> INCLUSIONS = List.of("replace", "insert", "include");
    private static final Set<String> NO_READS = Set.of("each", "if", "unless", "case", "object", "with", "replace", "insert",
            "include", "fragment", "remove", "ref", "inline");
    /** Elements without an end tag, behind which the parser still waits for one (HTML Standard, section 13.1.2). */
    private static final Set<String> VOID = Set.of("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
            "source", "track", "wbr");

    private final List<Fragment> fragments = new ArrayList<>();

    /** Elements that stand in one another deeper than any page has them. */
    static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;
        private final int line;

        TooDeep(int line) {
            super("elements deeper than " + DEEPEST);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    /** The fragments of all elements that were read. */
    List<Fragment> fragments() {
        return fragments;
    }

    /** What stands within an element; {@code object} is what {@code th:object} has chosen, or null. */
    List<Statement> content(Element element, Expression object, int depth) {
        if (depth > DEEPEST) {
            throw new TooDeep(element.sourceRange().start().lineNumber());
        }
        List<Statement> statements = new ArrayList<>();
        boolean isText = !Set.of("script", "style").contains(element.tagName());
        for (Node child : element.childNodes()) {
            if (child instanceof Element each) {
                statements.addAll(element(each, object, depth + 1));
            } else if (isText && child instanceof TextNode text) {
                var start = text.sourceRange().start();
                Located located = new Located(text.getWholeText(), start.lineNumber(), start.columnNumber());
                TemplateExpressions.inlined(located, object).forEach(read -> statements.add(evaluate(read)));
            }
        }
        return statements;
    }

    private List<Statement> element(Element element, Expression object, int depth) {
        Map<String, Located> attributes = TemplateAttributes.of(element);
        Located removed = attributes.get("remove");
        if (removed != null && removed.text().equals("all")) {
            return List.of();
        }
        if (!VOID.contains(element.tagName())) {
            return rendered(attributes, object, chosen -> content(element, chosen, depth));
        }
        List<Statement> all = new ArrayList<>(rendered(attributes, object, chosen -> List.of()));
        all.addAll(content(element, object, depth));
        return all;
    }

    /** What is within an element, once it is known of which object. */
    private interface Content {
        List<Statement> of(Expression object);
    }

    private List<Statement> rendered(Map<String, Located> attributes, Expression object, Content content) {
        Located chosen = attributes.get("object");
        Expression inner = chosen == null ? object : TemplateExpressions.of(chosen, object);
        List<Statement> statements = new ArrayList<>();
        locals(attributes.get("with"), inner).forEach(statements::add);
        attributes.forEach((name, value) -> {
            if (!NO_READS.contains(name)) {
                TemplateExpressions.reads(value, inner).forEach(read -> statements.add(evaluate(read)));
            }
        });
        if (showsContent(attributes)) {
            statements.addAll(content.of(inner));
        }
        attributes.forEach((name, value) -> {
            if (INCLUSIONS.contains(name)) {
                Inclusions.of(value, inner).ifPresent(call -> statements.add(evaluate(call)));
            }
        });
        Optional.ofNullable(attributes.get("fragment")).flatMap(name -> Inclusions.declared(name, statements)).ifPresent(fragments::add);
        return around(attributes, object, statements);
    }

    /** A text or a fragment takes the place of what stands there, unless the fragment is given parts of it. */
    private static boolean showsContent(Map<String, Located> attributes) {
        boolean replaced = attributes.containsKey("text") || attributes.containsKey("utext")
                || INCLUSIONS.stream().anyMatch(attributes::containsKey);
        return !replaced || INCLUSIONS.stream().map(attributes::get).anyMatch(each -> each != null && each.text().contains("~{::"));
    }

    private static List<Statement> around(Map<String, Located> attributes, Expression object, List<Statement> inner) {
        List<Statement> statements = inner;
        for (String condition : CONDITIONS) {
            Located test = attributes.get(condition);
            if (test != null) {
                Expression tested = new Expression.Opaque(TemplateExpressions.reads(test, object), test.span());
                statements = List.of(new Statement.If(tested, block(statements, test.span()), null, test.span()));
            }
        }
        Located each = attributes.get("each");
        return each == null ? statements : loop(each, object, statements);
    }

    /** {@code order, stat : ${orders}}; the variable that counts the turns reads nothing. */
    private static List<Statement> loop(Located each, Expression object, List<Statement> inner) {
        int colon = each.text().indexOf(':');
        List<int[]> names = colon < 0 ? List.of() : Brackets.split(each.text(), 0, colon);
        if (names.isEmpty()) {
            return List.of();
        }
        Located name = each.part(names.get(0)[0], names.get(0)[1]);
        List<int[]> source = Brackets.split(each.text(), colon + 1, each.text().length());
        Expression iterable = source.isEmpty() ? new Expression.Opaque(List.of(), each.span())
                : TemplateExpressions.of(each.part(source.get(0)[0], each.text().length()), object);
        Statement.Local variable = new Statement.Local(TypeName.of("var"), name.text(), null, name.span(), name.span());
        return List.of(new Statement.ForEach(variable, iterable, block(inner, each.span()), each.span(), each.span()));
    }

    private static List<Statement> locals(Located with, Expression object) {
        List<Statement> locals = new ArrayList<>();
        for (int[] range : with == null ? List.<int[]>of() : Brackets.split(with.text(), 0, with.text().length())) {
            Located part = with.part(range[0], range[1]);
            int equals = part.text().indexOf('=');
            if (equals > 0) {
                Located name = part.part(0, part.text().substring(0, equals).stripTrailing().length());
                Expression value = TemplateExpressions.of(part.part(equals + 1, part.text().length()), object);
                locals.add(new Statement.Local(TypeName.of("var"), name.text(), value, name.span(), part.span()));
            }
        }
        return locals;
    }

    private static Statement.Block block(List<Statement> statements, Span span) {
        return new Statement.Block(List.copyOf(statements), span);
    }

    private static Statement evaluate(Expression expression) {
        return new Statement.Evaluate(expression, expression.span());
    }
}
