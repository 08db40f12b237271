package dev.seqscan.query.mybatis;

import dev.seqscan.query.RowStatements;
import dev.seqscan.query.Text;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlNode;
import dev.seqscan.source.xml.XmlText;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SQL text of a statement in a mapper file. Fragments are filled in, and a {@code foreach} stands for one turn;
 * other dynamic elements leave the text open.
 */
final class MapperText {

    private static final int MAX_DEPTH = 20;

    private final String namespace;
    private final Map<String, XmlElement> fragments;

    /** Takes the fragments of all files by their full names. */
    MapperText(String namespace, Map<String, XmlElement> fragments) {
        this.namespace = namespace;
        this.fragments = fragments;
    }

    /** The text of an element; empty where it hangs on the arguments. */
    Optional<Text> of(XmlElement statement) {
        StringBuilder sql = new StringBuilder();
        return append(statement, sql, 0) ? Optional.of(Text.of(sql.toString().strip())) : Optional.empty();
    }

    /** Whether it defines a table or the like, as its first words tell, however open the rest is. */
    static boolean isDefinition(XmlElement statement) {
        return statement.content().stream()
                .flatMap(node -> node instanceof XmlText text ? Stream.of(text.text().strip()) : Stream.empty())
                .filter(text -> !text.isEmpty()).findFirst().filter(RowStatements::isDefinition)
                .isPresent();
    }

    private boolean append(XmlElement element, StringBuilder sql, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        for (XmlNode node : element.content()) {
            if (node instanceof XmlText text) {
                sql.append(text.text());
            } else if (!appendElement((XmlElement) node, sql, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean appendElement(XmlElement element, StringBuilder sql, int depth) {
        return switch (element.name()) {
            case "selectKey", "bind" -> true;
            case "include" -> included(element).map(fragment -> append(fragment, sql, depth)).orElse(false);
            case "foreach" -> {
                sql.append(' ').append(element.attribute("open").orElse(""));
                boolean known = append(element, sql, depth);
                sql.append(element.attribute("close").orElse("")).append(' ');
                yield known;
            }
            default -> false;
        };
    }

    private Optional<XmlElement> included(XmlElement include) {
        String name = include.attribute("refid").orElse("");
        return Optional.ofNullable(fragments.getOrDefault(namespace + "." + name, fragments.get(name)));
    }

    /** Whether a list among the arguments makes the statement longer. */
    static boolean hasList(XmlElement statement) {
        return hasList(statement, 0);
    }

    private static boolean hasList(XmlElement element, int depth) {
        return element.name().equals("foreach")
                || depth < MAX_DEPTH && element.children().stream().anyMatch(each -> hasList(each, depth + 1));
    }
}
