package dev.seqscan.query.mybatis;

import dev.seqscan.query.NestedSelect;
import dev.seqscan.source.Place;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The {@code resultMap} elements of all mapper files, and the statements that they send for each row ("Nested Select for
 * Association" in the reference of MyBatis 3).
 */
final class ResultMaps {

    private static final int DEEPEST = 8;

    private record Written(XmlFile file, XmlElement element) {
        String namespace() {
            return MapperFiles.namespace(file);
        }
    }

    private final Map<String, Written> byName = new HashMap<>();
    private final Set<String> cached = new HashSet<>();
    private final boolean lazy;

    /** Takes mapper files, and whether nested statements wait until they are needed where nothing else is said. */
    ResultMaps(List<XmlFile> mappers, boolean lazy) {
        this.lazy = lazy;
        for (XmlFile file : mappers) {
            String namespace = MapperFiles.namespace(file);
            file.root().children("resultMap").forEach(each -> each.attribute("id")
                    .ifPresent(id -> byName.putIfAbsent(namespace + "." + id, new Written(file, each))));
            if (file.root().child("cache").isPresent() || file.root().child("cache-ref").isPresent()) {
                cached.add(namespace);
            }
        }
    }

    boolean isLazy() {
        return lazy;
    }

    /** Whether results of the statements of a mapper are kept beyond a session. */
    boolean isCached(String namespace) {
        return cached.contains(namespace);
    }

    /** The statements that the result maps of a comma separated list of names send for each row. */
    List<NestedSelect> nested(String names, String namespace) {
        List<NestedSelect> found = new ArrayList<>();
        for (String name : names.split(",")) {
            walk(name.strip(), namespace, "", 0, found);
        }
        return found.stream().distinct().toList();
    }

    private void walk(String name, String namespace, String prefix, int depth, List<NestedSelect> found) {
        Written map = byName.getOrDefault(namespace + "." + name, byName.get(name));
        if (map != null && depth < DEEPEST) {
            map.element().attribute("extends").ifPresent(above -> walk(above, map.namespace(), prefix, depth + 1, found));
            children(map, map.element(), prefix, depth, found);
        }
    }

    private void children(Written map, XmlElement element, String prefix, int depth, List<NestedSelect> found) {
        for (XmlElement child : depth < DEEPEST ? element.children() : List.<XmlElement>of()) {
            boolean one = child.name().equals("association");
            String path = prefix + child.attribute("property").orElse("");
            if ((one || child.name().equals("collection")) && child.attribute("select").isPresent()) {
                select(map, child, path, one, found);
            } else if (one || Set.of("collection", "discriminator", "case").contains(child.name())) {
                String below = path.equals(prefix) ? prefix : path + ".";
                child.attribute("resultMap").ifPresent(name -> walk(name, map.namespace(), below, depth + 1, found));
                children(map, child, below, depth + 1, found);
            }
        }
    }

    /** Without a column all rows ask the same, which one statement answers. */
    private void select(Written map, XmlElement element, String path, boolean one, List<NestedSelect> found) {
        String name = element.attribute("select").orElse("");
        String full = name.contains(".") ? name : map.namespace() + "." + name;
        String column = element.attribute("column").orElse("");
        if (!column.isBlank() && !isCached(full.substring(0, full.lastIndexOf('.')))) {
            boolean waits = element.attribute("fetchType").map("lazy"::equals).orElse(lazy);
            found.add(new NestedSelect(path, label(full), new Place(map.file().path(), element.span()), waits, one));
        }
    }

    /** {@code com.shop.LineMapper.ofOrder} is shown as {@code LineMapper.ofOrder}. */
    static String label(String full) {
        return full.replaceAll(".*\\.([^.]+\\.[^.]+)$", "$1");
    }
}
