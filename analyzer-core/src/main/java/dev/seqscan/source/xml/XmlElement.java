package dev.seqscan.source.xml;

import dev.seqscan.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element.
 *
 * @param name without namespace prefix
 * @param attributes by name without prefix, in the order of the text
 * @param content texts and elements in the order of the text
 * @param span of the start tag
 */
public record XmlElement(String name, Map<String, String> attributes, List<XmlNode> content, Span span)
        implements XmlNode {

    /** The child elements. */
    public List<XmlElement> children() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast).toList();
    }

    /** The child elements of that name. */
    public List<XmlElement> children(String child) {
        return children().stream().filter(each -> each.name().equals(child)).toList();
    }

    /** The first child element of that name. */
    public Optional<XmlElement> child(String child) {
        return children().stream().filter(each -> each.name().equals(child)).findFirst();
    }

    /** Its own characters without those of its children, stripped. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (XmlNode node : content) {
            if (node instanceof XmlText characters) {
                text.append(characters.text());
            }
        }
        return text.toString().strip();
    }

    /** The stripped text of the first child of that name, unless it is empty. */
    public Optional<String> textOf(String child) {
        return child(child).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    /** The value of an attribute. */
    public Optional<String> attribute(String attribute) {
        return Optional.ofNullable(attributes.get(attribute));
    }

    /** First line of the start tag, counted from 1. */
    public int line() {
        return span.startLine();
    }
}
