package dev.seqscan.source.xml;

import dev.seqscan.source.Span;

/** Characters between tags, CDATA sections among them, with their white space and with references resolved. */
public record XmlText(String text, Span span) implements XmlNode {
}
