package dev.seqscan.source.xml;

import dev.seqscan.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Grows a tree from the events of a parser, and works out where tags start from where they end. */
final class XmlTree {

    private static final int MAX_DEPTH = 256;
    private static final int MAX_NODES = 1_000_000;

    /** A text that is well-formed but beyond the bounds. */
    static final class TooLarge extends XMLStreamException {

        private final int line;

        TooLarge(String reason, int line) {
            super(reason);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    private record Open(String name, Map<String, String> attributes, List<XmlNode> content, Span span) {
        XmlElement close() {
            return new XmlElement(name, attributes, List.copyOf(content), span);
        }
    }

    private final List<String> lines;
    private final Deque<Open> open = new ArrayDeque<>();
    private XmlElement root;
    private int nodes;
    private int line = 1;
    private int column = 1;

    XmlTree(String text) {
        this.lines = text.lines().toList();
    }

    XmlElement root() throws XMLStreamException {
        if (root == null) {
            throw new XMLStreamException("no element");
        }
        return root;
    }

    void start(XMLStreamReader reader) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new TooLarge("elements nested deeper than " + MAX_DEPTH, line);
        }
        if (++nodes > MAX_NODES) {
            throw new TooLarge("more than " + MAX_NODES + " elements", line);
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        open.push(new Open(reader.getLocalName(), Collections.unmodifiableMap(attributes), new ArrayList<>(),
                tagEndingAt(reader.getLocation())));
    }

    void end() {
        XmlElement closed = open.pop().close();
        if (open.isEmpty()) {
            root = closed;
        } else {
            open.peek().content().add(closed);
        }
    }

    void characters(String text) {
        if (!open.isEmpty()) {
            int breaks = (int) text.chars().filter(c -> c == '\n').count();
            int lastBreak = text.lastIndexOf('\n');
            int endColumn = breaks == 0 ? column + text.length() : text.length() - lastBreak;
            open.peek().content().add(new XmlText(text, new Span(line, column, line + breaks, endColumn)));
        }
    }

    /** Remembers where the next text starts. */
    void moveTo(Location location) {
        line = location.getLineNumber();
        column = location.getColumnNumber();
    }

    /** The parser tells where a tag ends; it starts at the last opening bracket before, which no attribute may hold. */
    private Span tagEndingAt(Location end) {
        int endColumn = end.getColumnNumber();
        int before = endColumn - 2;
        for (int number = end.getLineNumber(); number >= 1 && number <= lines.size(); number--) {
            String text = lines.get(number - 1);
            int start = text.lastIndexOf('<', before);
            if (start >= 0) {
                return new Span(number, start + 1, end.getLineNumber(), endColumn);
            }
            before = Integer.MAX_VALUE;
        }
        return Span.ofLine(Math.max(1, end.getLineNumber()));
    }
}
