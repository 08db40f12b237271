package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaGenerationTest {

    @Test
    void modes_that_change_the_schema_make_the_mapping_true() {
        assertThat(of("spring.jpa.hibernate.ddl-auto", "update")).isEqualTo(SchemaGeneration.FROM_MAPPING);
        assertThat(of("spring.jpa.properties.hibernate.hbm2ddl.auto", "CREATE-DROP ")).isEqualTo(SchemaGeneration.FROM_MAPPING);
    }

    @Test
    void other_modes_say_that_somebody_else_makes_the_tables() {
        assertThat(of("hibernate.hbm2ddl.auto", "validate")).isEqualTo(SchemaGeneration.ELSEWHERE);
        assertThat(of("spring.jpa.hibernate.ddl-auto", "none")).isEqualTo(SchemaGeneration.ELSEWHERE);
    }

    @Test
    void without_a_mode_nothing_is_known() {
        assertThat(of("spring.jpa.open-in-view", "false")).isEqualTo(SchemaGeneration.UNKNOWN);
    }

    private static SchemaGeneration of(String name, String value) {
        Place place = new Place("application.properties", Span.ofLine(1));
        return SchemaGeneration.of(new Settings(Map.of(name, new Settings.Value(value, place))));
    }
}
