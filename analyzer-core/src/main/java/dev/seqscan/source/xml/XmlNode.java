package dev.seqscan.source.xml;

import dev.seqscan.source.Span;

/** What an element holds, in the order of the text: elements and texts. Comments are dropped. */
public sealed interface XmlNode permits XmlElement, XmlText {

    /** The start tag of an element, or the whole of a text. */
    Span span();
}
