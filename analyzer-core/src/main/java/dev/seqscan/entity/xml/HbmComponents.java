package dev.seqscan.entity.xml;

import dev.seqscan.source.Place;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Components (Hibernate ORM 3.6 reference, "Component mapping"). Each use names its columns anew, which are
 * overrides of what the class has.
 */
final class HbmComponents {

    private final HbmAttributes attributes;
    private final SortedMap<String, XmlClass> embeddables = new TreeMap<>();

    HbmComponents(HbmAttributes attributes) {
        this.attributes = attributes;
    }

    Map<String, XmlClass> embeddables() {
        return embeddables;
    }

    /** What the attribute that holds a component says. */
    List<AnnotationUse> embedded(XmlElement element, String name, HbmClass in, String owner) {
        String stated = in.target(element);
        String type = stated.isEmpty() ? attributes.typeOf(owner, name).orElse("") : stated;
        if (type.isEmpty()) {
            attributes.notUnderstood(in, element, "the class of the component " + name + " is not known");
            return List.of();
        }
        List<AnnotationUse> uses = new ArrayList<>(List.of(AnnotationBuilder.jpa("Embedded", element).build()));
        uses.addAll(of(element, type, in));
        return uses;
    }

    /** Notes the class of a component, and gives the names of its columns in this place. */
    List<AnnotationUse> of(XmlElement element, String type, HbmClass in) {
        if (!type.isEmpty()) {
            Map<String, XmlMember> members = new LinkedHashMap<>();
            element.children().forEach(each -> attributes.member(each, in, type)
                    .ifPresent(member -> members.putIfAbsent(member.name(), member)));
            XmlClass known = embeddables.get(type);
            if (known != null) {
                known.members().forEach(members::put);
            }
            embeddables.put(type, new XmlClass(type, XmlClass.Reach.LISTED, "",
                    List.of(AnnotationBuilder.jpa("Embeddable", element).build()), members,
                    known != null ? known.place() : new Place(in.path(), element.span())));
        }
        List<AnnotationUse> overrides = new ArrayList<>();
        addOverrides(element, "", overrides);
        return overrides;
    }

    private static void addOverrides(XmlElement element, String prefix, List<AnnotationUse> overrides) {
        for (XmlElement each : element.children()) {
            String name = each.attribute("name").orElse("");
            String path = prefix + name;
            switch (each.name()) {
                case "property", "key-property" -> {
                    if (HbmColumns.formula(each).isEmpty()) {
                        overrides.add(AnnotationBuilder.jpa("AttributeOverride", each).text("name", path)
                                .nested("column", List.of(HbmColumns.column(each, name))).build());
                    }
                }
                case "many-to-one", "key-many-to-one" -> overrides.add(AnnotationBuilder.jpa("AssociationOverride", each)
                        .text("name", path).nested("joinColumns", HbmColumns.joinColumns(each, name)).build());
                case "component", "nested-composite-element" -> addOverrides(each, path + ".", overrides);
                default -> { }
            }
        }
    }
}
