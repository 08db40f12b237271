package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.schema.Index;
import dev.seqscan.schema.Product;
import dev.seqscan.schema.Table;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The tables of a mapping as Hibernate 6.6 itself builds them: the kept texts were printed from its boot metadata
 * ({@code MetadataImplementor.collectTableMappings()}) for the classes of {@code shop-mapping.java.txt}, with
 * {@code SpringImplicitNamingStrategy} and {@code CamelCaseToUnderscoresNamingStrategy}, and with Hibernate's defaults.
 */
class HibernateAgreementTest {

    @Test
    void tables_are_those_of_hibernate_under_spring_boots_naming() throws IOException {
        assertThat(tables(NamingStrategy.SPRING_BOOT)).containsExactlyElementsOf(kept("shop-tables-spring.txt"));
    }

    @Test
    void tables_are_those_of_hibernate_under_plain_naming() throws IOException {
        assertThat(tables(NamingStrategy.JPA)).containsExactlyElementsOf(kept("shop-tables-jpa.txt"));
    }

    private static SortedSet<String> tables(NamingStrategy naming) throws IOException {
        EntityModel model = Mapping.of().file(resource("shop-mapping.java.txt")).naming(naming).model();
        SortedSet<String> lines = new TreeSet<>();
        for (Table table : MappingSchema.tables(model, Product.POSTGRESQL).values()) {
            table.columns().forEach(each -> lines.add(table.name() + " column " + each.name()));
            table.indexes().forEach(each -> lines.add(table.name() + " " + kind(each) + " " + each.leadingColumns()));
            table.foreignKeys().forEach(each ->
                    lines.add(table.name() + " fk " + each.columns() + " -> " + each.referencedTable()));
        }
        return lines;
    }

    private static String kind(Index index) {
        return index.origin() == Index.Origin.PRIMARY_KEY ? "pk" : index.unique() ? "unique" : "index";
    }

    private static List<String> kept(String name) throws IOException {
        return resource(name).lines().toList();
    }

    private static String resource(String name) throws IOException {
        try (InputStream stream = HibernateAgreementTest.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
