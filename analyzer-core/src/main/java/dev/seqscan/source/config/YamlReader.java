package dev.seqscan.source.config;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads YAML document by document into flat keys or trees. A broken document ends the file; the documents before it are kept. */
final class YamlReader {

    /**
     * Build tools replace {@code @name@} before YAML sees it, but YAML lets no value start with an at sign. While it is
     * parsed, a character of the private use area stands for it.
     */
    private static final char AT_SIGN_STAND_IN = '\uE000';

    private final TextFile file;
    private final Notices notices;

    YamlReader(TextFile file, Notices notices) {
        this.file = file;
        this.notices = notices;
    }

    ConfigFile read() {
        List<ConfigFile.Document> documents = new ArrayList<>();
        read(document -> {
            YamlFlattener flattener = new YamlFlattener(file.path());
            flattener.add(document);
            documents.add(new ConfigFile.Document(flattener.entries()));
            if (flattener.isFull()) {
                notices.add(Notice.Kind.NOT_READ, file.path(), 0, "more entries than can be kept");
            }
        });
        return new ConfigFile(file.path(), List.copyOf(documents));
    }

    /** The documents as trees; a broken one ends the file. */
    List<YamlNode> trees() {
        List<YamlNode> documents = new ArrayList<>();
        read(documents::add);
        return documents;
    }

    private void read(Consumer<YamlNode> target) {
        try {
            readDocuments(target);
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            notices.add(Notice.Kind.NOT_READ, file.path(), line, "not valid YAML: " + broken.getProblem());
        } catch (NumberFormatException noNumber) {
            // The scanner takes the digits of an escape for granted.
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "not valid YAML: an escape without its digits");
        } catch (YamlEngineException broken) {
            notices.add(Notice.Kind.NOT_READ, file.path(), 0, "not valid YAML: " + broken.getMessage());
        }
    }

    private void readDocuments(Consumer<YamlNode> target) {
        LoadSettings settings = LoadSettings.builder().setLabel(file.path())
                .setCodePointLimit(file.text().length() + 1).build();
        Iterator<Event> events = new Parse(settings)
                .parseString(file.text().replace('@', AT_SIGN_STAND_IN)).iterator();
        YamlTree tree = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent) {
                tree = new YamlTree(events);
            } else if (event instanceof NodeEvent && tree != null) {
                target.accept(tree.node(event, 0));
            }
        }
    }

    static String restored(String text) {
        return text.replace(AT_SIGN_STAND_IN, '@');
    }
}
