package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.List;
import java.util.Optional;

/** The columns of an element: its attribute {@code column}, or the elements in it, or a default. */
final class HbmColumns {

    private HbmColumns() {
    }

    /** The names as written; none where a formula stands in their place. */
    static List<String> names(XmlElement element, String byDefault) {
        List<XmlElement> nested = element.children("column");
        if (!nested.isEmpty()) {
            return nested.stream().map(each -> each.attribute("name").orElse(byDefault)).toList();
        }
        return formula(element).isPresent() ? List.of() : List.of(element.attribute("column").orElse(byDefault));
    }

    /** The SQL that stands in the place of a column. */
    static Optional<String> formula(XmlElement element) {
        return element.attribute("formula").or(() -> element.textOf("formula")).filter(text -> !text.isBlank());
    }

    /** The column of a basic attribute; of a type with several columns the first. */
    static AnnotationUse column(XmlElement element, String byDefault) {
        return named(AnnotationBuilder.jpa("Column", element), element, names(element, byDefault).get(0)).build();
    }

    /** The columns of a foreign key. */
    static List<AnnotationUse> joinColumns(XmlElement element, String byDefault) {
        return names(element, byDefault).stream()
                .map(each -> named(AnnotationBuilder.jpa("JoinColumn", element), element, each).build()).toList();
    }

    private static AnnotationBuilder named(AnnotationBuilder builder, XmlElement element, String name) {
        builder.text("name", name);
        if (says(element, "unique")) {
            builder.flag("unique", true);
        }
        return says(element, "not-null") ? builder.flag("nullable", false) : builder;
    }

    private static boolean says(XmlElement element, String attribute) {
        List<XmlElement> nested = element.children("column");
        return isTrue(element, attribute) || nested.size() == 1 && isTrue(nested.get(0), attribute);
    }

    static boolean isTrue(XmlElement element, String attribute) {
        return element.attribute(attribute).orElse("").strip().equals("true");
    }
}
