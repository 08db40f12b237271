package dev.seqscan.entity.xml;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The classes that mapping files speak of. */
public final class XmlMappings {

    /** Nothing is mapped by files. */
    public static final XmlMappings NONE = new XmlMappings(Map.of());

    private static final String HIBERNATE = "hibernate-mapping";
    private static final String JPA = "entity-mappings";

    private final SortedMap<String, XmlClass> byName;

    private XmlMappings(Map<String, XmlClass> byName) {
        this.byName = new TreeMap<>(byName);
    }

    /** Whether a text may be a mapping file, or name some. */
    public static boolean mayBe(TextFile file) {
        return file.text().contains("<" + HIBERNATE) || file.text().contains(JPA) || file.path().endsWith("persistence.xml");
    }

    /**
     * Reads the mapping files among some files: those of Hibernate by what they hold, those of Jakarta Persistence if they
     * are {@code META-INF/orm.xml} or a {@code persistence.xml} names them (Jakarta Persistence 3.1, section 8.2.1.6.2).
     * Where both speak of a class Hibernate's counts.
     */
    public static XmlMappings of(Collection<XmlFile> files, MemberTypes types, Notices notices) {
        List<XmlFile> hibernate = files.stream().filter(each -> each.root().name().equals(HIBERNATE)).toList();
        List<XmlFile> jpa = files.stream().filter(each -> each.root().name().equals(JPA)).toList();
        if (hibernate.isEmpty() && jpa.isEmpty()) {
            return NONE;
        }
        Set<String> named = files.stream().filter(each -> each.root().name().equals("persistence"))
                .flatMap(each -> each.root().children("persistence-unit").stream())
                .flatMap(unit -> unit.children("mapping-file").stream()).map(XmlElement::text).collect(Collectors.toSet());
        SortedMap<String, XmlClass> found = new HbmReader(hibernate, types, notices).read();
        List<XmlFile> used = jpa.stream().filter(each -> isNamed(each.path(), named)).toList();
        new OrmReader(used, notices).read().forEach(found::putIfAbsent);
        return new XmlMappings(found);
    }

    private static boolean isNamed(String path, Set<String> named) {
        return ("/" + path).endsWith("/META-INF/orm.xml") || named.stream().anyMatch(each -> ("/" + path).endsWith("/" + each));
    }

    /** The canonical names of the classes that mapping files among some files speak of. */
    public static Set<String> classNames(Collection<XmlFile> files) {
        return of(files, (className, attribute) -> Optional.empty(), new Notices()).byName.keySet();
    }

    /** What the files say of the class of a canonical name. */
    public Optional<XmlClass> of(String className) {
        return Optional.ofNullable(byName.get(className));
    }

    /** All of them, ordered by name. */
    public Collection<XmlClass> all() {
        return byName.values();
    }
}
