package dev.seqscan.entity.xml;

import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A class as a mapping file has it.
 *
 * @param className canonical name
 * @param superclass canonical name of the entity above it that the file names, or empty
 * @param annotations of the class that say the same
 * @param members by name, in the order of the file
 * @param place of its element
 */
public record XmlClass(String className, Reach reach, String superclass, List<AnnotationUse> annotations,
        Map<String, XmlMember> members, Place place) {

    /** How far the file speaks for the class. */
    public enum Reach {
        /** Only what is listed is persistent, and annotations do not count ({@code hbm.xml}). */
        LISTED,
        /** Annotations do not count ({@code metadata-complete}, Jakarta Persistence 3.1, section 12.2.3.1). */
        COMPLETE,
        /** What is listed replaces annotations, the others count (Jakarta Persistence 3.1, section 12.1). */
        OVERRIDING
    }

    /** Whether other classes hold it as a component, so that it has no table of its own. */
    public boolean isComponent() {
        return reach == Reach.LISTED && annotations.stream().anyMatch(each -> each.simpleName().equals("Embeddable"));
    }

    /** Takes copies. */
    public XmlClass {
        annotations = List.copyOf(annotations);
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
