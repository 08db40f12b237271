package dev.seqscan.entity.xml;

import dev.seqscan.source.Notices;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads {@code hibernate-mapping} files, from version 3.0 to the last of Hibernate ORM 5, with a document type or without
 * (Hibernate ORM 3.6 reference, "Basic O/R mapping" to "Inheritance mapping"; {@code hibernate-mapping-3.0.dtd}). Type definitions,
 * filters, imports and queries in them are left out.
 */
final class HbmReader {

    private static final Map<String, String> STRATEGIES = Map.of("subclass", "SINGLE_TABLE", "joined-subclass", "JOINED",
            "union-subclass", "TABLE_PER_CLASS");

    private final HbmClasses classes;
    private final HbmAttributes attributes;
    private final Map<String, String> strategyOfRoot = new HashMap<>();

    HbmReader(Collection<XmlFile> files, MemberTypes types, Notices notices) {
        this.classes = new HbmClasses(files, notices);
        this.attributes = new HbmAttributes(classes, types, notices);
        classes.all().forEach(each -> {
            String strategy = STRATEGIES.get(each.element().name());
            if (strategy != null) {
                strategyOfRoot.merge(classes.root(each).name(), strategy, HbmReader::sameOrMixed);
            }
        });
    }

    /** With {@code subclass} and {@code joined-subclass} in one hierarchy the tables are those of the joined ones. */
    private static String sameOrMixed(String one, String other) {
        return one.equals(other) ? one : "JOINED";
    }

    /** The mapped classes by canonical name, those of components among them. */
    SortedMap<String, XmlClass> read() {
        SortedMap<String, XmlClass> found = new TreeMap<>();
        classes.all().forEach(each -> found.put(each.name(), new XmlClass(each.name(), XmlClass.Reach.LISTED, each.parent(),
                annotations(each), attributes.read(each), each.place())));
        attributes.embeddables().forEach(found::putIfAbsent);
        return found;
    }

    private List<AnnotationUse> annotations(HbmClass mapped) {
        XmlElement element = mapped.element();
        List<AnnotationUse> uses = new ArrayList<>(List.of(AnnotationBuilder.jpa("Entity", element).build(), table(mapped)));
        uses.addAll(HbmFetching.cacheAndBatch(element));
        element.attribute("where").ifPresent(where ->
                uses.add(AnnotationBuilder.hibernate("Where", element).text("clause", where).build()));
        boolean lazy = element.attribute("lazy").map(each -> !each.equals("false")).orElse(mapped.defaults().lazy());
        if (!lazy) {
            uses.add(AnnotationBuilder.hibernate("Proxy", element).flag("lazy", false).build());
        }
        String strategy = strategyOfRoot.get(mapped.name());
        if (strategy != null) {
            uses.add(AnnotationBuilder.jpa("Inheritance", element).constant("strategy", strategy).build());
        }
        element.child("discriminator").ifPresent(each -> uses.add(discriminator(each)));
        element.child("key").ifPresent(key -> HbmColumns.names(key, "id").forEach(column ->
                uses.add(AnnotationBuilder.jpa("PrimaryKeyJoinColumn", key).text("name", column).build())));
        return uses;
    }

    private static AnnotationUse discriminator(XmlElement element) {
        return HbmColumns.formula(element).isPresent() ? AnnotationBuilder.hibernate("DiscriminatorFormula", element).build()
                : AnnotationBuilder.jpa("DiscriminatorColumn", element).text("name", HbmColumns.names(element, "class").get(0))
                        .build();
    }

    /** Without a name the table is called as the class. */
    private static AnnotationUse table(HbmClass mapped) {
        AnnotationBuilder table = AnnotationBuilder.jpa("Table", mapped.element())
                .text("name", mapped.element().attribute("table").orElse(mapped.simpleName()));
        return HbmIndexes.of(mapped).addTo(table).build();
    }
}
