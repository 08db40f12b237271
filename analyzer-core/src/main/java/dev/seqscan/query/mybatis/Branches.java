package dev.seqscan.query.mybatis;

import dev.seqscan.query.Text;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlNode;
import dev.seqscan.source.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Elements that exclude each other although they are not written as a {@code choose}. */
final class Branches {

    private Branches() {
    }

    /** The nodes with each row of {@code if} elements of which at most one holds put into a {@code choose}. */
    static List<XmlNode> grouped(List<XmlNode> nodes) {
        List<XmlNode> grouped = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            List<XmlElement> row = nodes.get(i) instanceof XmlElement first && isIf(first) ? row(first, nodes, i) : List.of();
            if (row.size() > 1) {
                grouped.add(choose(row));
                i = nodes.indexOf(row.get(row.size() - 1));
            } else {
                grouped.add(nodes.get(i));
            }
        }
        return grouped;
    }

    private static boolean isIf(XmlElement element) {
        return element.name().equals("if") && element.attribute("test").isPresent();
    }

    private static List<XmlElement> row(XmlElement first, List<XmlNode> nodes, int at) {
        List<XmlElement> row = new ArrayList<>(List.of(first));
        for (XmlNode node : nodes.subList(at + 1, nodes.size())) {
            boolean blank = node instanceof XmlText text && text.text().isBlank();
            if (!blank && !(node instanceof XmlElement next && isIf(next) && fits(next, row))) {
                break;
            }
            if (node instanceof XmlElement next) {
                row.add(next);
            }
        }
        return row;
    }

    private static boolean fits(XmlElement next, List<XmlElement> row) {
        Condition test = test(next);
        return row.size() == 1 && test.isOppositeOf(test(row.get(0))) || row.stream().allMatch(each -> test.excludes(test(each)));
    }

    /** Of two that are opposites one always holds. */
    private static XmlElement choose(List<XmlElement> row) {
        List<XmlNode> branches = new ArrayList<>(row);
        XmlElement last = row.get(row.size() - 1);
        if (row.size() == 2 && test(last).isOppositeOf(test(row.get(0)))) {
            branches.set(1, new XmlElement("otherwise", Map.of(), last.content(), last.span()));
        }
        return new XmlElement("choose", Map.of(), branches, row.get(0).span());
    }

    private static Condition test(XmlElement element) {
        return new Condition(element.attribute("test").orElse(""));
    }

    /** The same text with nothing optional: an UPDATE sets one column at least. */
    static Text asCertain(Text text) {
        return new Text(text.parts().stream().map(part -> new Text.Part(part.text(), false, part.knowledge())).toList());
    }
}
