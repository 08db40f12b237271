package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoleFillerTest {

    @Test
    void a_value_becomes_a_parameter() {
        assertThat(filled("select * from orders where status = ?!")).isEqualTo("select * from orders where status = ?");
        assertThat(filled("select * from orders where id in (?!)")).isEqualTo("select * from orders where id in (?)");
        assertThat(filled("select * from orders where id in ?!")).isEqualTo("select * from orders where id in (?)");
        assertThat(filled("where total between ?! and ?!")).isEqualTo("where total between ? and ?");
        assertThat(filled("select * from orders limit ?! offset ?!")).isEqualTo("select * from orders limit ? offset ?");
        assertThat(filled("where name like '?!%'")).isEqualTo("where name like 'x%'");
    }

    @Test
    void a_value_hides_nothing() {
        assertThat(HoleFiller.fill(text("select * from orders where status = ?!"), "?").unknown()).isEmpty();
    }

    @Test
    void a_name_becomes_a_name_and_is_said_to_be_unknown() {
        HoleFiller.Filled filled = HoleFiller.fill(text("select * from ?! where status = 1 order by ?!"), "?");
        assertThat(filled.text()).isEqualTo("select * from unknown_part where status = 1 order by unknown_part");
        assertThat(filled.unknown()).containsExactly("a name is put together at run time", QueryShape.UNREAD_ORDER);
    }

    @Test
    void holes_in_the_columns_and_in_the_order_hide_no_condition() {
        HoleFiller.Filled filled = HoleFiller.fill(text("select ?!, id from orders where status = 1 order by ?!"), "?");
        assertThat(filled.unknown()).containsExactly(QueryShape.UNREAD_COLUMNS, QueryShape.UNREAD_ORDER);
    }

    @Test
    void columns_that_no_table_follows_may_hide_all() {
        assertThat(HoleFiller.fill(text("select id, ?!"), "?").unknown())
                .containsExactly("a part of the text is put together at run time");
    }

    @Test
    void a_hole_in_a_subquery_belongs_to_the_clause_there() {
        Text text = text("select id from orders where id in (select id from lines where ?!)");
        HoleFiller.Filled filled = HoleFiller.fill(text, "?");
        assertThat(filled.unknown()).containsExactly("a condition is put together at run time");
    }

    @Test
    void a_schema_in_front_of_a_table_hides_nothing() {
        assertThat(HoleFiller.fill(text("select * from ?!.orders"), "?").unknown()).isEmpty();
    }

    @Test
    void a_condition_becomes_a_condition() {
        HoleFiller.Filled filled = HoleFiller.fill(text("select * from orders where ?! and status = 1"), "?");
        assertThat(filled.text()).isEqualTo("select * from orders where 1 = 1 and status = 1");
        assertThat(filled.unknown()).containsExactly("a condition is put together at run time");
    }

    @Test
    void a_name_that_is_compared_is_a_name() {
        assertThat(filled("select id from orders where ?! = ? and ?! in (?!)"))
                .isEqualTo("select id from orders where unknown_part = ? and unknown_part in (?)");
    }

    @Test
    void a_subquery_and_holes_side_by_side_are_filled() {
        assertThat(filled("select count(*) from (?!) result")).isEqualTo("select count(*) from (select unknown_part) result");
        assertThat(filled("insert into orders values (?!?!)")).isEqualTo("insert into orders values (?)");
    }

    @Test
    void what_follows_a_whole_condition_may_be_anything() {
        HoleFiller.Filled filled = HoleFiller.fill(text("select * from orders where status = 1 ?!"), "?");
        assertThat(filled.text().strip()).isEqualTo("select * from orders where status = 1");
        assertThat(filled.unknown()).containsExactly("a part of the text is put together at run time");
    }

    @Test
    void the_direction_of_a_sort_hides_nothing() {
        assertThat(HoleFiller.fill(text("select * from orders order by total ?!"), "?").unknown()).isEmpty();
    }

    private static String filled(String text) {
        return HoleFiller.fill(text(text), "?").text();
    }

    private static Text text(String withHoles) {
        Text text = Text.EMPTY;
        String[] pieces = withHoles.split("\\?!", -1);
        for (int i = 0; i < pieces.length; i++) {
            text = i == 0 ? text : text.plus(Text.hole());
            text = text.plus(Text.of(pieces[i]));
        }
        return text;
    }
}
