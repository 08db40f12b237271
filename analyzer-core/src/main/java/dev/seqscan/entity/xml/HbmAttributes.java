package dev.seqscan.entity.xml;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The attributes of classes (Hibernate ORM 3.6 reference, "Basic O/R mapping"), each as annotations that say the same. */
final class HbmAttributes {

    private static final Set<String> BASIC = Set.of("property", "key-property", "version", "timestamp");

    private final MemberTypes types;
    private final Notices notices;
    private final HbmToOne toOnes;
    private final HbmCollection collections;
    private final HbmComponents components;

    HbmAttributes(HbmClasses classes, MemberTypes types, Notices notices) {
        this.types = types;
        this.notices = notices;
        this.toOnes = new HbmToOne(classes);
        this.collections = new HbmCollection(classes, toOnes);
        this.components = new HbmComponents(this);
    }

    /** The classes of components that were met so far, by canonical name. */
    Map<String, XmlClass> embeddables() {
        return components.embeddables();
    }

    /** The attributes that a class itself has, by name. */
    Map<String, XmlMember> read(HbmClass in) {
        Map<String, XmlMember> members = new LinkedHashMap<>();
        for (XmlElement each : in.attributes()) {
            List<XmlMember> found = switch (each.name()) {
                case "id" -> identifier(each, in).stream().toList();
                case "composite-id" -> compositeIdentifier(each, in);
                default -> member(each, in, in.name()).stream().toList();
            };
            found.forEach(member -> members.putIfAbsent(member.name(), in.isNatural(each) ? natural(member, each) : member));
        }
        return members;
    }

    private static XmlMember natural(XmlMember member, XmlElement at) {
        return with(member, AnnotationBuilder.hibernate("NaturalId", at).build());
    }

    static XmlMember with(XmlMember member, AnnotationUse more) {
        List<AnnotationUse> uses = new ArrayList<>(member.annotations());
        uses.add(0, more);
        return new XmlMember(member.name(), uses, member.type(), member.span());
    }

    /**
     * One attribute; empty for an element that is none.
     *
     * @param owner canonical name of the class, which may be that of a component
     */
    Optional<XmlMember> member(XmlElement element, HbmClass in, String owner) {
        Optional<String> name = element.attribute("name");
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String kind = HbmCollection.NAMES.contains(element.name()) ? "collection"
                : BASIC.contains(element.name()) ? "basic" : element.name();
        List<AnnotationUse> uses = switch (kind) {
            case "basic" -> basic(element, name.get());
            case "many-to-one", "key-many-to-one" -> toOnes.manyToOne(element, name.get(), in);
            case "one-to-one" -> toOnes.oneToOne(element, target(element, name.get(), in, owner), in);
            case "component", "nested-composite-element" -> components.embedded(element, name.get(), in, owner);
            case "any" -> List.of(AnnotationBuilder.hibernate("Any", element).build());
            case "collection" -> collection(element, name.get(), in, owner);
            default -> List.of();
        };
        return uses.isEmpty() ? Optional.empty()
                : Optional.of(new XmlMember(name.get(), uses, type(element, in), element.span()));
    }

    private String target(XmlElement element, String name, HbmClass in, String owner) {
        String stated = in.target(element);
        return stated.isEmpty() ? types.typeOf(owner, name).orElse("") : stated;
    }

    private static String type(XmlElement element, HbmClass in) {
        String stated = in.target(element);
        return stated.isEmpty() ? HbmTypes.javaType(statedType(element)) : stated;
    }

    private static String statedType(XmlElement element) {
        return element.attribute("type").or(() -> element.child("type").flatMap(each -> each.attribute("name"))).orElse("");
    }

    private static List<AnnotationUse> basic(XmlElement element, String name) {
        List<AnnotationUse> uses = new ArrayList<>();
        Optional<String> formula = HbmColumns.formula(element);
        uses.add(formula.isPresent() ? AnnotationBuilder.hibernate("Formula", element).text("value", formula).build()
                : HbmColumns.column(element, name));
        if (element.name().equals("version") || element.name().equals("timestamp")) {
            uses.add(AnnotationBuilder.jpa("Version", element).build());
        }
        if (HbmTypes.isLarge(statedType(element))) {
            uses.add(AnnotationBuilder.jpa("Lob", element).build());
        }
        return uses;
    }

    private List<AnnotationUse> collection(XmlElement element, String name, HbmClass in, String owner) {
        Optional<XmlElement> values = element.child("composite-element");
        Optional<XmlElement> end = element.child("one-to-many").or(() -> element.child("many-to-many"))
                .or(() -> values).or(() -> element.child("element"));
        String stated = end.map(each -> type(each, in)).orElse("");
        String type = stated.isEmpty() ? types.typeOf(owner, name).orElse("") : stated;
        return collections.read(element, name, in, type, values.map(each -> components.of(each, type, in)).orElse(List.of()));
    }

    /** An identifier without a name is no attribute of the class; HQL calls it {@code id}. */
    private Optional<XmlMember> identifier(XmlElement element, HbmClass in) {
        String name = element.attribute("name").orElse("id");
        List<AnnotationUse> uses = new ArrayList<>(List.of(AnnotationBuilder.jpa("Id", element).build()));
        uses.add(HbmColumns.column(element, name));
        Optional<String> generator = element.child("generator").flatMap(each -> each.attribute("class"))
                .or(() -> element.attribute("generator")).filter(each -> !each.equals("assigned"));
        generator.ifPresent(strategy -> {
            uses.add(AnnotationBuilder.jpa("GeneratedValue", element).text("generator", "hbm").build());
            uses.add(AnnotationBuilder.hibernate("GenericGenerator", element).text("name", "hbm").text("strategy", strategy)
                    .build());
        });
        return Optional.of(new XmlMember(name, uses, type(element, in), element.span()));
    }

    /** A composite identifier of a class of its own, or of attributes of the entity. */
    private List<XmlMember> compositeIdentifier(XmlElement element, HbmClass in) {
        Optional<String> name = element.attribute("name");
        if (name.isPresent()) {
            List<AnnotationUse> uses = new ArrayList<>(components.embedded(element, name.get(), in, in.name()));
            uses.add(AnnotationBuilder.jpa("EmbeddedId", element).build());
            return List.of(new XmlMember(name.get(), uses, in.target(element), element.span()));
        }
        return element.children().stream().flatMap(each -> member(each, in, in.name()).stream()
                .map(member -> with(member, AnnotationBuilder.jpa("Id", each).build()))).toList();
    }

    Optional<String> typeOf(String owner, String attribute) {
        return types.typeOf(owner, attribute);
    }

    void notUnderstood(HbmClass in, XmlElement element, String reason) {
        notices.add(Notice.Kind.NOT_UNDERSTOOD, in.path(), element.line(), reason);
    }
}
