package dev.seqscan.entity;

import dev.seqscan.entity.xml.XmlClass;
import dev.seqscan.program.DeclaredClass;
import dev.seqscan.source.Place;
import java.util.Optional;

/**
 * A class that is mapped, by its annotations or by a file.
 *
 * @param annotations what both say, as far as they count
 * @param entityName the name in JPQL of an entity, else the simple name
 * @param xml what a mapping file says of it
 */
record MappedClass(Entity.Kind kind, DeclaredClass declared, MappingAnnotations annotations, String entityName,
        Optional<XmlClass> xml) {

    String name() {
        return declared.name();
    }

    boolean isEntity() {
        return kind == Entity.Kind.ENTITY;
    }

    /** What a mapping file says of it, if nothing else counts. */
    Optional<XmlClass> listing() {
        return xml.filter(each -> each.reach() == XmlClass.Reach.LISTED);
    }

    /** Where it is mapped: its element in a file that alone speaks of it, else the name of the class. */
    Place place() {
        return xml.filter(each -> each.reach() != XmlClass.Reach.OVERRIDING).map(XmlClass::place)
                .orElseGet(() -> declared.place(declared.declaration().nameSpan()));
    }
}
