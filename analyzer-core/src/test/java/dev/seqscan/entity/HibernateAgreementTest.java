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

    /** Printed from the same metadata for {@code shop.hbm.xml}, with Hibernate's defaults. */
    @Test
    void tables_of_a_mapping_file_are_those_of_hibernate() throws IOException {
        assertThat(tables(mappedByFile())).containsExactlyElementsOf(kept("shop-hbm-tables.txt"));
    }

    /**
     * {@code Fetchable.isLazy()} and {@code getFetchMode()} of the same metadata. Not lazy at run time are beside these the
     * references to {@code Country}, which has no proxies, and that by a property.
     */
    @Test
    void associations_of_a_mapping_file_are_fetched_as_hibernate_does() throws IOException {
        List<String> eager = List.of("OrderLine.product LAZY SELECT", "Toy.madeIn LAZY SELECT");
        List<String> kept = kept("shop-hbm-fetching.txt").stream()
                .map(each -> eager.contains(each) ? each.replace("LAZY", "EAGER") : each).toList();

        assertThat(mappedByFile().all().stream().filter(each -> each.kind() == Entity.Kind.ENTITY)
                .flatMap(entity -> entity.attributes().stream().filter(Association.class::isInstance)
                        .map(Association.class::cast).filter(each -> each.owner().equals(entity.className())))
                .map(each -> each.label() + " " + each.fetch() + " " + mode(each))).containsExactlyInAnyOrderElementsOf(kept);
    }

    private static EntityModel mappedByFile() throws IOException {
        return Mapping.of().file(resource("shop-hbm.java.txt")).xml("shop.hbm.xml", resource("shop.hbm.xml"))
                .naming(NamingStrategy.JPA).model();
    }

    private static String mode(Association association) {
        return association.fetchMode() == Association.FetchMode.DEFAULT ? "JOIN" : association.fetchMode().name();
    }

    private static SortedSet<String> tables(NamingStrategy naming) throws IOException {
        return tables(Mapping.of().file(resource("shop-mapping.java.txt")).naming(naming).model());
    }

    private static SortedSet<String> tables(EntityModel model) {
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
