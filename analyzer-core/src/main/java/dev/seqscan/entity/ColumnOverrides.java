package dev.seqscan.entity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code @AttributeOverride} and {@code @AssociationOverride} say, by path of attributes (Jakarta Persistence 3.1,
 * sections 11.1.2 and 11.1.4).
 */
record ColumnOverrides(Map<String, MappingAnnotation> columns, Map<String, List<MappingAnnotation>> joinColumns) {

    static final ColumnOverrides NONE = new ColumnOverrides(Map.of(), Map.of());

    static ColumnOverrides of(MappingAnnotations annotations) {
        Map<String, MappingAnnotation> columns = new HashMap<>();
        for (MappingAnnotation each : annotations.jpaAll("AttributeOverride", "AttributeOverrides")) {
            Optional<String> name = each.text("name");
            each.nested("column").stream().findFirst()
                    .ifPresent(column -> name.ifPresent(path -> columns.putIfAbsent(path, column)));
        }
        Map<String, List<MappingAnnotation>> joinColumns = new HashMap<>();
        for (MappingAnnotation each : annotations.jpaAll("AssociationOverride", "AssociationOverrides")) {
            each.text("name").ifPresent(path -> joinColumns.putIfAbsent(path, each.nested("joinColumns")));
        }
        return columns.isEmpty() && joinColumns.isEmpty() ? NONE : new ColumnOverrides(columns, joinColumns);
    }

    /** These, and of the others what these do not speak of. */
    ColumnOverrides before(ColumnOverrides others) {
        if (others == NONE) {
            return this;
        }
        Map<String, MappingAnnotation> allColumns = new HashMap<>(others.columns);
        allColumns.putAll(columns);
        Map<String, List<MappingAnnotation>> allJoinColumns = new HashMap<>(others.joinColumns);
        allJoinColumns.putAll(joinColumns);
        return new ColumnOverrides(allColumns, allJoinColumns);
    }

    /** Those of an attribute's own attributes; the values of a collection are called {@code value} or {@code element}. */
    ColumnOverrides under(String attribute) {
        return new ColumnOverrides(under(attribute + ".", columns), under(attribute + ".", joinColumns));
    }

    private static <T> Map<String, T> under(String prefix, Map<String, T> all) {
        Map<String, T> found = new HashMap<>();
        all.forEach((path, value) -> {
            if (path.startsWith(prefix)) {
                found.put(path.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
