package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.PersistenceProvider.Cut;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.xml.XmlReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PersistenceProviderTest {

    private static final String ADAPTERS = "org.springframework.orm.jpa.vendor.";
    private static final Set<String> NO_LIBRARIES = Set.of();

    @Test
    void hibernate_is_taken_where_nothing_names_another() {
        assertThat(provider(NO_LIBRARIES)).isEqualTo(PersistenceProvider.HIBERNATE);
        assertThat(provider(Set.of("org.springframework.boot:spring-boot-starter-data-jpa"))).isEqualTo(PersistenceProvider.HIBERNATE);
    }

    @Test
    void the_only_provider_among_the_libraries_is_taken() {
        assertThat(provider(Set.of("org.eclipse.persistence:org.eclipse.persistence.jpa", "com.shop:shop-model")))
                .isEqualTo(PersistenceProvider.ECLIPSELINK);
        assertThat(provider(Set.of("org.apache.openjpa:openjpa"))).isEqualTo(PersistenceProvider.OPENJPA);
        assertThat(provider(Set.of("org.eclipse.persistence:eclipselink", "org.hibernate.orm:hibernate-core")))
                .isEqualTo(PersistenceProvider.HIBERNATE);
    }

    @Test
    void code_that_names_an_adapter_decides_between_libraries() {
        Set<String> both = Set.of("org.eclipse.persistence:eclipselink", "org.hibernate.orm:hibernate-core");
        assertThat(provider(both, ADAPTERS + "EclipseLinkJpaVendorAdapter")).isEqualTo(PersistenceProvider.ECLIPSELINK);
        assertThat(provider(Set.of("org.eclipse.persistence:eclipselink"), ADAPTERS + "HibernateJpaVendorAdapter"))
                .isEqualTo(PersistenceProvider.HIBERNATE);
    }

    @Test
    void imports_count_where_no_library_does_and_not_those_of_a_validator() {
        assertThat(provider(NO_LIBRARIES, "org.eclipse.persistence.config.PersistenceUnitProperties",
                "org.hibernate.validator.constraints.Length")).isEqualTo(PersistenceProvider.ECLIPSELINK);
        assertThat(provider(NO_LIBRARIES, "org.eclipse.persistence.annotations.BatchFetch", "org.hibernate.annotations.Fetch"))
                .isEqualTo(PersistenceProvider.HIBERNATE);
        assertThat(provider(NO_LIBRARIES, "org.eclipse.persistence.jaxb.MarshallerProperties")).isEqualTo(PersistenceProvider.HIBERNATE);
    }

    @Test
    void a_persistence_unit_says_it_itself() {
        Settings settings = unit("<provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>"
                + "<properties><property name='eclipselink.jdbc.batch-writing' value='JDBC'/></properties>");
        Settings applied = PersistenceProvider.applied(settings, List.of(), Set.of("org.hibernate.orm:hibernate-core"), value(""));
        assertThat(PersistenceProvider.of(applied)).isEqualTo(PersistenceProvider.ECLIPSELINK);
        assertThat(applied.text("eclipselink.jdbc.batch-writing")).contains("JDBC");
        assertThat(PersistenceProvider.of(unit("<provider>org.datanucleus.api.jakarta.PersistenceProviderImpl</provider>")))
                .isEqualTo(PersistenceProvider.OTHER);
    }

    @Test
    void what_becomes_of_a_page_of_joined_rows_is_known_of_some() {
        assertThat(PersistenceProvider.HIBERNATE.cutsPages()).isEqualTo(Cut.IN_MEMORY);
        assertThat(PersistenceProvider.OTHER.cutsPages()).isEqualTo(Cut.UNKNOWN);
    }

    @Test
    void a_shared_cache_keeps_all_entities_unless_it_is_switched_off() {
        String eclipseLink = "<provider>org.eclipse.persistence.jpa.PersistenceProvider</provider>";
        String off = "<properties><property name='eclipselink.cache.shared.default' value='false'/></properties>";
        assertThat(PersistenceProvider.cachesAll(unit(eclipseLink))).isTrue();
        assertThat(PersistenceProvider.cachesAll(unit(eclipseLink + off))).isFalse();
        assertThat(PersistenceProvider.cachesAll(unit(""))).isFalse();
    }

    private static PersistenceProvider provider(Set<String> libraries, String... imports) {
        return PersistenceProvider.of(PersistenceProvider.applied(new Settings(Map.of()),
                Stream.of(imports).map(PersistenceProviderTest::value).toList(), libraries, value("")));
    }

    private static Settings.Value value(String text) {
        return new Settings.Value(text, new Place("shop/Shop.java", Span.ofLine(1)));
    }

    private static Settings unit(String content) {
        TextFile file = new TextFile("src/main/resources/META-INF/persistence.xml",
                "<persistence><persistence-unit name='shop'>" + content + "</persistence-unit></persistence>");
        return new SettingsReader().read(List.of(HibernateXml.settings(new XmlReader().read(file, new Notices()).orElseThrow())
                .orElseThrow()), Set.of());
    }
}
