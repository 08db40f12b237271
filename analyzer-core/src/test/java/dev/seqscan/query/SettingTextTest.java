package dev.seqscan.query;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SettingTextTest {

    private static final String FILE = "src/main/resources/application.properties";
    private static final String SQL = "app.name=shop\nsql.find=select id from orders where status = ?\n";

    @Test
    void a_statement_may_stand_in_the_settings() {
        Query query = service("@org.springframework.beans.factory.annotation.Value(\"${sql.find}\") String sql;",
                "jdbc.queryForList(sql, text);").withSettings(FILE, SQL).only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(query.place().file()).isEqualTo(FILE);
        assertThat(query.place().line()).isEqualTo(2);
    }

    @Test
    void a_parameter_of_the_constructor_may_bring_it() {
        Query query = service("final String sql; Service(@org.springframework.beans.factory.annotation.Value(\"${sql.find}\") String given)"
                + " { this.sql = given; }", "jdbc.queryForList(this.sql, text);").withSettings(FILE, SQL).only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
    }

    @Test
    void code_may_ask_for_it_by_a_key_that_is_known() {
        String environment = "org.springframework.core.env.Environment env; java.util.ResourceBundle bundle; java.util.Properties all;";
        for (String asked : new String[] {"env.getProperty(\"sql.find\")", "env.getRequiredProperty(\"sql.find\")",
            "bundle.getString(\"sql.find\")", "all.getProperty(\"sql.find\")"}) {
            Query query = service(environment, "String sql = " + asked + "; jdbc.queryForList(sql, text);").withSettings(FILE, SQL).only();
            assertThat(Shapes.predicates(query.shape())).as(asked).containsExactly("orders.status EQUAL PARAMETER");
        }
    }

    @Test
    void statements_of_other_property_files_are_found_and_nothing_else_of_them() {
        BoundCalls calls = service("@org.springframework.beans.factory.annotation.Value(\"${sql.find}\") String sql;",
                "jdbc.queryForList(sql, text);").withSettings("src/main/resources/queries.properties", SQL);
        assertThat(Shapes.predicates(calls.only().shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(calls.settings().text("app.name")).isEmpty();
    }

    @Test
    void a_default_stands_where_nothing_is_set() {
        Query query = service("@org.springframework.beans.factory.annotation.Value(\"${sql.other:select id from orders where total > ?}\") String sql;",
                "jdbc.queryForList(sql, text);").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.total RANGE PARAMETER");
    }

    @Test
    void what_is_not_set_stays_unknown() {
        Query query = service("@org.springframework.beans.factory.annotation.Value(\"${sql.find}\") String sql;",
                "jdbc.queryForList(sql, text);").only();
        assertThat(query.text()).isEqualTo(Text.HOLE);
        assertThat(query.shape().unknown()).isNotEmpty();
    }

    @Test
    void a_declared_query_may_be_a_placeholder() {
        Query query = BoundCalls.of("interface Orders extends JpaRepository<Order, Long> { @Query(value = \"${queries.open}\", nativeQuery = true)"
                + " List<Order> open(String status); } class Service { Orders orders; void run(String text) { orders.open(text); } }")
                .withSettings(FILE, "queries.open=select * from orders where status = :status").only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
    }

    private static BoundCalls service(String members, String body) {
        return BoundCalls.of("class Service { JdbcTemplate jdbc; " + members + " void run(String text) { " + body + " } }");
    }
}
