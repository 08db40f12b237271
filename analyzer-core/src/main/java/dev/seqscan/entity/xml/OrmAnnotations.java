package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Turns elements of {@code orm.xml} into the annotations after which they are called: {@code join-column} is
 * {@code @JoinColumn}, {@code mapped-by} its {@code mappedBy} (Jakarta Persistence 3.1, section 12.3, "XML schema").
 */
final class OrmAnnotations {

    private static final Set<String> FLAGS = Set.of("optional", "unique", "nullable", "orphan-removal");
    private static final Set<String> CONSTANTS = Set.of("fetch", "strategy");
    private static final Set<String> CLASSES = Set.of("target-entity", "target-class", "class");
    /** Attributes of the elements that speak of the attribute or class and not of the mapping. */
    private static final Set<String> OTHERS = Set.of("access", "metadata-complete", "cacheable", "maps-id", "id");
    /** Elements within annotations, by the annotation's attribute that holds them. */
    private static final Map<String, String> NESTED = Map.of("join-column", "joinColumns",
            "inverse-join-column", "inverseJoinColumns", "unique-constraint", "uniqueConstraints", "index", "indexes",
            "column", "column");
    /** Elements with a text, by the annotation that holds it as its value. */
    private static final Set<String> VALUES = Set.of("enumerated", "temporal");

    private final UnaryOperator<String> className;

    OrmAnnotations(UnaryOperator<String> className) {
        this.className = className;
    }

    /** The annotation called as an element, with what stands in it; cascades become constants. */
    AnnotationUse of(XmlElement element, boolean named) {
        AnnotationBuilder builder = AnnotationBuilder.jpa(annotation(element.name()), element);
        element.attributes().forEach((name, value) -> {
            if (!OTHERS.contains(name) && (named || !name.equals("name"))) {
                attribute(builder, name, value.strip());
            }
        });
        NESTED.forEach((child, attribute) -> {
            if (named) {
                builder.nested(attribute, element.children(child).stream().map(each -> of(each, true)).toList());
            }
        });
        builder.texts("columnNames", element.children("column-name").stream().map(XmlElement::text).toList());
        if (VALUES.contains(element.name())) {
            builder.constant("value", element.text());
        }
        return builder.constants("cascade", cascades(element)).build();
    }

    private void attribute(AnnotationBuilder builder, String name, String value) {
        String attribute = camelCase(name);
        if (FLAGS.contains(name)) {
            builder.flag(attribute, Boolean.parseBoolean(value));
        } else if (CONSTANTS.contains(name)) {
            builder.constant(attribute, value.toUpperCase(Locale.ROOT));
        } else if (CLASSES.contains(name)) {
            builder.type(attribute, className.apply(value));
        } else {
            builder.text(attribute, value);
        }
    }

    private static List<String> cascades(XmlElement element) {
        return element.children("cascade").stream().flatMap(each -> each.children().stream())
                .map(each -> each.name().replaceFirst("^cascade-", "").toUpperCase(Locale.ROOT)).toList();
    }

    /** What stands beside the mapping itself: {@code @MapsId}, {@code @Access} and the elements within. */
    List<AnnotationUse> beside(XmlElement element, Set<String> children) {
        List<AnnotationUse> uses = new ArrayList<>();
        element.attribute("access").ifPresent(each ->
                uses.add(AnnotationBuilder.jpa("Access", element).constant("value", each.strip()).build()));
        element.attribute("maps-id").ifPresent(each ->
                uses.add(AnnotationBuilder.jpa("MapsId", element).text("value", each.strip()).build()));
        if (HbmColumns.isTrue(element, "id")) {
            uses.add(AnnotationBuilder.jpa("Id", element).build());
        }
        element.children().stream().filter(each -> children.contains(each.name())).forEach(each -> uses.add(of(each, true)));
        return uses;
    }

    private static String annotation(String element) {
        String name = element.equals("inverse-join-column") ? "join-column" : element;
        String camelCase = camelCase(name);
        return camelCase.substring(0, 1).toUpperCase(Locale.ROOT) + camelCase.substring(1);
    }

    private static String camelCase(String name) {
        StringBuilder result = new StringBuilder();
        Stream.of(name.split("-")).filter(part -> !part.isEmpty()).forEach(part -> result.append(result.isEmpty() ? part
                : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)));
        return result.toString();
    }
}
