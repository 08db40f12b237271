package dev.seqscan.schema.liquibase;

import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlNode;
import dev.seqscan.source.xml.XmlText;
import java.util.List;
import java.util.Set;

/** Takes the tree of an XML file; gives it in the shape of all changelogs. */
final class XmlNodes {

    /** Values of rows, which say nothing about tables and may be many. */
    static final Set<String> ROWS = Set.of("insert", "update", "delete", "loadData", "loadUpdateData");

    private XmlNodes() {
    }

    static Node of(XmlElement element) {
        List<Node> children = ROWS.contains(element.name()) ? List.of()
                : element.children().stream().map(XmlNodes::of).toList();
        StringBuilder text = new StringBuilder();
        int first = 0;
        int line = 0;
        for (XmlNode node : element.content()) {
            if (node instanceof XmlText part && !part.text().isBlank()) {
                first = first == 0 ? part.span().startLine() : first;
                line = line == 0 ? first : line;
                text.append("\n".repeat(Math.max(0, part.span().startLine() - line))).append(part.text());
                line = part.span().endLine();
            }
        }
        return new Node(element.name(), element.attributes(), children, text.toString(), first, element.span());
    }
}
