package dev.seqscan.source.xml;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.io.StringReader;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML files. A document type is skipped, so that no file or address outside the text is ever opened; what stands in
 * an entity that it declares is missing, with a notice.
 */
public final class XmlReader {

    private static final int MAX_CHARACTERS = 20_000_000;

    private final XMLInputFactory factory = XMLInputFactory.newDefaultFactory();

    /** Makes a reader; it may read any number of files, one after the other. */
    public XmlReader() {
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        // The tree has a limit of its own; newer JDKs stop at 200 elements, older ones nowhere.
        factory.setProperty("jdk.xml.maxElementDepth", "0");
    }

    /** The tree of a file; empty, with a notice, where it is not well-formed, too large or too deep. */
    public Optional<XmlFile> read(TextFile file, Notices notices) {
        if (file.text().length() > MAX_CHARACTERS) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "larger than " + MAX_CHARACTERS + " characters");
            return Optional.empty();
        }
        String text = file.text().startsWith("\uFEFF") ? file.text().substring(1) : file.text();
        if (DocumentType.isCut(text)) {
            addNotice(file, null, notices);
            return Optional.empty();
        }
        DeclaredEntities entities = new DeclaredEntities(text);
        entities.references().forEach((name, line) ->
                notices.add(Notice.Kind.NOT_UNDERSTOOD, file.path(), line, "the entity " + name + " is not followed"));
        try {
            return Optional.of(new XmlFile(file.path(), parse(entities.text())));
        } catch (XmlTree.TooLarge tooLarge) {
            notices.add(Notice.Kind.NOT_READ, file.path(), tooLarge.line(), tooLarge.getMessage());
        } catch (XMLStreamException broken) {
            addNotice(file, broken.getLocation(), notices);
        } catch (MissingResourceException withoutWords) {
            // The JDK's parser has no message for a character that may not stand in a document type.
            addNotice(file, null, notices);
        }
        return Optional.empty();
    }

    /** The parser's own message is left out, as its language hangs on the machine. */
    private static void addNotice(TextFile file, Location location, Notices notices) {
        if (location == null || location.getLineNumber() < 1) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "not well-formed XML");
        } else {
            notices.add(Notice.Kind.NOT_READ, file.path(), location.getLineNumber(),
                    "not well-formed XML at column " + location.getColumnNumber());
        }
    }

    private XmlElement parse(String text) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
        try {
            XmlTree tree = new XmlTree(text);
            while (reader.hasNext()) {
                accept(reader, reader.next(), tree);
            }
            return tree.root();
        } finally {
            reader.close();
        }
    }

    private static void accept(XMLStreamReader reader, int event, XmlTree tree) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> tree.start(reader);
            case XMLStreamConstants.END_ELEMENT -> tree.end();
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.characters(reader.getText());
            default -> { }
        }
        tree.moveTo(reader.getLocation());
    }
}
