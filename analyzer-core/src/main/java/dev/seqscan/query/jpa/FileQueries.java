package dev.seqscan.query.jpa;

import dev.seqscan.query.QueryContext;
import dev.seqscan.query.Text;
import dev.seqscan.query.jpa.NamedQueries.NamedQuery;
import dev.seqscan.source.Place;
import dev.seqscan.source.xml.XmlElement;
import dev.seqscan.source.xml.XmlFile;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Queries that mapping files give a name: {@code query} and {@code sql-query} of Hibernate, which within a class have its
 * name before theirs (Hibernate ORM 3.6 reference, "Externalizing named queries"), {@code named-query} and
 * {@code named-native-query} of {@code orm.xml}.
 */
final class FileQueries {

    private static final Set<String> MAPPINGS = Set.of("hibernate-mapping", "entity-mappings");
    /** Whether the text is SQL, by element. */
    private static final Map<String, Boolean> QUERIES =
            Map.of("query", false, "sql-query", true, "named-query", false, "named-native-query", true);
    private static final Set<String> CLASSES = Set.of("class", "subclass", "joined-subclass", "union-subclass");

    private FileQueries() {
    }

    /** The queries whose names are meant, in the order of the files. */
    static Stream<NamedQuery> find(Predicate<String> isMeant, QueryContext context) {
        return context.xml().stream().filter(file -> MAPPINGS.contains(file.root().name()))
                .flatMap(file -> find(isMeant, "", file.root(), file));
    }

    private static Stream<NamedQuery> find(Predicate<String> isMeant, String prefix, XmlElement parent, XmlFile file) {
        return parent.children().stream().flatMap(each -> {
            Optional<String> name = each.attribute("name");
            if (QUERIES.containsKey(each.name())) {
                return name.filter(known -> isMeant.test(prefix + known)).stream().map(known -> query(each, file));
            }
            boolean hibernate = CLASSES.contains(each.name()) && name.isPresent();
            return hibernate ? find(isMeant, className(name.get(), file) + ".", each, file)
                    : each.name().equals("entity") ? find(isMeant, "", each, file) : Stream.of();
        });
    }

    private static NamedQuery query(XmlElement element, XmlFile file) {
        String text = element.name().startsWith("named-") ? element.textOf("query").orElse("") : element.text();
        String result = element.attribute("result-class").or(() -> element.child("return").flatMap(each -> each.attribute("class")))
                .map(each -> className(each, file)).orElse("");
        return new NamedQuery(Text.of(text), QUERIES.get(element.name()), result, new Place(file.path(), element.span()));
    }

    private static String className(String written, XmlFile file) {
        String packageName = file.root().attribute("package").or(() -> file.root().textOf("package")).orElse("");
        return written.indexOf('.') < 0 && !packageName.isEmpty() ? packageName + "." + written : written;
    }
}
