package dev.seqscan.entity.xml;

import dev.seqscan.source.Place;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A class element of a file of Hibernate: {@code class}, {@code subclass}, {@code joined-subclass} or
 * {@code union-subclass}.
 *
 * @param name canonical class name
 * @param parent canonical name of the class it stands in or extends, or empty
 * @param path of the file
 */
record HbmClass(String name, String parent, XmlElement element, HbmDefaults defaults, String path) {

    private static final Set<String> GROUPS = Set.of("properties", "join", "natural-id");

    Place place() {
        return new Place(path, element.span());
    }

    String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The elements of its attributes, those in groups among them, and those of the groups' keys left out. */
    List<XmlElement> attributes() {
        List<XmlElement> found = new ArrayList<>();
        for (XmlElement each : element.children()) {
            if (GROUPS.contains(each.name())) {
                found.addAll(each.children());
            } else {
                found.add(each);
            }
        }
        return found;
    }

    /** Whether an attribute is a part of the natural identifier. */
    boolean isNatural(XmlElement attribute) {
        return element.children("natural-id").stream().flatMap(each -> each.children().stream())
                .anyMatch(each -> each == attribute);
    }

    /** The canonical name of the class that an element leads to; empty where it names none. */
    String target(XmlElement association) {
        return association.attribute("class").or(() -> association.attribute("entity-name")).map(defaults::className)
                .orElse("");
    }
}
