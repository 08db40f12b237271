package dev.seqscan.source.template;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;

/** The attributes of an element that Thymeleaf heeds: {@code th:each}, or {@code data-th-each} in plain HTML. */
final class TemplateAttributes {

    private TemplateAttributes() {
    }

    /** Their values by name without prefix, in the order of the text. */
    static Map<String, Located> of(Element element) {
        Map<String, Located> found = new LinkedHashMap<>();
        for (Attribute attribute : element.attributes()) {
            String key = attribute.getKey();
            String name = key.startsWith("th:") ? key.substring(3) : key.startsWith("data-th-") ? key.substring(8) : "";
            if (!name.isEmpty()) {
                Range.Position start = attribute.sourceRange().valueRange().start();
                found.put(name, new Located(attribute.getValue(), start.lineNumber(), start.columnNumber()));
            }
        }
        return found;
    }
}
