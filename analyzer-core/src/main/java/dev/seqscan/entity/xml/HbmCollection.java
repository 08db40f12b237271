package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Collections (Hibernate ORM 3.6 reference, "Collection mapping"). Names that are not given are those of
 * Hibernate ORM 5 and 6: the table is called after the class and the attribute, a {@code key} is {@code id}, an element
 * {@code elt}, the key of a map {@code idx}, and the place in a list is called as for {@code @OrderColumn}.
 */
final class HbmCollection {

    /** Elements that map collections. */
    static final Set<String> NAMES = Set.of("set", "bag", "idbag", "list", "map", "array", "primitive-array");

    private static final Map<String, String> POSITIONS = Map.of("list", "OrderColumn", "array", "OrderColumn",
            "primitive-array", "OrderColumn", "map", "MapKeyColumn");
    private static final List<String> INDEXES = List.of("list-index", "index", "map-key", "map-key-many-to-many",
            "index-many-to-many");

    private final HbmClasses classes;
    private final HbmToOne toOnes;

    HbmCollection(HbmClasses classes, HbmToOne toOnes) {
        this.classes = classes;
        this.toOnes = toOnes;
    }

    /**
     * What a collection says; none where its elements may be of any class.
     *
     * @param elementOverrides of the attributes of composite elements
     */
    List<AnnotationUse> read(XmlElement element, String name, HbmClass in, String elementType,
            List<AnnotationUse> elementOverrides) {
        boolean lazy = element.attribute("lazy").map(each -> !each.equals("false")).orElse(in.defaults().lazy());
        List<AnnotationUse> uses = new ArrayList<>();
        Optional<XmlElement> oneToMany = element.child("one-to-many");
        Optional<XmlElement> manyToMany = element.child("many-to-many");
        if (oneToMany.isPresent()) {
            uses.addAll(oneToMany(element, in, elementType, lazy));
        } else if (manyToMany.isPresent()) {
            uses.addAll(manyToMany(element, manyToMany.get(), name, in, elementType, lazy));
        } else if (element.child("many-to-any").isPresent()) {
            return List.of(AnnotationBuilder.hibernate("ManyToAny", element).build());
        } else {
            uses.addAll(elements(element, name, in, elementType, lazy));
            uses.addAll(elementOverrides);
        }
        uses.add(HbmFetching.mode(element, lazy));
        uses.addAll(HbmFetching.cacheAndBatch(element));
        position(element).ifPresent(uses::add);
        return uses;
    }

    private static AnnotationBuilder mapping(String annotation, XmlElement element, HbmClass in, String target, boolean lazy) {
        return AnnotationBuilder.jpa(annotation, element).type("targetEntity", target)
                .constant("fetch", HbmFetching.type(lazy)).constants("cascade", HbmFetching.cascade(element, in.defaults()));
    }

    /** The key is the foreign key of a to-one on the other side, which then owns it, or of no attribute. */
    private List<AnnotationUse> oneToMany(XmlElement element, HbmClass in, String target, boolean lazy) {
        List<String> key = key(element);
        Optional<String> mappedBy = toOnes.owning(target, key, in.name());
        List<AnnotationUse> uses = new ArrayList<>();
        uses.add(mapping("OneToMany", element, in, target, lazy).text("mappedBy", mappedBy).build());
        if (mappedBy.isEmpty()) {
            uses.addAll(columns("JoinColumn", element, key));
        }
        return uses;
    }

    private List<AnnotationUse> manyToMany(XmlElement element, XmlElement end, String name, HbmClass in, String target,
            boolean lazy) {
        String table = table(element, name, in);
        Optional<String> mappedBy = HbmColumns.isTrue(element, "inverse") ? otherSide(table, target, element) : Optional.empty();
        boolean unique = HbmColumns.isTrue(end, "unique");
        AnnotationUse mapping = mapping(unique ? "OneToMany" : "ManyToMany", element, in, target, lazy)
                .text("mappedBy", mappedBy).build();
        if (mappedBy.isPresent()) {
            return List.of(mapping);
        }
        return List.of(mapping, AnnotationBuilder.jpa("JoinTable", element).text("name", table)
                .nested("joinColumns", columns("JoinColumn", element, key(element)))
                .nested("inverseJoinColumns", columns("JoinColumn", end, HbmColumns.names(end, "elt"))).build());
    }

    /** The collection of the other class over the same table. */
    private Optional<String> otherSide(String table, String target, XmlElement inverse) {
        return classes.find(target).stream().flatMap(each -> classes.lineage(each).stream())
                .flatMap(each -> each.attributes().stream()).filter(each -> NAMES.contains(each.name()) && each != inverse)
                .filter(each -> each.child("many-to-many").isPresent() && !HbmColumns.isTrue(each, "inverse"))
                .filter(each -> each.attribute("table").orElse("").equalsIgnoreCase(table))
                .flatMap(each -> each.attribute("name").stream()).findFirst();
    }

    private static List<AnnotationUse> elements(XmlElement element, String name, HbmClass in, String type, boolean lazy) {
        AnnotationUse mapping = AnnotationBuilder.jpa("ElementCollection", element).type("targetClass", type)
                .constant("fetch", HbmFetching.type(lazy)).build();
        AnnotationUse table = AnnotationBuilder.jpa("CollectionTable", element)
                .text("name", table(element, name, in))
                .nested("joinColumns", columns("JoinColumn", element, key(element))).build();
        Stream<AnnotationUse> column = element.child("element").stream().filter(each -> HbmColumns.formula(each).isEmpty())
                .map(each -> HbmColumns.column(each, "elt"));
        return Stream.concat(Stream.of(mapping, table), column).toList();
    }

    private static String table(XmlElement element, String name, HbmClass in) {
        return element.attribute("table").orElse(in.simpleName() + "_" + name);
    }

    private static List<String> key(XmlElement element) {
        return element.child("key").map(each -> HbmColumns.names(each, "id")).orElse(List.of());
    }

    private static List<AnnotationUse> columns(String annotation, XmlElement at, List<String> names) {
        return names.stream().map(each -> AnnotationBuilder.jpa(annotation, at).text("name", each).build()).toList();
    }

    private static Optional<AnnotationUse> position(XmlElement element) {
        Optional<XmlElement> index = INDEXES.stream().flatMap(each -> element.child(each).stream()).findFirst();
        String byDefault = element.name().equals("map") ? "idx" : "";
        return Optional.ofNullable(POSITIONS.get(element.name())).map(annotation -> AnnotationBuilder.jpa(annotation, element)
                .text("name", index.flatMap(each -> HbmColumns.names(each, byDefault).stream().findFirst()).orElse(byDefault))
                .build());
    }
}
