package dev.seqscan.entity.xml;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code entity-mappings} files (Jakarta Persistence 3.1, chapter 12, "XML Object/Relational Mapping Descriptor"). */
final class OrmReader {

    private static final Set<String> CLASSES = Set.of("entity", "mapped-superclass", "embeddable");
    private static final Set<String> OF_CLASSES = Set.of("table", "inheritance", "discriminator-column",
            "primary-key-join-column", "attribute-override", "association-override");
    private static final Set<String> ATTRIBUTES = Set.of("id", "embedded-id", "basic", "version", "many-to-one", "one-to-many",
            "one-to-one", "many-to-many", "element-collection", "embedded", "transient");
    private static final Set<String> OF_ATTRIBUTES = Set.of("column", "join-column", "join-table", "collection-table",
            "generated-value", "lob", "enumerated", "temporal", "order-column", "map-key", "map-key-column", "convert",
            "primary-key-join-column", "attribute-override", "association-override");

    private final Notices notices;
    private final SortedMap<String, XmlClass> found = new TreeMap<>();

    OrmReader(Collection<XmlFile> files, Notices notices) {
        this.notices = notices;
        boolean complete = files.stream().flatMap(file -> file.root().children("persistence-unit-metadata").stream())
                .anyMatch(each -> each.child("xml-mapping-metadata-complete").isPresent());
        files.forEach(file -> file.root().children().stream().filter(each -> CLASSES.contains(each.name()))
                .forEach(each -> add(each, file, complete)));
    }

    /** The mapped classes by canonical name. */
    SortedMap<String, XmlClass> read() {
        return found;
    }

    private void add(XmlElement element, XmlFile file, boolean allComplete) {
        String name = element.attribute("class").map(each -> className(each, file)).orElse("");
        if (name.isEmpty()) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, file.path(), element.line(), element.name() + " names no class");
            return;
        }
        boolean complete = allComplete || HbmColumns.isTrue(element, "metadata-complete");
        OrmAnnotations annotations = new OrmAnnotations(each -> className(each, file));
        found.putIfAbsent(name, new XmlClass(name, complete ? XmlClass.Reach.COMPLETE : XmlClass.Reach.OVERRIDING, "",
                ofClass(element, annotations, file), members(element, annotations), new Place(file.path(), element.span())));
    }

    private static List<AnnotationUse> ofClass(XmlElement element, OrmAnnotations annotations, XmlFile file) {
        List<AnnotationUse> uses = new ArrayList<>();
        AnnotationBuilder kind = AnnotationBuilder.jpa(switch (element.name()) {
            case "entity" -> "Entity";
            case "embeddable" -> "Embeddable";
            default -> "MappedSuperclass";
        }, element);
        uses.add(kind.text("name", element.attribute("name")).build());
        element.attribute("cacheable").ifPresent(each ->
                uses.add(AnnotationBuilder.jpa("Cacheable", element).flag("value", each.strip().equals("true")).build()));
        uses.addAll(annotations.beside(element, OF_CLASSES));
        if (element.attribute("access").isEmpty()) {
            file.root().textOf("access").ifPresent(each ->
                    uses.add(AnnotationBuilder.jpa("Access", element).constant("value", each).build()));
        }
        element.child("entity-listeners").ifPresent(listeners -> uses.add(AnnotationBuilder.jpa("EntityListeners", listeners)
                .types("value", listeners.children("entity-listener").stream()
                        .flatMap(each -> each.attribute("class").stream()).map(each -> className(each, file)).toList()).build()));
        return uses;
    }

    private static Map<String, XmlMember> members(XmlElement element, OrmAnnotations annotations) {
        Map<String, XmlMember> members = new LinkedHashMap<>();
        for (XmlElement each : element.child("attributes").map(XmlElement::children).orElse(List.of())) {
            String name = each.attribute("name").orElse("");
            if (!name.isEmpty() && ATTRIBUTES.contains(each.name())) {
                List<AnnotationUse> uses = new ArrayList<>(List.of(annotations.of(each, false)));
                uses.addAll(annotations.beside(each, OF_ATTRIBUTES));
                members.putIfAbsent(name, new XmlMember(name, uses, "", each.span()));
            }
        }
        return members;
    }

    private static String className(String written, XmlFile file) {
        String packageName = file.root().textOf("package").orElse("");
        boolean simple = written.indexOf('.') < 0 && !packageName.isEmpty();
        return (simple ? packageName + "." + written : written).strip().replace('$', '.');
    }
}
