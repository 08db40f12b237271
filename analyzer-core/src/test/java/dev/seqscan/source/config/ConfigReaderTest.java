package dev.seqscan.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.source.Notice;
import dev.seqscan.source.Notices;
import dev.seqscan.source.Span;
import dev.seqscan.source.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {

    private final Notices notices = new Notices();

    @Test
    void anEscapeWithoutItsDigitsIsTold() {
        Notices told = new Notices();

        new ConfigReader().read(new TextFile("application.yml", "a: \"\\x"), told);

        assertThat(told.all()).extracting(Notice::reason).allMatch(reason -> reason.startsWith("not valid YAML")).hasSize(1);
    }

    @Test
    void properties_keep_keys_values_and_places() {
        ConfigFile file = read("application.properties", """
                # the shop
                spring.jpa.open-in-view=false

                  spring.datasource.url : jdbc:postgresql://localhost/shop
                """);

        assertThat(entries(file)).containsExactly("spring.jpa.open-in-view=false",
                "spring.datasource.url=jdbc:postgresql://localhost/shop");
        assertThat(file.documents().get(0).entries()).extracting(each -> each.place().span())
                .containsExactly(new Span(2, 1, 2, 30), new Span(4, 3, 4, 59));
    }

    @Test
    void properties_join_continued_lines_and_resolve_escapes() {
        ConfigFile file = read("shop.properties", """
                order.query=select * \\
                    from orders
                path\\=of\\ shop=C:\\\\shop\\tA\\u00e9
                last=x\\""");

        assertThat(entries(file)).containsExactly("order.query=select * from orders", "path=of shop=C:\\shop\tA\u00e9",
                "last=x");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_malformed_unicode_escape_is_a_notice_and_the_rest_is_read() {
        ConfigFile file = read("shop.properties", "a=\\u12x\nb=2\n");

        assertThat(entries(file)).containsExactly("a=\\u12x", "b=2");
        assertThat(notices.all()).extracting(Notice::line).containsExactly(1);
    }

    @Test
    void a_separator_comment_starts_a_new_document_of_properties() {
        ConfigFile file = read("application.properties", "a=1\n#---\nspring.config.activate.on-profile=prod\na=2\n");

        assertThat(file.documents()).extracting(each -> each.value("a").orElseThrow()).containsExactly("1", "2");
    }

    @Test
    void yaml_becomes_flat_keys_with_places() {
        ConfigFile file = read("application.yml", """
                spring:
                  jpa:
                    open-in-view: false
                  profiles: [dev, "prod"]
                shop.countries:
                  - name: France
                  - name: Chile
                empty:
                """);

        assertThat(entries(file)).containsExactly("spring.jpa.open-in-view=false", "spring.profiles[0]=dev",
                "spring.profiles[1]=prod", "shop.countries[0].name=France", "shop.countries[1].name=Chile", "empty=");
        assertThat(file.documents().get(0).entries().get(0).place().span()).isEqualTo(new Span(3, 5, 3, 24));
    }

    @Test
    void yaml_documents_are_told_apart() {
        ConfigFile file = read("application.yaml", "a: 1\n---\na: 2\n---\n");

        assertThat(file.documents()).extracting(each -> each.value("a").orElse("none"))
                .containsExactly("1", "2", "none");
    }

    @Test
    void the_own_keys_of_a_yaml_mapping_win_over_merged_ones() {
        ConfigFile file = read("application.yml", """
                base: &base {size: 10, url: x}
                pool:
                  <<: *base
                  size: 20
                """);

        assertThat(file.documents().get(0).value("pool.size")).contains("20");
        assertThat(file.documents().get(0).value("pool.url")).contains("x");
    }

    @Test
    void yaml_with_places_for_the_build_tool_is_read() {
        ConfigFile file = read("application.yml", "version: @project.version@\nmail: a@shop.example\n");

        assertThat(entries(file)).containsExactly("version=@project.version@", "mail=a@shop.example");
        assertThat(notices.all()).isEmpty();
    }

    @Test
    void a_broken_yaml_document_is_a_notice_and_those_before_it_are_kept() {
        ConfigFile file = read("application.yml", "a: 1\n---\nb: [1, 2\nc: }\n");

        assertThat(file.documents().get(0).value("a")).contains("1");
        assertThat(notices.all()).singleElement().satisfies(notice -> {
            assertThat(notice.file()).isEqualTo("application.yml");
            assertThat(notice.line()).isGreaterThanOrEqualTo(3);
        });
    }

    @Test
    void aliases_of_aliases_do_not_exhaust_the_memory() {
        StringBuilder text = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i < 12; i++) {
            String previous = "*a" + (i - 1);
            text.append("a").append(i).append(": &a").append(i).append(" [")
                    .append(String.join(",", java.util.Collections.nCopies(10, previous))).append("]\n");
        }
        read("application.yml", text.toString());

        assertThat(notices.all()).extracting(Notice::reason).containsExactly("more entries than can be kept");
    }

    @Test
    void yaml_nested_too_deep_is_a_notice() {
        read("application.yml", "a: " + "[".repeat(20_000));

        assertThat(notices.all()).extracting(Notice::kind).containsExactly(Notice.Kind.NOT_READ);
    }

    @Test
    void a_tag_makes_no_object() {
        ConfigFile file = read("application.yml", "a: !!javax.script.ScriptEngineManager [x]\n");

        assertThat(entries(file)).containsExactly("a[0]=x");
    }

    private ConfigFile read(String path, String text) {
        return new ConfigReader().read(new TextFile(path, text), notices);
    }

    private static List<String> entries(ConfigFile file) {
        return file.documents().stream().flatMap(each -> each.entries().stream())
                .map(each -> each.key() + "=" + each.value()).toList();
    }
}
