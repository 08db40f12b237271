package dev.seqscan.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.seqscan.source.TextFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserModelReaderTest {

    @Test
    void a_method_is_told_with_what_it_does() {
        UserMethod method = read("""
                methods:
                  com.shop.Dao#load(*):
                    sends: read
                    rows: one
                    bounded: 1_000
                    loop: many
                """).methods().get(0);
        assertThat(method.owner()).isEqualTo("com.shop.Dao");
        assertThat(method.sends()).isEqualTo(UserMethod.Sends.READ);
        assertThat(method.rows()).contains(UserMethod.Rows.ONE);
        assertThat(method.bounded()).hasValue(1_000);
        assertThat(method.loop()).contains(UserMethod.Loop.MANY);
        assertThat(method.spares()).isFalse();
        assertThat(method.place().line()).isEqualTo(3);
    }

    @Test
    void parameters_are_compared_where_they_are_named() {
        UserMethod method = read("methods: {com.shop.Dao#load(Long): {cached: true}}").methods().get(0);
        assertThat(method.fits("load", List.of("java.lang.Long"))).isTrue();
        assertThat(method.fits("load", List.of("java.lang.String"))).isFalse();
        assertThat(method.fits("load", List.of())).isFalse();
        assertThat(method.fits("loadAll", List.of("java.lang.Long"))).isFalse();
    }

    @Test
    void a_star_stands_for_the_rest_of_a_name() {
        UserMethod method = read("methods: {com.shop.Dao#load*: {cached: true}}").methods().get(0);
        assertThat(method.fits("loadAll", List.of("int"))).isTrue();
        assertThat(method.fits("save", List.of("int"))).isFalse();
    }

    @Test
    void a_table_is_small_by_word_or_by_number() {
        UserModel model = read("tables:\n  countries: {small: true}\n  shop.Orders: {rows: 5000000}\n  units: {rows: 40}\n");
        assertThat(model.table("countries")).hasValueSatisfying(table -> assertThat(table.isSmall()).isTrue());
        assertThat(model.table("orders")).hasValueSatisfying(table -> assertThat(table.isLarge()).isTrue());
        assertThat(model.table("units")).hasValueSatisfying(table -> assertThat(table.isSmall()).isTrue());
        assertThat(model.table("customers")).isEmpty();
    }

    @Test
    void an_unknown_word_is_told_with_its_place_and_the_nearest_one() {
        assertWrong("methods:\n  com.shop.Dao#load:\n    send: read\n",
                "seqscan.yml:3:5: unknown \"send\"; did you mean sends? Allowed are sends, rows, cached, bounded, batch, loop");
        assertWrong("method:\n  com.shop.Dao#load:\n    sends: read\n", "did you mean methods?");
        assertWrong("tables:\n  orders:\n    row: 5\n", "seqscan.yml:3:5: unknown \"row\"; did you mean rows?");
        assertWrong("methods:\n  com.shop.Dao#load:\n    sends: reads\n", "unknown \"reads\"; did you mean read?");
        assertWrong("tables:\n  orders:\n    small: yes\n", "Allowed are true, false");
    }

    @Test
    void a_word_that_resembles_none_is_told_without_a_guess() {
        assertThatThrownBy(() -> read("methods:\n  com.shop.Dao#load:\n    colour: red\n"))
                .hasMessageContaining("unknown \"colour\"; Allowed are").hasMessageNotContaining("did you mean");
    }

    @Test
    void what_is_no_method_or_no_number_is_told() {
        assertWrong("methods:\n  load:\n    sends: read\n", "\"load\" is no method: write class#method");
        assertWrong("tables:\n  orders:\n    rows: many\n", "rows is a whole number, not \"many\"");
        assertWrong("methods:\n  - com.shop.Dao#load\n", "methods holds names");
        assertWrong("tables: [\n", "seqscan.yml:");
    }

    @Test
    void an_empty_file_says_nothing() {
        assertThat(read("").methods()).isEmpty();
        assertThat(read("# to come\n").methods()).isEmpty();
    }

    private static UserModel read(String text) {
        return new UserSettingsReader().read(new TextFile("seqscan.yml", text)).model();
    }

    private static void assertWrong(String text, String message) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(WrongSettings.class).hasMessageContaining(message);
    }
}
