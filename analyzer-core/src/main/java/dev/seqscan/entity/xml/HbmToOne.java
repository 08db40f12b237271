package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code many-to-one}, {@code key-many-to-one} and {@code one-to-one} (Hibernate ORM 3.6 reference, "Basic O/R mapping",
 * under these elements: {@code lazy} is {@code proxy} and {@code fetch} is {@code select} by default). A reference by {@code property-ref}, or
 * one whose row may be missing ({@code not-found="ignore"}), has no proxy; nor has a one-to-one that is not {@code constrained}, as nothing in the row says whether there is an object.
 */
final class HbmToOne {

    private final HbmClasses classes;

    HbmToOne(HbmClasses classes) {
        this.classes = classes;
    }

    List<AnnotationUse> manyToOne(XmlElement element, String name, HbmClass in) {
        boolean lazy = !element.attribute("lazy").orElse("").equals("false") && element.attribute("property-ref").isEmpty();
        List<AnnotationUse> uses = new ArrayList<>(List.of(AnnotationBuilder.jpa("ManyToOne", element)
                .type("targetEntity", in.target(element)).constant("fetch", HbmFetching.type(lazy))
                .constants("cascade", HbmFetching.cascade(element, in.defaults())).build(), HbmFetching.mode(element, lazy)));
        uses.addAll(columns(element, name));
        if (element.attribute("not-found").orElse("").equals("ignore")) {
            uses.add(AnnotationBuilder.hibernate("NotFound", element).constant("action", "IGNORE").build());
        }
        return uses;
    }

    /** The column is called as the attribute, unless it is named. */
    private static List<AnnotationUse> columns(XmlElement element, String name) {
        List<AnnotationUse> columns = HbmColumns.joinColumns(element, name);
        return columns.isEmpty() ? List.of(AnnotationBuilder.hibernate("JoinFormula", element)
                .text("value", HbmColumns.formula(element)).build()) : columns;
    }

    List<AnnotationUse> oneToOne(XmlElement element, String target, HbmClass in) {
        boolean constrained = HbmColumns.isTrue(element, "constrained");
        boolean lazy = constrained && !element.attribute("lazy").orElse("").equals("false")
                && element.attribute("property-ref").isEmpty();
        Optional<String> mappedBy = element.attribute("property-ref")
                .or(() -> constrained ? Optional.empty() : sharingKey(target, in));
        AnnotationBuilder mapping = AnnotationBuilder.jpa("OneToOne", element).type("targetEntity", in.target(element))
                .text("mappedBy", mappedBy).constant("fetch", HbmFetching.type(lazy))
                .constants("cascade", HbmFetching.cascade(element, in.defaults()));
        List<AnnotationUse> uses = new ArrayList<>(List.of((constrained ? mapping.flag("optional", false) : mapping).build()));
        if (lazy || element.attribute("fetch").isPresent()) {
            uses.add(HbmFetching.mode(element, lazy));
        }
        if (mappedBy.isEmpty()) {
            uses.add(AnnotationBuilder.jpa("PrimaryKeyJoinColumn", element).build());
        }
        return uses;
    }

    /** The other side of a one-to-one over the primary key, whose key is that of this class. */
    private Optional<String> sharingKey(String target, HbmClass in) {
        return classes.find(target).stream().flatMap(each -> classes.lineage(each).stream())
                .flatMap(each -> each.attributes().stream().filter(one -> one.name().equals("one-to-one"))
                        .filter(one -> HbmColumns.isTrue(one, "constrained"))
                        .filter(one -> each.target(one).isEmpty() || classes.areRelated(each.target(one), in.name())))
                .flatMap(each -> each.attribute("name").stream()).findFirst();
    }

    /** The attribute of a class that holds a foreign key to another one in these columns. */
    Optional<String> owning(String className, List<String> columns, String referenced) {
        return classes.find(className).stream().flatMap(each -> classes.lineage(each).stream())
                .flatMap(each -> each.attributes().stream().filter(one -> one.name().equals("many-to-one"))
                        .filter(one -> one.attribute("name").isPresent())
                        .filter(one -> sameColumns(HbmColumns.names(one, one.attribute("name").get()), columns))
                        .filter(one -> each.target(one).isEmpty() || classes.areRelated(each.target(one), referenced)))
                .flatMap(each -> each.attribute("name").stream()).findFirst();
    }

    /** Names in SQL do not tell case, unless they are quoted. */
    private static boolean sameColumns(List<String> one, List<String> other) {
        boolean same = !one.isEmpty() && one.size() == other.size();
        for (int i = 0; same && i < one.size(); i++) {
            same = one.get(i).strip().equalsIgnoreCase(other.get(i).strip());
        }
        return same;
    }
}
