package dev.seqscan.query.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.config.SettingsReader;
import dev.seqscan.query.BoundCalls;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CodeSettingsTest {

    @Test
    void what_code_puts_into_a_map_or_properties_is_a_setting() {
        Settings settings = of("map.put(\"hibernate.jdbc.batch_size\", \"50\");"
                + " properties.setProperty(\"hibernate.physical_naming_strategy\", Naming.class.getName());"
                + " map.put(\"shop.size\", \"7\");");
        assertThat(settings.number("hibernate.jdbc.batch-size")).hasValue(50);
        assertThat(settings.text("hibernate.physical-naming-strategy")).contains("shop.Naming");
        assertThat(settings.text("shop.size")).isEmpty();
    }

    @Test
    void names_may_be_constants_of_the_program_or_of_a_provider() {
        Settings settings = of("map.put(FETCH, 20); map.put(PersistenceUnitProperties.BATCH_WRITING, BatchWriting.JDBC);"
                + " map.put(AvailableSettings.MAX_FETCH_DEPTH, 2); map.put(STATEMENT_BATCH_SIZE, 30);");
        assertThat(settings.number("hibernate.default-batch-fetch-size")).hasValue(20);
        assertThat(settings.text("eclipselink.jdbc.batch-writing")).contains("JDBC");
        assertThat(settings.number("hibernate.max-fetch-depth")).hasValue(2);
        assertThat(settings.number("hibernate.jdbc.batch-size")).hasValue(30);
    }

    @Test
    void a_map_may_be_made_at_once() {
        Settings settings = of("Map.of(\"hibernate.jdbc.batch_size\", 25, \"hibernate.hbm2ddl.auto\", \"none\");");
        assertThat(settings.number("hibernate.jdbc.batch-size")).hasValue(25);
        assertThat(settings.text("hibernate.hbm2ddl.auto")).contains("none");
    }

    @Test
    void a_size_that_is_known_at_run_time_only_is_set_all_the_same() {
        assertThat(of("map.put(\"hibernate.jdbc.batch_size\", size); map.put(\"hibernate.max_fetch_depth\", size);").all())
                .containsOnlyKeys("hibernate.jdbc.batch-size");
    }

    private static Settings of(String body) {
        BoundCalls shop = BoundCalls.ofFile("""
                package shop;
                import static org.hibernate.cfg.AvailableSettings.STATEMENT_BATCH_SIZE;
                import java.util.*;
                import org.eclipse.persistence.config.*;
                import org.eclipse.persistence.config.PersistenceUnitProperties;
                import org.hibernate.cfg.AvailableSettings;
                class Naming { }
                class Configuration {
                    private static final String FETCH = "hibernate.default_batch_fetch_size";
                    Object unit(Map<String, Object> map, Properties properties, int size) {
                """ + body + " return map; } }");
        return new SettingsReader().read(new CodeSettings(shop.program()).of(shop.program().classes()), Set.of());
    }
}
