package dev.seqscan.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.config.Settings;
import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Place;
import dev.seqscan.source.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamingStrategyTest {

    private final Notices notices = new Notices();

    @Test
    void snake_case_splits_where_a_word_starts() {
        assertThat(NamingStrategy.SPRING_BOOT.physical("orderLineTotal")).isEqualTo("order_line_total");
        assertThat(NamingStrategy.SPRING_BOOT.physical("ORDER_LINE")).isEqualTo("order_line");
        assertThat(NamingStrategy.SPRING_BOOT.physical("customerURL")).isEqualTo("customerurl");
        assertThat(NamingStrategy.SPRING_BOOT.physical("shop.orderLine")).isEqualTo("shop_order_line");
    }

    @Test
    void quoted_names_are_not_split() {
        assertThat(NamingStrategy.SPRING_BOOT.physical("`orderLine`")).isEqualTo("orderline");
    }

    @Test
    void spring_boot_decides_without_settings() {
        assertThat(NamingStrategy.of(settings(Map.of()), true, notices)).isEqualTo(NamingStrategy.SPRING_BOOT);
        assertThat(NamingStrategy.of(settings(Map.of()), false, notices)).isEqualTo(NamingStrategy.JPA);
    }

    @Test
    void settings_choose_the_strategy() {
        Settings settings = settings(Map.of("spring.jpa.hibernate.naming.physical-strategy",
                "org.hibernate.boot.model.naming.PhysicalNamingStrategyStandardImpl"));

        assertThat(NamingStrategy.of(settings, true, notices).physical("orderLine")).isEqualTo("orderline");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_strategy_of_the_users_own_making_is_a_notice() {
        Settings settings = settings(Map.of("hibernate.physical-naming-strategy", "com.shop.PrefixStrategy"));

        assertThat(NamingStrategy.of(settings, false, notices)).isEqualTo(NamingStrategy.JPA);
        assertThat(notices.all()).extracting(Notice::reason)
                .containsExactly("naming strategy com.shop.PrefixStrategy is not known");
    }

    private static Settings settings(Map<String, String> values) {
        Map<String, Settings.Value> placed = new java.util.HashMap<>();
        values.forEach((name, text) -> placed.put(name, new Settings.Value(text, new Place("a.properties", Span.ofLine(1)))));
        return new Settings(placed);
    }
}
