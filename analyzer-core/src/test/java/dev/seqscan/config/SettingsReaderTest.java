package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notices;
import dev.seqscan.source.TextFile;
import dev.seqscan.source.config.ConfigFile;
import dev.seqscan.source.config.ConfigReader;
import dev.seqscan.source.xml.XmlReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    private final List<ConfigFile> files = new ArrayList<>();

    @Test
    void names_in_any_spelling_are_found_by_their_canonical_form() {
        file("application.yml", """
                spring:
                  jpa:
                    openInView: false
                    properties:
                      hibernate:
                        default_batch_fetch_size: 16
                """);

        Settings settings = read();

        assertThat(settings.text("spring.jpa.open-in-view")).contains("false");
        assertThat(settings.number("hibernate.default-batch-fetch-size")).hasValue(16);
        assertThat(settings.value("spring.jpa.open-in-view").orElseThrow().place().line()).isEqualTo(3);
    }

    @Test
    void without_profiles_only_the_base_counts() {
        shopWithProfiles();

        assertThat(read().text("shop.page")).contains("base");
    }

    @Test
    void the_file_of_a_named_profile_wins_over_the_base() {
        shopWithProfiles();

        assertThat(read("prod").text("shop.page")).contains("prod file");
    }

    @Test
    void a_document_counts_when_its_condition_on_profiles_holds() {
        shopWithProfiles();

        assertThat(read("dev").text("shop.page")).contains("dev or test document");
    }

    private void shopWithProfiles() {
        file("src/main/resources/application-prod.properties", "shop.page=prod file\n");
        file("src/main/resources/application.yml", """
                shop.page: base
                ---
                spring.config.activate.on-profile: dev | test
                shop.page: dev or test document
                """);
    }

    @Test
    void the_older_name_of_a_document_condition_is_known() {
        file("application.yml", "shop.page: base\n---\nspring:\n  profiles: [dev, test]\nshop.page: dev\n");

        assertThat(read("test").text("shop.page")).contains("dev");
        assertThat(read("prod").text("shop.page")).contains("base");
    }

    @Test
    void conditions_on_profiles_may_be_nested() {
        assertThat(ProfileExpression.holds("prod & (eu | !cloud)", Set.of("prod"))).isTrue();
        assertThat(ProfileExpression.holds("prod & (eu | !cloud)", Set.of("prod", "cloud"))).isFalse();
        assertThat(ProfileExpression.holds("(prod", Set.of("prod"))).isFalse();
        assertThat(ProfileExpression.holds("", Set.of("prod"))).isFalse();
    }

    @Test
    void properties_win_over_yaml_and_the_config_folder_over_both() {
        file("src/main/resources/config/application.yml", "a: config\n");
        file("src/main/resources/application.properties", "a=properties\nb=properties\n");
        file("src/main/resources/application.yml", "a: yaml\nb: yaml\nc: yaml\n");

        Settings settings = read();

        assertThat(settings.text("a")).contains("config");
        assertThat(settings.text("b")).contains("properties");
        assertThat(settings.text("c")).contains("yaml");
    }

    @Test
    void placeholders_take_other_settings_and_defaults() {
        file("application.properties", """
                shop.host=db
                shop.url=jdbc:postgresql://${shop.host}:${SHOP_PORT:5432}/${name:${shop.schema:shop}}
                shop.secret=${SHOP_SECRET}
                """);

        assertThat(read().text("shop.url")).contains("jdbc:postgresql://db:5432/shop");
        assertThat(read().text("shop.secret")).contains("${SHOP_SECRET}");
    }

    @Test
    void placeholders_that_lead_back_to_themselves_come_to_an_end() {
        StringBuilder text = new StringBuilder("a=${b}\nb=${a}\n");
        for (int i = 0; i < 60; i++) {
            text.append("c").append(i).append("=${c").append(i + 1).append("}${c").append(i + 1).append("}\n");
        }
        file("application.properties", text.append("c60=x\n").toString());

        assertThat(read().text("a")).contains("${b}");
        assertThat(read().text("c60")).contains("x");
    }

    @Test
    void hibernate_files_give_way_to_those_of_spring() {
        xml("META-INF/persistence.xml", """
                <persistence><persistence-unit name="shop"><properties>
                  <property name="hibernate.jdbc.batch_size" value="20"/>
                  <property name="jakarta.persistence.schema-generation.database.action" value="none"/>
                </properties></persistence-unit></persistence>
                """);
        xml("hibernate.cfg.xml", """
                <hibernate-configuration><session-factory>
                  <property name="dialect">org.hibernate.dialect.H2Dialect</property>
                </session-factory></hibernate-configuration>
                """);
        file("application.properties", "spring.jpa.properties.hibernate.jdbc.batch_size=50\n");

        Settings settings = read();

        assertThat(settings.text("hibernate.jdbc.batch-size")).contains("50");
        assertThat(settings.text("hibernate.dialect")).contains("org.hibernate.dialect.H2Dialect");
        assertThat(settings.text("jakarta.persistence.schema-generation.database.action")).contains("none");
    }

    @Test
    void units_in_files_of_other_names_count_where_there_is_no_persistence_xml() {
        String units = "<persistence><persistence-unit name='shop'><properties>"
                + "<property name='hibernate.jdbc.batch_size' value='%s'/>"
                + "<property name='hibernate.order_inserts' value='true'/></properties></persistence-unit></persistence>";
        xml("shop-units.xml", units.formatted(30));
        assertThat(read().text("hibernate.jdbc.batch-size")).contains("30");

        file("hibernate.properties", "hibernate.jdbc.batch_size=50\n");
        assertThat(read().text("hibernate.jdbc.batch-size")).contains("50");
        assertThat(read().text("hibernate.order-inserts")).contains("true");

        xml("META-INF/persistence.xml", "<persistence><persistence-unit name='shop'/></persistence>");
        assertThat(read().text("hibernate.order-inserts")).isEmpty();
    }

    @Test
    void other_files_are_left_out() {
        file("messages.properties", "spring.jpa.open-in-view=yes\n");
        file("application-dev.yml", "spring.jpa.open-in-view: yes\n");

        assertThat(read().all()).isEmpty();
    }

    private void file(String path, String text) {
        files.add(new ConfigReader().read(new TextFile(path, text), new Notices()));
    }

    private void xml(String path, String text) {
        files.add(new XmlReader().read(new TextFile(path, text), new Notices()).flatMap(HibernateXml::settings)
                .orElseThrow());
    }

    private Settings read(String... profiles) {
        return new SettingsReader().read(files, Set.of(profiles));
    }
}
