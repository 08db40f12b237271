package dev.seqscan.entity.xml;

import dev.seqscan.source.code.AnnotationUse;
import dev.seqscan.source.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The indexes and unique keys of several columns that attributes of one class name (Hibernate ORM 3.6 reference,
 * "Customizing the schema": {@code index} and {@code unique-key}).
 */
final class HbmIndexes {

    private final XmlElement at;
    private final Map<String, List<String>> indexes = new TreeMap<>();
    private final Map<String, List<String>> uniqueKeys = new TreeMap<>();

    private HbmIndexes(XmlElement at) {
        this.at = at;
    }

    static HbmIndexes of(HbmClass mapped) {
        HbmIndexes found = new HbmIndexes(mapped.element());
        for (XmlElement each : mapped.attributes()) {
            if (!HbmCollection.NAMES.contains(each.name())) {
                found.add(each, HbmColumns.names(each, each.attribute("name").orElse("")));
                each.children("column").forEach(column ->
                        found.add(column, column.attribute("name").map(List::of).orElse(List.of())));
            }
        }
        return found;
    }

    private void add(XmlElement element, List<String> columns) {
        element.attribute("index").ifPresent(names -> add(names, columns, indexes));
        element.attribute("unique-key").ifPresent(names -> add(names, columns, uniqueKeys));
    }

    private static void add(String names, List<String> columns, Map<String, List<String>> all) {
        for (String name : names.split(",")) {
            if (!name.isBlank()) {
                all.computeIfAbsent(name.strip(), key -> new ArrayList<>()).addAll(columns);
            }
        }
    }

    AnnotationBuilder addTo(AnnotationBuilder table) {
        return table.nested("indexes", indexes.entrySet().stream().map(this::index).toList())
                .nested("uniqueConstraints", uniqueKeys.entrySet().stream().map(this::uniqueKey).toList());
    }

    private AnnotationUse index(Map.Entry<String, List<String>> index) {
        return AnnotationBuilder.jpa("Index", at).text("name", index.getKey())
                .text("columnList", String.join(", ", index.getValue())).build();
    }

    private AnnotationUse uniqueKey(Map.Entry<String, List<String>> key) {
        return AnnotationBuilder.jpa("UniqueConstraint", at).text("name", key.getKey()).texts("columnNames", key.getValue())
                .build();
    }
}
