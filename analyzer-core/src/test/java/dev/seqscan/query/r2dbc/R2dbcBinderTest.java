package dev.seqscan.query.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seqscan.query.BoundCalls;
import dev.seqscan.query.Query;
import dev.seqscan.query.Query.Rows;
import dev.seqscan.query.QueryShape.Command;
import dev.seqscan.query.Shapes;
import org.junit.jupiter.api.Test;

class R2dbcBinderTest {

    @Test
    void the_call_that_asks_for_rows_sends_the_text() {
        Query query = body("return client.sql(\"select id from orders where status = :s\").bind(\"s\", text).fetch().all();")
                .only();
        assertThat(Shapes.predicates(query.shape())).containsExactly("orders.status EQUAL PARAMETER");
        assertThat(query.rows()).isEqualTo(Rows.MANY);
        assertThat(body("return client.sql(\"select id from orders where id = :s\").bind(\"s\", text).map(row ->"
                + " row.get(0)).one();").only().rows())
                .isEqualTo(Rows.ONE);
    }

    @Test
    void changes_give_the_number_of_rows() {
        Query query = body("return client.sql(\"delete from orders where id = :s\").bind(\"s\", text).fetch().rowsUpdated();")
                .only();
        assertThat(query.shape().command()).isEqualTo(Command.DELETE);
        assertThat(query.rows()).isEqualTo(Rows.NONE);
    }

    @Test
    void calls_that_only_build_the_statement_send_nothing() {
        assertThat(body("return client.sql(\"select id from orders\").bind(\"s\", text).fetch();").all()).isEmpty();
    }

    @Test
    void a_statement_of_the_driver_is_sent_when_it_is_executed() {
        Query query = body("return driver.createStatement(\"select id from orders where status = $1\").bind(0, text).execute();")
                .only();
        assertThat(query.shape().roots()).extracting(each -> each.table()).containsExactly("orders");
    }

    private static BoundCalls body(String body) {
        return BoundCalls.ofFile("package shop; class Service { org.springframework.r2dbc.core.DatabaseClient client;"
                + " io.r2dbc.spi.Connection driver;"
                + " Object run(String text) { " + body + " } }");
    }
}
