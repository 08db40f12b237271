package dev.seqscan.query.mybatis;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The {@code sql} elements of all mapper files, which {@code include} puts into statements. */
final class Fragments {

    private static final int MAX_DEPTH = 60;

    /** A piece of text and the namespace of the file that holds it. */
    record Fragment(String namespace, XmlElement element) {
    }

    private final Map<String, Fragment> byName = new HashMap<>();

    /** Takes mapper files; of fragments for several databases the general one is kept, else the first. */
    Fragments(List<XmlFile> mappers) {
        mappers.forEach(file -> file.root().children("sql").forEach(each -> add(MapperFiles.namespace(file), each)));
    }

    private void add(String namespace, XmlElement sql) {
        sql.attribute("id").map(id -> namespace + "." + id).ifPresent(name -> {
            Fragment known = byName.get(name);
            boolean better = known == null || known.element().attribute("databaseId").isPresent()
                    && sql.attribute("databaseId").isEmpty();
            if (better) {
                byName.put(name, new Fragment(namespace, sql));
            }
        });
    }

    /** Tells each {@code include} of a mapper file whose fragment is in none, unless its name is put together. */
    void tellMissing(List<XmlFile> mappers, Notices notices) {
        Set<String> shortNames = new HashSet<>();
        byName.forEach((name, fragment) -> shortNames.add(name.substring(fragment.namespace().length() + 1)));
        mappers.forEach(file -> tellMissing(file, file.root(), shortNames, notices, 0));
    }

    private void tellMissing(XmlFile file, XmlElement element, Set<String> shortNames, Notices notices, int depth) {
        String name = element.name().equals("include") ? element.attribute("refid").orElse("") : "";
        if (!name.isEmpty() && !name.contains("${") && !byName.containsKey(name) && !shortNames.contains(name)) {
            notices.add(Notice.Kind.MISSING, file.path(), element.line(), "no mapper has the fragment " + name);
        }
        if (depth < MAX_DEPTH) {
            element.children().forEach(each -> tellMissing(file, each, shortNames, notices, depth + 1));
        }
    }

    /** The fragment of a short name in one of the namespaces, or of a full name. */
    Optional<Fragment> find(String name, String... namespaces) {
        for (String namespace : namespaces) {
            Fragment own = byName.get(namespace + "." + name);
            if (own != null) {
                return Optional.of(own);
            }
        }
        return Optional.ofNullable(byName.get(name));
    }
}
