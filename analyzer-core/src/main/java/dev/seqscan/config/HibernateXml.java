package dev.seqscan.config;

import dev.seqscan.source.Place;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the properties and the provider of {@code persistence.xml} (Jakarta Persistence 3.1, section 8.2.1) and
 * {@code hibernate.cfg.xml} as if they stood in a file of settings. Where a {@code persistence.xml} holds several units
 * and they differ, the first one counts. Units that an application hands to the provider itself may lie in files of any name;
 * they count where there is no {@code persistence.xml}.
 */
public final class HibernateXml {

    /** The name by which a provider finds the units itself. */
    static final String UNITS = "persistence.xml";

    private static final String PREFIX = "hibernate.";

    private HibernateXml() {
    }

    /** Whether a file of that name may hold settings. */
    public static boolean reads(String fileName) {
        return fileName.equals(UNITS) || fileName.endsWith(".cfg.xml");
    }

    /** Whether a file of any name may hold persistence units. */
    public static boolean mayHoldUnits(TextFile file) {
        return file.text().contains("<persistence-unit");
    }

    /** The settings of a file; empty where it is neither of the two. */
    public static Optional<ConfigFile> settings(XmlFile file) {
        List<ConfigFile.Entry> entries = switch (file.root().name()) {
            case "persistence" -> persistence(file);
            case "hibernate-configuration" -> file.root().child("session-factory")
                    .map(factory -> properties(file, factory, PREFIX)).orElse(List.of());
            default -> null;
        };
        return Optional.ofNullable(entries)
                .map(found -> new ConfigFile(file.path(), List.of(new ConfigFile.Document(List.copyOf(found)))));
    }

    /** The units stand in reverse order, as the last value of a key counts. */
    private static List<ConfigFile.Entry> persistence(XmlFile file) {
        List<ConfigFile.Entry> entries = new ArrayList<>();
        for (XmlElement unit : file.root().children("persistence-unit")) {
            unit.child("properties").ifPresent(properties -> entries.addAll(0, properties(file, properties, "")));
            unit.child("provider").ifPresent(provider -> entries.add(0, new ConfigFile.Entry("jakarta.persistence.provider",
                    provider.text(), new Place(file.path(), provider.span()))));
        }
        return entries;
    }

    private static List<ConfigFile.Entry> properties(XmlFile file, XmlElement parent, String prefix) {
        List<ConfigFile.Entry> entries = new ArrayList<>();
        for (XmlElement property : parent.children("property")) {
            String value = property.attribute("value").orElseGet(property::text);
            property.attribute("name").ifPresent(name -> entries.add(
                    new ConfigFile.Entry(qualified(name, prefix), value, new Place(file.path(), property.span()))));
        }
        return entries;
    }

    /** In {@code hibernate.cfg.xml} the prefix may be left out. */
    private static String qualified(String name, String prefix) {
        boolean qualified = name.startsWith(prefix) || name.startsWith("jakarta.") || name.startsWith("javax.");
        return qualified ? name : prefix + name;
    }
}
