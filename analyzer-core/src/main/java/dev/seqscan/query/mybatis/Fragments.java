package dev.seqscan.query.mybatis;

import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code sql} elements of all mapper files, which {@code include} puts into statements. */
final class Fragments {

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
