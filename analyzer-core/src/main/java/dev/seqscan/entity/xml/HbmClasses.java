package dev.seqscan.entity.xml;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The classes of all files of Hibernate, by canonical name. Of two mappings of one class the first counts. */
final class HbmClasses {

    private static final Set<String> SUBCLASSES = Set.of("subclass", "joined-subclass", "union-subclass");
    private static final int MAX_DEPTH = 32;

    private final Map<String, HbmClass> byName = new TreeMap<>();
    private final Notices notices;

    HbmClasses(Collection<XmlFile> files, Notices notices) {
        this.notices = notices;
        for (XmlFile file : files) {
            HbmDefaults defaults = HbmDefaults.of(file.root());
            file.root().children().forEach(each -> {
                if (each.name().equals("class") || SUBCLASSES.contains(each.name())) {
                    add(each, each.attribute("extends").map(defaults::className).orElse(""), defaults, file.path());
                }
            });
        }
    }

    private void add(XmlElement element, String parent, HbmDefaults defaults, String path) {
        Optional<String> name = element.attribute("name").map(defaults::className);
        if (name.isEmpty()) {
            notices.add(Notice.Kind.NOT_UNDERSTOOD, path, element.line(), "a mapping of maps, which name no class");
            return;
        }
        HbmClass found = new HbmClass(name.get(), parent, element, defaults, path);
        HbmClass other = byName.putIfAbsent(found.name(), found);
        if (other != null) {
            notices.add(Notice.Kind.DUPLICATE, path, element.line(), found.name() + " is also mapped in " + other.path());
        }
        element.children().stream().filter(each -> SUBCLASSES.contains(each.name()))
                .forEach(each -> add(each, found.name(), defaults, path));
    }

    Collection<HbmClass> all() {
        return byName.values();
    }

    Optional<HbmClass> find(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** A class and those above it in the mapping, nearest first. */
    List<HbmClass> lineage(HbmClass start) {
        List<HbmClass> lineage = new ArrayList<>();
        HbmClass next = start;
        while (next != null && lineage.size() < MAX_DEPTH) {
            lineage.add(next);
            next = byName.get(next.parent());
        }
        return lineage;
    }

    HbmClass root(HbmClass start) {
        List<HbmClass> lineage = lineage(start);
        return lineage.get(lineage.size() - 1);
    }

    /** Whether rows of one class may be of the other: one is above the other, or they are the same. */
    boolean areRelated(String one, String other) {
        return one.equals(other) || isAbove(one, other) || isAbove(other, one);
    }

    private boolean isAbove(String above, String below) {
        return find(below).filter(each -> lineage(each).stream().anyMatch(one -> one.name().equals(above))).isPresent();
    }
}
